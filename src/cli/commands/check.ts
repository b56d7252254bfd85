import { judge } from '../../core/lint/accepted.ts'
import { lint } from '../../core/lint/lint.ts'
import { readArguments } from '../arguments.ts'
import { baseAddress } from '../base-address.ts'
import { type Command, exitCode } from '../command.ts'
import { readInput, standardInputOnce } from '../input.ts'
import { complain, print } from '../output.ts'
import { Unusable } from '../problem.ts'
import { reporters } from '../reporters/index.ts'
import type { Checked } from '../reporters/reporter.ts'

const formats = Object.keys(reporters)

async function checkFile(file: string): Promise<Checked> {
  const input = await readInput(file)
  const { open, accepted } = judge(input.document, lint(input.document))
  return { ...input, diagnostics: open, suppressed: accepted }
}

function wholeNumber(option: string, text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new Unusable(`${option} takes a whole number, not ${text}`)
  return Number(text)
}

/** Lints diagrams. */
export const check: Command = {
  name: 'check',
  usage: `FILE… [--format ${formats.join('|')}] [--max-warnings N] [--base URL]`,
  summary: 'Say what is wrong with diagrams. FILE may be - for standard input.',
  options: [
    ['--format FORMAT', `one of ${formats.join(', ')}; text if not given`],
    ['--max-warnings N', 'fail, with exit code 1, when there are more warnings'],
    ['--base URL', 'for markdown: the address of Floatpath, to link each diagram'],
  ],
  async run(args) {
    const { values, files } = readArguments(args, { values: ['format', 'max-warnings', 'base'] })
    const format = values.get('format') ?? 'text'
    const report = Object.hasOwn(reporters, format) ? reporters[format] : undefined
    if (!report) throw new Unusable(`--format takes one of ${formats.join(', ')}, not ${format}`)
    const mostWarnings = wholeNumber('--max-warnings', values.get('max-warnings'))
    const base = baseAddress(values.get('base'))
    if (base !== '' && format !== 'markdown') throw new Unusable('--base goes with --format markdown')
    if (files.length === 0) throw new Unusable('FILE is missing')
    standardInputOnce(...files)

    const checked: Checked[] = []
    let unusable = false
    for (const file of files) {
      try {
        checked.push(await checkFile(file))
      } catch (error) {
        if (!(error instanceof Unusable)) throw error
        complain(`floatpath check: ${error.message}`)
        unusable = true
      }
    }
    if (checked.length > 0) print(report(checked, { base }))
    if (unusable) return exitCode.unusable
    const all = checked.flatMap(({ diagnostics }) => diagnostics)
    const warnings = all.filter(({ severity }) => severity === 'warning').length
    const hasErrors = all.some(({ severity }) => severity === 'error')
    return hasErrors || warnings > mostWarnings ? exitCode.found : exitCode.ok
  },
}
