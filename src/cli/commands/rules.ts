import { type RuleDescription, ruleCatalogue } from '../../core/lint/catalogue.ts'
import { readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { print, printJson } from '../output.ts'
import { Unusable } from '../problem.ts'

function describe({
  id,
  severity,
  title,
  why,
  fix,
  sources,
  confidence,
  armCodes = [],
}: RuleDescription): string {
  const cited = sources.map(({ source, url }) => `  source: ${source}${url === undefined ? '' : ` <${url}>`}`)
  return [
    `${id} (${severity}, ${confidence})`,
    `  ${title}`,
    `  why: ${why}`,
    `  fix: ${fix}`,
    ...armCodes.map((code) => `  Azure refuses it with ${code}`),
    ...cited,
  ].join('\n')
}

/** Prints what is checked, and why. */
export const rules: Command = {
  name: 'rules',
  usage: '[--json]',
  summary: 'List every check with its reason, its remedy and its sources.',
  options: [['--json', 'print JSON']],
  async run(args) {
    const { flags, files } = readArguments(args, { flags: ['json'] })
    if (files.length > 0) throw new Unusable(`rules takes no file: ${files.join(' ')}`)
    const catalogue = ruleCatalogue()
    if (flags.has('json')) printJson({ rules: catalogue })
    else print(catalogue.map(describe).join('\n\n'))
    return exitCode.ok
  },
}
