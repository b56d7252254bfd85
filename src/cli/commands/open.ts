import { decodeLink } from '../../core/permalink/decode-link.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { onlyFile, readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { problemLine, readText } from '../input.ts'
import { print } from '../output.ts'
import { Unusable } from '../problem.ts'

/** Prints the diagram that a link holds. */
export const open: Command = {
  name: 'open',
  usage: 'LINK',
  summary: 'Print the diagram that a link holds, as JSON. LINK may be - for standard input.',
  options: [],
  async run(args) {
    const { files } = readArguments(args, {})
    const given = onlyFile(files, 'LINK')
    const result = decodeLink(given === '-' ? await readText('-') : given)
    if (!result.ok) throw new Unusable(problemLine('link', result.problems))
    print(serializeDocument(result.document))
    return exitCode.ok
  },
}
