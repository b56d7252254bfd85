import type { Diagnostic, Severity } from '../../../core/lint/diagnostic.ts'
import { severities } from '../problems/severity.ts'

/** The worst of these findings. */
export function worstOf(diagnostics: readonly Diagnostic[]): Severity | undefined {
  return severities.find((severity) => diagnostics.some((one) => one.severity === severity))
}

/** The findings about what a column holds. */
export function findingsAt(
  diagnostics: readonly Diagnostic[],
  id: string,
  key: string,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ resource, path }) =>
      resource === id && path !== undefined && (path === key || path.startsWith(`${key}.`)),
  )
}
