import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import { displayName } from '../input.ts'
import { printableLine } from '../printable.ts'
import { lineOf } from './place.ts'
import { type Checked, countFindings, type Reporter } from './reporter.ts'

const words = { error: 'error', warning: 'warning', info: 'note' }

function lines(checked: Checked, diagnostic: Diagnostic): string[] {
  const { severity, rule, resource, path, message, armCode, fixes } = diagnostic
  const place = path === undefined ? resource : `${resource} ${path}`
  const line = lineOf(checked.text, resource)
  const [fix] = fixes
  return [
    `${displayName(checked.file)}:${line}: ${words[severity]}: ${place}: ${message} [${rule}]`,
    ...(armCode === undefined ? [] : [`    Azure refuses it with ${armCode}.`]),
    ...(fix ? [`    To mend it: ${fix.label}`] : []),
  ]
}

/** For people and editors: one line for each finding, as compilers write them, and a count at the end. */
export const text: Reporter = (checked) => {
  const files = checked.map((one) => {
    const found =
      one.diagnostics.length === 0
        ? [`${displayName(one.file)}: no findings`]
        : one.diagnostics.flatMap((diagnostic) => lines(one, diagnostic))
    return found.map(printableLine).join('\n')
  })
  return [...files, countFindings(checked)].join('\n\n')
}
