import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import { displayName } from '../input.ts'
import { printableLine } from '../printable.ts'
import { countFindings, type Reporter } from './reporter.ts'

const words = { error: 'error', warning: 'warning', info: 'note' }

function lines({ severity, rule, resource, path, message, armCode, fixes }: Diagnostic): string[] {
  const place = path === undefined ? resource : `${resource} ${path}`
  const refusal = armCode === undefined ? [] : [`    Azure refuses it with ${armCode}.`]
  const [fix] = fixes
  return [
    `  ${words[severity]}  ${place}  [${rule}]`,
    `    ${message}`,
    ...refusal,
    ...(fix ? [`    To mend it: ${fix.label}`] : []),
  ]
}

/** For people: each file with its findings, the worst first, and a count at the end. */
export const text: Reporter = (checked) => {
  const files = checked.map(({ file, diagnostics }) => {
    const found = diagnostics.length === 0 ? ['  no findings'] : diagnostics.flatMap(lines)
    return [displayName(file), ...found].map(printableLine).join('\n')
  })
  return [...files, countFindings(checked)].join('\n\n')
}
