import { encodeLink } from '../../core/permalink/encode-link.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { displayName } from '../input.ts'
import { printableLine } from '../printable.ts'
import { countFindings, type Reporter } from './reporter.ts'

const words = { error: 'Error', warning: 'Warning', info: 'Note' }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' }

/** Text as it is: no mark-up, no table border, no link and no mention comes out of a name. */
export const cell = (text: string) =>
  printableLine(text)
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll(/[&<>@]/g, (sign) => entities[sign] ?? sign)
    .replaceAll('://', ':&#47;&#47;')

/** Text as code; a backtick or a table border cannot end it. */
export const code = (text: string) => `\`${printableLine(text).replaceAll('`', 'ˋ').replaceAll('|', '\\|')}\``

/** The diagram as a link; without the address of the page, what to put after it. A diagram that is too large has none. */
function linkOf(document: TopologyDocument, base: string): readonly string[] {
  const link = encodeLink(document)
  if (!link.ok) return []
  // Written by the URL parser, an address holds nothing that could end the link.
  if (base !== '') return [`[Open this diagram](<${new URL(base).href}#${link.fragment}>)`]
  return [`Open this diagram: put this after the address of Floatpath.\n\n\`\`\`\n#${link.fragment}\n\`\`\``]
}

/** For a pull request: a table for each file, and the diagram as a link. */
export const markdown: Reporter = (checked, { base }) => {
  const files = checked.flatMap(({ file, document, diagnostics }) => {
    const heading = `## ${cell(document.name)} (${code(displayName(file))})`
    if (diagnostics.length === 0) return [heading, 'No findings.', ...linkOf(document, base)]
    const rows = diagnostics.map(
      ({ severity, resource, message, rule }) =>
        `| ${words[severity]} | ${code(resource)} | ${cell(message)} | ${code(rule)} |`,
    )
    return [
      heading,
      ['| Severity | Thing | Finding | Check |', '| --- | --- | --- | --- |', ...rows].join('\n'),
      ...linkOf(document, base),
    ]
  })
  return [...files, `In all: ${countFindings(checked)}.`].join('\n\n')
}
