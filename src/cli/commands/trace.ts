import { combine } from '../../core/import/combine.ts'
import { assumeProbes, measuredProbes } from '../../core/simulator/assumed-probes.ts'
import { intendedFlows, intendedFlowsAreCut } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { onlyFile, readArguments } from '../arguments.ts'
import { type Command, exitCode } from '../command.ts'
import { displayName, parseJson, readInput, readText, standardInputOnce } from '../input.ts'
import { complain, print, printJson } from '../output.ts'
import { Unusable } from '../problem.ts'
import { traceText } from '../trace-text.ts'

/** A flow as it was given. What its fields hold is the simulator's to judge. */
function asFlow(value: unknown, name: string): Flow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unusable(`${name}: a flow is a JSON object`)
  }
  return value as Flow
}

async function flowsIn(file: string): Promise<readonly Flow[]> {
  const name = displayName(file)
  const value = parseJson(await readText(file), name)
  if (!Array.isArray(value)) throw new Unusable(`${name}: a JSON array of flows is expected`)
  return value.map((item, index) => asFlow(item, `${name}: ${index}`))
}

/** The diagram with its probes as Azure found them. */
async function asMeasured(document: TopologyDocument, file: string): Promise<TopologyDocument> {
  const { piece } = await readInput(file, { part: true })
  if (!piece?.health) throw new Unusable(`${displayName(file)}: these are no health answers of Azure`)
  const { health, notes } = combine([piece], document)
  for (const { subject, message } of notes) complain(`floatpath trace: ${subject}: ${message}`)
  return assumeProbes(document, new Map(), measuredProbes(health))
}

/** Follows packets through a diagram. */
export const trace: Command = {
  name: 'trace',
  usage: 'FILE [--flow JSON | --flows FILE] [--health FILE] [--json]',
  summary: 'Follow packets through a diagram: those it is meant for, or those given.',
  options: [
    ['--flow JSON', 'follow this flow only'],
    ['--flows FILE', 'follow the flows in this file, a JSON array'],
    ['--health FILE', 'take probe states from Azure’s health answers in this file'],
    ['--json', 'print JSON'],
  ],
  async run(args) {
    const { flags, values, files } = readArguments(args, {
      flags: ['json'],
      values: ['flow', 'flows', 'health'],
    })
    const file = onlyFile(files)
    const flow = values.get('flow')
    const flows = values.get('flows')
    if (flow !== undefined && flows !== undefined) throw new Unusable('--flow and --flows exclude each other')
    const health = values.get('health')
    standardInputOnce(file, flows, health)
    const { document: drawn } = await readInput(file)
    const document = health === undefined ? drawn : await asMeasured(drawn, health)
    const given =
      flow !== undefined
        ? [asFlow(parseJson(flow, '--flow'), '--flow')]
        : flows !== undefined
          ? await flowsIn(flows)
          : intendedFlows(document)
    const results = given.map((one) => simulate(document, one))
    if (flags.has('json')) printJson({ results })
    else print(traceText(results))
    if (given === intendedFlows(document) && intendedFlowsAreCut(document)) {
      complain(`${displayName(file)}: too many clients and rules; further clients of each rule are left out`)
    }
    return exitCode.ok
  },
}
