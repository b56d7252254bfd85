import { existsSync } from 'node:fs'
import { diffDocuments } from '../../core/diff/diff.ts'
import { isWorse } from '../../core/diff/flow-changes.ts'
import { decodeLink } from '../../core/permalink/decode-link.ts'
import { linkPayloadFrom } from '../../core/permalink/link-payload.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { diffMarkdown } from '../diff/markdown.ts'
import { diffText } from '../diff/text.ts'
import { problemLine, readInput, standardInputOnce } from '../input.ts'
import { complain, print, printJson } from '../output.ts'
import { Unusable } from '../problem.ts'

const formats = ['text', 'json', 'markdown']

/** The diagram in a file, or in a link where there is no such file. */
async function documentOf(given: string, which: string): Promise<TopologyDocument> {
  if (given === '-' || existsSync(given) || linkPayloadFrom(given) === undefined) {
    return (await readInput(given)).document
  }
  const result = decodeLink(given)
  if (!result.ok) throw new Unusable(problemLine(`link ${which}`, result.problems))
  return result.document
}

/** Says what is different between two diagrams. */
export const diff: Command = {
  name: 'diff',
  usage: `A B [--format ${formats.join('|')}]`,
  summary: 'Say what changed from one diagram to another, and which flows now work or break. Files or links.',
  options: [['--format FORMAT', `one of ${formats.join(', ')}; text if not given`]],
  async run(args) {
    const { values, files } = readArguments(args, { values: ['format'] })
    const format = values.get('format') ?? 'text'
    if (!formats.includes(format)) {
      throw new Unusable(`--format takes one of ${formats.join(', ')}, not ${format}`)
    }
    const [a, b, ...more] = files
    if (a === undefined || b === undefined) throw new Unusable('two diagrams are needed: A B')
    if (more.length > 0) throw new Unusable(`two diagrams at a time; also given: ${more.join(' ')}`)
    standardInputOnce(a, b)
    const changes = diffDocuments(await documentOf(a, 'A'), await documentOf(b, 'B'))
    if (format === 'json') printJson(changes)
    else print(format === 'markdown' ? diffMarkdown(changes) : diffText(changes))
    if (changes.flows.areCut) {
      complain('floatpath diff: too many clients and rules; further clients of each rule are left out')
    }
    return changes.flows.changes.some(isWorse) ? exitCode.found : exitCode.ok
  },
}
