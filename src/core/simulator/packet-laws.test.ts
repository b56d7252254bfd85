import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressOfCidr,
  canonicalAddress,
  knownAddress,
  parsePrefix,
  sameAddress,
} from '../topology/address.ts'
import type { Resources, TopologyDocument } from '../topology/document.ts'
import { type Resource, resolve, type TopologyModel } from '../topology/model.ts'
import { intendedFlows } from './intended-flows.ts'
import { simulate } from './simulate.ts'
import { anyFlow, bounded, mutated } from './test-mutations.ts'
import type { Endpoint, Flow, InboundFlow, Trace } from './trace.ts'

const copied = (document: TopologyDocument): TopologyDocument => JSON.parse(JSON.stringify(document))

/** A document with its intended flows and one of any kind. */
const withFlows = mutated.chain((document) =>
  anyFlow(document).map((other) => ({ document, flows: [...intendedFlows(document), other] })),
)

const tracesOf = (document: TopologyDocument, flows: readonly Flow[]): readonly Trace[] =>
  flows.flatMap((flow) => simulate(document, flow).traces)

/** The rule whose frontend a call reached, unless a global load balancer hands it on. */
function ruleOf(model: TopologyModel, { hops }: Trace) {
  const id = hops.find(({ at }) => at === 'frontend')?.resource
  const found = model.find('loadBalancingRule', id) ?? model.find('inboundNatRule', id)
  const isGlobal = model.find('loadBalancer', found?.loadBalancer)?.tier === 'Global'
  const frontend = model.find('frontendIPConfiguration', found?.frontendIPConfiguration)
  const lb = model.find('loadBalancer', frontend?.loadBalancer)
  return found && frontend && !isGlobal && lb?.tier !== 'Global' ? { found, frontend } : undefined
}

/** What a guest must see, said without the simulator: the frontend's address with floating IP, else the NIC's. */
function seenThrough(model: TopologyModel, trace: Trace): Endpoint | undefined {
  const rule = ruleOf(model, trace)
  const member = model.find('ipConfiguration', trace.backendIPConfiguration)
  if (!rule || !member || trace.flow.kind === 'probe') return undefined
  const { found, frontend } = rule
  const publicAddress = model.find('publicIPAddress', frontend.publicIPAddress)
  const own = publicAddress ? publicAddress.ipAddress : frontend.privateIPAddress
  const address =
    found.enableFloatingIP === true
      ? (knownAddress(own) ?? frontend.id)
      : (knownAddress(member.privateIPAddress) ?? member.id)
  return { address, port: found.backendPort || trace.flow.port }
}

describe('for any document and flow', () => {
  it('the same diagram gives the same traces, whatever was asked before', () => {
    fc.assert(
      fc.property(withFlows, ({ document, flows }) => {
        const there = flows.map((flow) => JSON.stringify(simulate(document, flow)))
        const other = copied(document)
        const back = flows.toReversed().map((flow) => JSON.stringify(simulate(other, flow)))
        expect(back.toReversed()).toEqual(there)
      }),
      { ...bounded, numRuns: 200 },
    )
  }, 20_000)

  it('with floating IP the guest sees the frontend, without it the NIC, and always the backend port', () => {
    const seen = { floating: 0, default: 0 }
    fc.assert(
      fc.property(withFlows, ({ document, flows }) => {
        const model = resolve(document)
        for (const trace of tracesOf(document, flows)) {
          const expected = seenThrough(model, trace)
          if (!expected || !trace.guestSees || trace.flow.kind === 'routed') continue
          expect(trace.guestSees).toEqual(expected)
          seen[ruleOf(model, trace)?.found.enableFloatingIP === true ? 'floating' : 'default']++
        }
      }),
      bounded,
    )
    expect(seen.floating).toBeGreaterThan(50)
    expect(seen.default).toBeGreaterThan(50)
  }, 20_000)

  it('who gets an answer gets it from the address and port that was called', () => {
    let delivered = 0
    fc.assert(
      fc.property(withFlows, ({ document, flows }) => {
        const model = resolve(document)
        for (const { flow, verdict, hops } of tracesOf(document, flows)) {
          if ((flow.kind !== 'inbound' && flow.kind !== 'hairpin') || verdict !== 'delivered') continue
          const address = model.frontendAddress(flow.to) ?? canonicalAddress(flow.to)
          expect(hops.at(-1)?.source).toEqual({ address, port: flow.port })
          expect(hops.at(-1)?.destination).toEqual(hops[0]?.source)
          delivered++
        }
      }),
      bounded,
    )
    expect(delivered).toBeGreaterThan(50)
  }, 20_000)
})

