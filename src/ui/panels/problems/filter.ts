import type { Diagnostic, Severity } from '../../../core/lint/diagnostic.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'

/** What the list of findings is narrowed to. */
export interface ProblemFilter {
  readonly text: string
  /** `null`: all. */
  readonly severity: Severity | null
}

/** The findings that pass: every word of the text occurs in the message, the rule's id or the name of a thing. */
export function filterProblems(
  diagnostics: readonly Diagnostic[],
  { text, severity }: ProblemFilter,
  model: TopologyModel,
): readonly Diagnostic[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return diagnostics.filter((diagnostic) => {
    if (severity !== null && diagnostic.severity !== severity) return false
    if (words.length === 0) return true
    const things = [diagnostic.resource, ...diagnostic.related].map((id) => model.nameOf(id))
    const haystack = [diagnostic.message, diagnostic.rule, ...things].join(' ').toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
