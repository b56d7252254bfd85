import type { Diagnostic, Severity } from '../../../core/lint/diagnostic.ts'
import type { Tone } from '../../components/Badge.tsx'

/** Severities from the worst to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

const tones: Record<Severity, Tone> = { error: 'bad', warning: 'warn', info: 'neutral' }
const singular: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Info' }
const plural: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', info: 'Info' }

export const toneOf = (severity: Severity): Tone => tones[severity]
export const severityWord = (severity: Severity): string => singular[severity]
export const severityHeading = (severity: Severity): string => plural[severity]

/** `1 error`, `2 errors`. */
export const countOfErrors = (count: number): string => (count === 1 ? '1 error' : `${count} errors`)

/** How many findings are problems: what is correct but surprising is none. */
export const countOfProblems = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity !== 'info').length