type Machine = Resource<'virtualMachine'>

/** A change that takes something from a guest. */
interface Weakening {
  readonly text: string
  readonly apply: (resources: Resources) => Resources
}

const put = (resources: Resources, id: string, fields: object): Resources =>
  ({ ...resources, [id]: fields }) as Resources

function weakeningsOf(model: TopologyModel, machine: Machine, caller: string): readonly Weakening[] {
  const { id: _id, ...fields } = machine
  const firewall: Weakening = {
    text: 'firewall on',
    apply: (resources) => {
      const guest = { ...fields.guest, firewall: { ...fields.guest?.firewall, enabled: true } }
      return put(resources, machine.id, { ...fields, guest })
    },
  }
  const addresses = model.loopbacksOf(machine.id).flatMap(({ id, ...loopback }) =>
    // A guest that holds the caller's address drops the call as its own: taking that away helps.
    (loopback.addresses ?? []).flatMap((address, index) =>
      sameAddress(addressOfCidr(address), caller)
        ? []
        : [
            {
              text: `${id} without ${address}`,
              apply: (resources: Resources) =>
                put(resources, id, { ...loopback, addresses: loopback.addresses?.toSpliced(index, 1) }),
            },
          ],
    ),
  )
  const all = model.listenersOf(machine.id)
  const listeners = all
    // Of two UDP sockets on one port the wrong one may be first.
    .filter(
      (one) => all.filter(({ protocol, port }) => protocol === one.protocol && port === one.port).length < 2,
    )
    .map(({ id }) => ({
      text: `without ${id}`,
      apply: ({ [id]: _gone, ...rest }: Resources) => rest as Resources,
    }))
  return [firewall, ...addresses, ...listeners]
}

/** Guests of which less means less: a short prefix on `lo` takes answers, a port forward takes addresses that nobody holds. */
function isPlain(model: TopologyModel, machine: Machine): boolean {
  const short = model
    .loopbacksOf(machine.id)
    .flatMap(({ addresses }) => addresses ?? [])
    .some((text) => (parsePrefix(text)?.length ?? 0) < 32)
  return machine.guest !== undefined && !short && (machine.guest.portForwards ?? []).length === 0
}

function sendsToAll(model: TopologyModel, trace: Trace): boolean {
  const probe = (ruleOf(model, trace)?.found as Resource<'loadBalancingRule'> | undefined)?.probe
  return model.find('probe', probe)?.noHealthyBackendsBehavior === 'AllProbedUp'
}

it('a guest that is given less never answers more', () => {
  let checked = 0
  fc.assert(
    fc.property(mutated, (document) => {
      const model = resolve(document)
      const flows = intendedFlows(document).filter((flow): flow is InboundFlow => flow.kind === 'inbound')
      const machines = model.all('virtualMachine').filter((machine) => isPlain(model, machine))
      for (const flow of flows) {
        for (const machine of machines) {
          const asked = { ...flow, backend: machine.id }
          const before = simulate(document, asked).traces
          if (before.some((trace) => trace.verdict === 'delivered' || sendsToAll(model, trace))) continue
          const caller = before[0]?.hops[0]?.source.address ?? ''
          for (const { text, apply } of weakeningsOf(model, machine, caller)) {
            const { traces } = simulate({ resources: apply(document.resources) }, asked)
            const helped = traces.filter(({ verdict }) => verdict === 'delivered')
            expect({ text, asked, helped: helped.length }).toEqual({ text, asked, helped: 0 })
            checked++
          }
        }
      }
    }),
    bounded,
  )
  expect(checked).toBeGreaterThan(50)
}, 20_000)
