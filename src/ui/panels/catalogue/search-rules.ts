import type { RuleDescription } from '../../../core/lint/catalogue.ts'
import type { Severity } from '../../../core/lint/diagnostic.ts'

/** The lint rules that pass: every word occurs in what the page says, in the id or in one of Azure's error codes. */
export function searchRules(
  catalogue: readonly RuleDescription[],
  text: string,
  severity: Severity | null,
): readonly RuleDescription[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return catalogue.filter((one) => {
    if (severity !== null && one.severity !== severity) return false
    const { id, title, why, fix, armCodes = [] } = one
    const haystack = [id, one.severity, title, why, fix, ...armCodes].join(' ').toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
