import { describe, expect, it } from 'vitest'
import { intendedFlows } from '../simulator/intended-flows.ts'
import { simulate } from '../simulator/simulate.ts'
import { showEndpoint } from '../simulator/test-outcome.ts'
import type { Flow, Trace } from '../simulator/trace.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { scenarios } from './index.ts'
import type { Scenario } from './scenario.ts'

/** Rows as lines whose cells stand below each other; the last cell may be of any length. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  '),
  )
}

function showFlow(model: TopologyModel, flow: Flow): string {
  const { nameOf } = model
  if (flow.kind === 'probe') return `probe ${nameOf(flow.probe)} → ${nameOf(flow.virtualMachine)}`
  const { kind, from, to, port, protocol } = flow
  const options = Object.entries(flow)
    .filter(([key]) => ['sourcePort', 'backend', 'bind'].includes(key))
    .map(([key, value]) => `, ${key} ${nameOf(String(value))}`)
  return `${kind} ${nameOf(from)} → ${showEndpoint({ address: nameOf(to), port })} ${protocol}${options.join('')}`
}

function showEnd(model: TopologyModel, trace: Trace): string {
  const { verdict, at, reason, securityRule, guestSees, backend, backendIPConfiguration } = trace
  const member = [backend, backendIPConfiguration].flatMap((id) => (id ? model.nameOf(id) : []))
  return [
    `= ${verdict} at ${at}, ${reason}`,
    ...(securityRule === undefined ? [] : [`, by ${securityRule ?? 'no security group'}`]),
    ...(member.length === 0 ? [] : [`; ${member.join(' ')}`]),
    ...(guestSees ? [`; the guest sees ${showEndpoint(guestSees)}`] : []),
  ].join('')
}

function showTrace(model: TopologyModel, trace: Trace): string[] {
  const rows = trace.hops.map(({ at, resource, source, destination, confidence, fact, note }) => [
    at,
    model.nameOf(resource),
    `${showEndpoint(source)} → ${showEndpoint(destination)}`,
    confidence,
    fact,
    note,
  ])
  return [...aligned(rows), showEnd(model, trace)].map((line) => `  ${line}`)
}

function showFlows(document: TopologyDocument, title: string, flows: readonly Flow[]): string[] {
  const model = resolve(document)
  const shown = flows.flatMap((flow) => {
    const { traces, problem } = simulate(document, flow)
    const ends = problem === undefined ? traces.flatMap((one) => showTrace(model, one)) : [`  ! ${problem}`]
    return [showFlow(model, flow), ...ends, '']
  })
  return shown.length === 0 ? [] : [`# ${title}`, '', ...shown]
}

/** Every packet of a scenario, hop by hop: of its intended flows, and of those it lists besides. */
function report({ document, flows }: Scenario): string {
  const intended = intendedFlows(document)
  const known = new Set(intended.map((flow) => JSON.stringify(flow)))
  const others = flows.map(({ flow }) => flow).filter((flow) => !known.has(JSON.stringify(flow)))
  return [
    ...showFlows(document, 'Intended flows', intended),
    ...showFlows(document, 'Other flows', others),
  ].join('\n')
}

describe('every packet of', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (id, scenario) => {
    await expect(report(scenario)).toMatchFileSnapshot(`__golden__/${id}.txt`)
  })
})
