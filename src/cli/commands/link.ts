import { encodeLink } from '../../core/permalink/encode-link.ts'
import { onlyFile, readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { displayName, readInput } from '../input.ts'
import { print } from '../output.ts'
import { Unusable } from '../problem.ts'

/** The address before the #, or nothing; anything that is no address of a page is refused. */
function baseOf(given: string | undefined): string {
  if (given === undefined) return ''
  const isAddress =
    URL.canParse(given) && !/\s/.test(given) && /^(https?|file):$/.test(new URL(given).protocol)
  if (!isAddress)
    throw new Unusable(`--base “${given}” is not an address. Write it like https://example.com/floatpath/`)
  return given.replace(/#.*$/s, '')
}

/** Prints the link of a diagram. */
export const link: Command = {
  name: 'link',
  usage: 'FILE [--base URL]',
  summary: 'Print a link that holds the whole diagram.',
  options: [['--base URL', 'put this address before the #']],
  async run(args) {
    const { values, files } = readArguments(args, { values: ['base'] })
    const base = baseOf(values.get('base'))
    const { file, document } = await readInput(onlyFile(files))
    const encoded = encodeLink(document)
    if (!encoded.ok) throw new Unusable(`${displayName(file)}: ${encoded.reason}`)
    print(`${base}#${encoded.fragment}`)
    return exitCode.ok
  },
}
