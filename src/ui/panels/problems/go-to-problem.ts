import { create } from 'zustand'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { diagnosticsOf } from '../../store/derived.ts'
import { currentDocument } from '../../store/document.ts'
import { select, useSession } from '../../store/session.ts'

/** What tells findings apart: there is one per lint rule and resource. */
export const problemKey = ({ rule, resource }: Diagnostic): string => `${rule} ${resource}`

/** The finding that was opened last. */
export const useCurrentProblem = create<{ readonly key: string | undefined }>(() => ({ key: undefined }))

/** Selects the thing that a finding is about, shows it on the canvas and, where it has one, focuses its field. */
export function openProblem(diagnostic: Diagnostic): void {
  useCurrentProblem.setState({ key: problemKey(diagnostic) })
  select(
    [diagnostic.resource],
    diagnostic.path === undefined ? { reveal: true } : { field: diagnostic.path, reveal: true },
  )
  if (diagnostic.path === undefined) useSession.setState({ propertiesTab: 'problems' })
}

/** Opens the next finding of the list, or with -1 the one before. */
export function stepProblem(step: 1 | -1): void {
  const diagnostics = diagnosticsOf(currentDocument())
  const { key } = useCurrentProblem.getState()
  const current = diagnostics.findIndex((diagnostic) => problemKey(diagnostic) === key)
  const from = current < 0 && step < 0 ? 0 : current
  const next = diagnostics[(from + step + diagnostics.length) % Math.max(1, diagnostics.length)]
  if (!next) return
  useSession.setState({ bottomTab: 'problems', bottomOpen: true })
  openProblem(next)
}
