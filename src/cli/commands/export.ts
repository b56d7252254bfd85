import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Exporter, ExportFile, ExportOptions } from '../../core/export/exporter.ts'
import { exporters } from '../../core/export/index.ts'
import { judge } from '../../core/lint/accepted.ts'
import { lint } from '../../core/lint/lint.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { onlyFile, readArguments } from '../arguments.ts'
import { baseAddress } from '../base-address.ts'
import { type Command, exitCode } from '../command.ts'
import { readInput } from '../input.ts'
import { complain, print } from '../output.ts'
import { Unusable } from '../problem.ts'

function oneOf<Value extends string>(option: string, given: string | undefined, values: readonly Value[]) {
  if (given === undefined) return undefined
  const found = values.find((value) => value === given)
  if (found === undefined) throw new Unusable(`${option} takes one of ${values.join(', ')}, not ${given}`)
  return found
}

function findingsOf(document: TopologyDocument): NonNullable<ExportOptions['findings']> {
  return judge(document, lint(document)).open
}

async function writeFiles(folder: string, files: readonly ExportFile[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, text } of files) {
    if (path.basename(name) !== name) throw new Error(`${name} is no name of a file`)
    const file = path.join(folder, name)
    await writeFile(file, text)
    print(file)
  }
}

/** One file as it is; several each after a line with its name. */
function printFiles(files: readonly ExportFile[]): void {
  for (const { name, text } of files) {
    if (files.length > 1) print(`==> ${name} <==`)
    print(text)
  }
}

/** A machine by id or by name. */
function machineOf(document: TopologyDocument, given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const machines = resolve(document).all('virtualMachine')
  const found = machines.find(({ id }) => id === given) ?? machines.find(({ name }) => name === given)
  if (found === undefined) throw new Unusable(`--machine: the diagram has no virtual machine ${given}`)
  return found.id
}

async function optionsOf(
  document: TopologyDocument,
  values: ReadonlyMap<string, string>,
): Promise<ExportOptions> {
  const since = values.get('since')
  const scope = oneOf('--scope', values.get('scope'), ['everything', 'load-balancer'])
  const machines = oneOf('--machines', values.get('machines'), ['create', 'existing'])
  const theme = oneOf('--theme', values.get('theme'), ['light', 'dark'])
  const background = oneOf('--background', values.get('background'), ['solid', 'transparent'])
  const legend = oneOf('--legend', values.get('legend'), ['with', 'without'])
  const azurerm = oneOf('--azurerm', values.get('azurerm'), ['4', '5'])
  const machine = machineOf(document, values.get('machine'))
  const base = baseAddress(values.get('base'))
  const link = base === '' ? undefined : encodeLink(document)
  return {
    findings: findingsOf(document),
    ...(scope ? { scope } : {}),
    ...(machines ? { machines } : {}),
    ...(since === undefined ? {} : { base: (await readInput(since)).document }),
    ...(machine ? { machine } : {}),
    ...(theme ? { theme } : {}),
    ...(background ? { background } : {}),
    ...(legend ? { legend } : {}),
    ...(azurerm ? { azurerm: azurerm === '4' ? 4 : 5 } : {}),
    ...(link?.ok ? { link: `${base}#${link.fragment}` } : {}),
  }
}

/** What an exporter reads for each option that not all of them read. */
const readBy: { readonly [option: string]: keyof ExportOptions } = {
  scope: 'scope',
  machines: 'machines',
  azurerm: 'azurerm',
  machine: 'machine',
  since: 'base',
  theme: 'theme',
  background: 'background',
  legend: 'legend',
  base: 'link',
}

/** An option that would change nothing is a mistake. */
function refuseUnread(exporter: Exporter, values: ReadonlyMap<string, string>): void {
  for (const [option, read] of Object.entries(readBy)) {
    if (!values.has(option) || exporter.reads.includes(read)) continue
    const able = exporters.filter(({ reads }) => reads.includes(read)).map(({ id }) => id)
    throw new Unusable(`--${option} works with ${able.join(', ')}, not with ${exporter.id}`)
  }
}

/** Writes a diagram in another format. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE --to FORMAT [--out DIR] | --list',
  summary: 'Write a diagram as configuration for Azure or for the guests, or as a report.',
  options: [
    ['--to FORMAT', 'one of the formats that --list prints'],
    ['--out DIR', 'write files into this folder and print their names; without it the text is printed'],
    ['--scope SCOPE', 'everything, or load-balancer: what else there is exists already'],
    ['--machines MACHINES', 'create, or existing: only their network interfaces are written'],
    ['--azurerm VERSION', '5 or 4: the major version of the Terraform provider'],
    ['--since FILE', 'only what has changed since this diagram was deployed'],
    ['--machine NAME', 'only the guest of this virtual machine'],
    ['--theme THEME', 'light or dark: the colours of a picture'],
    ['--background KIND', 'solid or transparent: what is behind a picture'],
    ['--legend LEGEND', 'with or without: whether a picture says what its colours mean'],
    ['--base URL', 'for markdown: the address of Floatpath, to link the diagram'],
    ['--list', 'print every format, id first'],
  ],
  async run(args) {
    const { values, files, flags } = readArguments(args, {
      flags: ['list'],
      values: [
        'to',
        'out',
        'scope',
        'machines',
        'azurerm',
        'machine',
        'since',
        'theme',
        'background',
        'legend',
        'base',
      ],
    })
    if (flags.has('list')) {
      const width = Math.max(...exporters.map(({ id }) => id.length))
      print(exporters.map(({ id, title, about }) => `${id.padEnd(width)}  ${title}: ${about}`).join('\n'))
      return exitCode.ok
    }
    const format = values.get('to')
    if (format === undefined) throw new Unusable('--to is missing; --list prints the formats')
    const exporter = exporters.find(({ id }) => id === format)
    if (!exporter) {
      throw new Unusable(`--to takes one of ${exporters.map(({ id }) => id).join(', ')}, not ${format}`)
    }
    refuseUnread(exporter, values)
    const { document } = await readInput(onlyFile(files))
    const { files: written } = exporter.export(document, await optionsOf(document, values))
    const folder = values.get('out')
    const why = values.has('since') ? 'nothing has changed' : 'the diagram holds nothing'
    if (written.length === 0) complain(`floatpath export: ${why} for ${exporter.title}`)
    else if (folder === undefined) printFiles(written)
    else await writeFiles(folder, written)
    return exitCode.ok
  },
}
