import { arranged } from '../../core/edit/arrange.ts'
import { without } from '../../core/edit/without.ts'
import { joinedValues, valuesOf } from '../../core/import/arm/parameter-file.ts'
import { Scopes } from '../../core/import/azure/scopes.ts'
import { combine } from '../../core/import/combine.ts'
import { collectors } from '../../core/import/guest/collectors/index.ts'
import { healthCollector } from '../../core/import/health/collector.ts'
import { sayReason } from '../../core/import/health/reasons.ts'
import type { ImportNote, Piece } from '../../core/import/importer.ts'
import { importers } from '../../core/import/importers/index.ts'
import { parametersIn } from '../../core/import/read-pieces.ts'
import { unknownParameters } from '../../core/import/unknown-parameters.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { typeOfId } from '../../core/topology/resource-type.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { displayName, parseJson, readInput, readText, standardInputOnce } from '../input.ts'
import { complain, print } from '../output.ts'
import { Unusable } from '../problem.ts'

const formats = importers.map(({ id }) => id)

/** The value after `name=`: JSON where it is JSON, else the text itself. */
function settingOf(text: string): [string, unknown] {
  const at = text.indexOf('=')
  if (at < 1) throw new Unusable(`--set takes name=value, not ${text}`)
  const written = text.slice(at + 1)
  try {
    return [text.slice(0, at), JSON.parse(written)]
  } catch {
    return [text.slice(0, at), written]
  }
}

/** Every `--set` of the arguments, and the arguments without them: the option may be repeated. */
function takeSettings(args: readonly string[]) {
  const settings: [string, unknown][] = []
  const rest: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--set') {
      at += 1
      settings.push(settingOf(args[at] ?? ''))
    } else if (arg.startsWith('--set=')) settings.push(settingOf(arg.slice('--set='.length)))
    else rest.push(arg)
  }
  return { settings, rest }
}

/** What had to be assumed, one line for each reason: a load balancer alone refers to three things for each member. */
function assumptions(notes: readonly ImportNote[]): readonly string[] {
  const byReason = new Map<string, string[]>()
  for (const { kind, subject, message } of notes) {
    if (kind !== 'assumed') continue
    const subjects = byReason.get(message)
    if (subjects) subjects.push(subject)
    else byReason.set(message, [subject])
  }
  return [...byReason].map(([message, subjects]) => {
    const named = [...new Set(subjects)].slice(0, 3)
    const more = subjects.length - named.length
    return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}: ${message}`
  })
}

/** What parameter files among the files say; their template is among them, too. */
async function parameterFiles(files: readonly string[]) {
  const templates: string[] = []
  let values: Record<string, unknown> = {}
  for (const file of files) {
    const inFile = file === '-' || !/\.json$/i.test(file) ? undefined : parametersIn(await readText(file))
    if (inFile) values = joinedValues(values, inFile)
    else templates.push(file)
  }
  return templates.length === 0 ? { templates: files, values: {} } : { templates, values }
}

/** The pieces in the files, and the diagram that they go into where one of the files is one. */
async function readPieces(files: readonly string[], parameters: Record<string, unknown>, from?: string) {
  const pieces: Piece[] = []
  const scopes = new Scopes()
  let current: TopologyDocument | undefined
  for (const file of files) {
    const { piece, document } = await readInput(file, { part: true, options: { parameters, scopes }, from })
    if (piece) pieces.push(piece)
    else if (current) throw new Unusable(`${displayName(file)}: a second diagram; pieces go into one`)
    else current = document
  }
  return { pieces, current }
}

/** Prints the diagram of a template or of what Azure's tools print. */
export const importCommand: Command = {
  name: 'import',
  usage: `FILE… [--from ${formats.join('|')}] [--parameters FILE] [--set name=value] [--prune]`,
  summary:
    'Print the diagram of templates, plans, what Azure tools print and what guests say. FILE may be -.',
  options: [
    [
      '--collector linux|windows|health',
      'print a script that reads a guest, or Azure’s probes, for the import',
    ],
    ['FILE…', 'several pieces complete each other; one of them may be a diagram that they go into'],
    ['--from FORMAT', `one of ${formats.join(', ')}; recognised if not given`],
    ['--parameters FILE', 'a parameter file of the template'],
    ['--set name=value', 'the value of one parameter; may be repeated'],
    ['--prune', 'remove parts of a load balancer that Azure does not have any more'],
  ],
  async run(args) {
    const { settings, rest } = takeSettings(args)
    const {
      flags,
      values: options,
      files,
    } = readArguments(rest, {
      flags: ['prune'],
      values: ['from', 'parameters', 'collector'],
    })
    const os = options.get('collector')
    if (os !== undefined) {
      if (os !== 'linux' && os !== 'windows' && os !== 'health')
        throw new Unusable(`--collector takes linux, windows or health, not ${os}`)
      print(os === 'health' ? healthCollector : collectors[os])
      return exitCode.ok
    }
    if (files.length === 0) throw new Unusable('FILE is missing')
    const from = options.get('from')
    if (from !== undefined && !formats.includes(from)) {
      throw new Unusable(`--from takes one of ${formats.join(', ')}, not ${from}`)
    }
    const given = options.get('parameters')
    standardInputOnce(...files, given)
    const inFile = given === undefined ? {} : valuesOf(parseJson(await readText(given), displayName(given)))
    const among = await parameterFiles(files)
    const values = joinedValues(among.values, inFile, Object.fromEntries(settings))
    const { pieces, current } = await readPieces(among.templates, values, from)
    const unknown = unknownParameters(pieces, Object.keys(values))
    const { document, parameters, notes, next, comparisons, removed, gone, health } = combine(pieces, current)
    const say = (text: string) => complain(`floatpath import: ${text}`)
    if (parameters.length > 0) {
      say(`without a value: ${parameters.map(({ name }) => name).join(', ')}; see --set`)
    }
    for (const { subject, message } of [...unknown, ...notes.filter(({ kind }) => kind !== 'assumed')])
      say(`${subject}: ${message}`)
    for (const line of assumptions(notes)) say(line)
    for (const { machineName, asked, has } of comparisons.filter(({ agrees }) => !agrees)) {
      say(`${machineName}: asked: ${asked}; found: ${has}`)
    }
    for (const id of removed) say(`${current?.resources[id]?.name ?? id}: no guest has this loopback adapter`)
    const isPruned = flags.has('prune')
    for (const id of gone) {
      const name = `${typeOfId(id)} ${document.resources[id]?.name}`
      say(`${name}: not in Azure any more; ${isPruned ? 'removed' : 'kept, --prune removes it'}`)
    }
    for (const { machineName, probeName, state, reason } of health) {
      say(`${machineName}: probe ${probeName} is ${state} in Azure: ${sayReason(reason)}`)
    }
    for (const { command, brings } of next) {
      say(`to add ${brings}, import the output of this command as well: ${command}`)
    }
    print(serializeDocument(arranged(isPruned ? without(document, gone) : document)))
    return exitCode.ok
  },
}
