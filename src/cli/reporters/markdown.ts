import { displayName } from '../input.ts'
import { countFindings, type Reporter } from './reporter.ts'

const words = { error: 'Error', warning: 'Warning', info: 'Note' }

const cell = (text: string) => text.replaceAll(/[|\\]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')

/** For a pull request: a table for each file. */
export const markdown: Reporter = (checked) => {
  const files = checked.flatMap(({ file, document, diagnostics }) => {
    const heading = `## ${cell(document.name)} (\`${displayName(file)}\`)`
    if (diagnostics.length === 0) return [heading, 'No findings.']
    const rows = diagnostics.map(
      ({ severity, resource, message, rule }) =>
        `| ${words[severity]} | \`${resource}\` | ${cell(message)} | \`${rule}\` |`,
    )
    return [
      heading,
      ['| Severity | Thing | Finding | Check |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ]
  })
  return [...files, `In all: ${countFindings(checked)}.`].join('\n\n')
}
