import { encodeLink } from '../../core/permalink/encode-link.ts'
import { onlyFile, readArguments } from '../arguments.ts'
import { baseAddress } from '../base-address.ts'
import { type Command, exitCode } from '../command.ts'
import { displayName, readInput } from '../input.ts'
import { print } from '../output.ts'
import { Unusable } from '../problem.ts'

/** Prints the link of a diagram. */
export const link: Command = {
  name: 'link',
  usage: 'FILE [--base URL]',
  summary: 'Print a link that holds the whole diagram.',
  options: [['--base URL', 'put this address before the #']],
  async run(args) {
    const { values, files } = readArguments(args, { values: ['base'] })
    const base = baseAddress(values.get('base'))
    const { file, document } = await readInput(onlyFile(files))
    const encoded = encodeLink(document)
    if (!encoded.ok) throw new Unusable(`${displayName(file)}: ${encoded.reason}`)
    print(`${base}#${encoded.fragment}`)
    return exitCode.ok
  },
}
