import { createContext, useContext } from 'react'
import { withRoom } from '../../../core/edit/make-room.ts'
import { fieldProblem } from '../../../core/topology/field-problems.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { fieldEditLabel, setFieldCommands } from './set-field.ts'

/** The resource whose fields are edited. */
export interface Subject {
  readonly id: string
  readonly name: string
  readonly noun: string
  readonly model: TopologyModel
}

export const SubjectContext = createContext<Subject | undefined>(undefined)

/** The resource that the editors around are about. */
export function useSubject(): Subject {
  const subject = useContext(SubjectContext)
  if (!subject) throw new Error('A field editor stands outside of a properties form.')
  return subject
}

/** Writes one field of the subject as a named step. Steps with one visit in a row are one step for undo; others make room for what grows. */
export function writeField(
  subject: Subject,
  path: string,
  label: string,
  value: unknown,
  visit?: number,
): void {
  const commands = setFieldCommands(currentDocument(), subject.id, path, value)
  edit(
    fieldEditLabel(label, path, subject.name, subject.noun, value),
    visit === undefined ? withRoom(currentDocument(), commands) : commands,
    visit === undefined ? undefined : `${subject.id}.${visit}`,
  )
}

/** What is wrong with a value of the subject's field, in a sentence. */
export const problemOf = ({ model, id }: Subject, path: string, value: unknown): string | undefined =>
  fieldProblem(model, id, path, value)
