import type { Field } from '../../../../core/topology/field.ts'
import { describedBy } from '../../../components/Field.tsx'

/** What every editor of one value gets. */
export interface EditorProps {
  /** Dotted place in the subject. */
  readonly path: string
  readonly field: Field<unknown>
  /** What the document holds; `undefined` where the field is not set. */
  readonly value: unknown
  /** Writes a value; `undefined` takes it away. With a visit, writes in a row are one step for undo. */
  readonly write: (value: unknown, visit?: number) => void
  /** An item of a list: it is removed by its own button, never by emptying it. */
  readonly isItem?: boolean
}

/** The id of an input, so that labels and messages can name it. */
export const inputIdOf = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** The attributes that tie a control to its label, its help and what is wrong with its value. */
export function controlAttributes(path: string, problem: string | undefined, help?: string) {
  const id = inputIdOf(path)
  return {
    id,
    'aria-invalid': problem !== undefined,
    'aria-describedby': describedBy(id, help, problem),
  }
}
