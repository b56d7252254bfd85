import type { Accepted } from '../../core/lint/accepted.ts'
import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import type { Input } from '../input.ts'

/** A diagram with what is wrong with it, and what somebody decided to live with. */
export interface Checked extends Input {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly Accepted[]
}

/** What a format may be told beside what was found. */
export interface ReportOptions {
  /** The address of Floatpath before the # of links; empty where it is not known. */
  readonly base: string
}

/** Turns what was found into the text of one format. */
export type Reporter = (checked: readonly Checked[], options: ReportOptions) => string

/** “1 error, 2 warnings”, or “no findings”. */
export function countFindings(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ diagnostics }) => diagnostics)
  const some = (severity: Diagnostic['severity'], one: string, several: string) => {
    const count = all.filter((diagnostic) => diagnostic.severity === severity).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  }
  const counts = [
    ...some('error', 'error', 'errors'),
    ...some('warning', 'warning', 'warnings'),
    ...some('info', 'note', 'notes'),
  ]
  const suppressed = checked.reduce((sum, one) => sum + one.suppressed.length, 0)
  const found = counts.length === 0 ? 'no findings' : counts.join(', ')
  return suppressed === 0 ? found : `${found}; ${suppressed} accepted in the diagram and not counted`
}
