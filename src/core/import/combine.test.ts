import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { without } from '../edit/without.ts'
import { lint } from '../lint/lint.ts'
import { intendedFlows } from '../simulator/intended-flows.ts'
import { simulate } from '../simulator/simulate.ts'
import { patch, type TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { combine } from './combine.ts'
import { importText } from './import-text.ts'
import type { Piece } from './importer.ts'
import { piecesOf } from './test-pieces.ts'

const pieceOf = (value: unknown): Piece => {
  const result = importText(JSON.stringify(value))
  if (!result.ok) throw new Error(result.message)
  return result
}

/** What a document says, whatever its ids and the order of things in it: names in place of ids. */
function meaning(document: TopologyDocument): readonly string[] {
  const nameOf = (id: string): string => {
    const fields = document.resources[id] as { name: string } & Record<string, unknown>
    const owner = fields.loadBalancer ?? fields.virtualNetwork ?? fields.networkInterface
    return `${id.split('/')[0]} ${typeof owner === 'string' ? `${nameOf(owner)} ` : ''}${fields.name.toLowerCase()}`
  }
  const say = (value: unknown): unknown => {
    if (typeof value === 'string') return Object.hasOwn(document.resources, value) ? nameOf(value) : value
    if (Array.isArray(value))
      return value
        .map(say)
        .map((item) => JSON.stringify(item))
        .sort()
    if (typeof value !== 'object' || value === null) return value
    return Object.entries(value)
      .map(([key, item]) => `${key}=${JSON.stringify(say(item))}`)
      .sort()
  }
  return Object.entries(document.resources)
    .map(([id, { name: _name, ...fields }]) => `${nameOf(id)}: ${JSON.stringify(say(fields))}`)
    .sort()
}

const setup = fc
  .record({
    members: fc.integer({ min: 0, max: 3 }),
    rules: fc.integer({ min: 0, max: 3 }),
    listsMembers: fc.boolean(),
    two: fc.boolean(),
  })
  .map(({ two, ...options }) => [
    ...Object.values(piecesOf(options)),
    ...(two ? Object.values(piecesOf({ ...options, lb: 'lb-api' })) : []),
  ])
  .map((pieces) => pieces.filter((piece) => !Array.isArray(piece) || piece.length > 0).map(pieceOf))

const shuffled = setup.chain((pieces) =>
  fc.tuple(
    fc.constant(pieces),
    fc.shuffledSubarray(pieces, { minLength: pieces.length, maxLength: pieces.length }),
  ),
)

describe('pieces', () => {
  const { loadBalancer, nics, virtualNetwork, securityGroups, publicAddresses, machines } = piecesOf()

  it('of a load balancer alone name the commands that complete it, until their output is there', () => {
    const alone = combine([pieceOf(loadBalancer)])
    expect(alone.document.name).toBe('lb-shop')
    expect(alone.next.map(({ command }) => command)).toEqual([
      'az network public-ip list -g rg-app -o json',
      'az network nic list -g rg-app -o json',
      'az network vnet list -g rg-app -o json',
      'az network nsg list -g rg-app -o json',
    ])
    const more = combine([pieceOf(loadBalancer), pieceOf(nics), pieceOf(publicAddresses)])
    expect(more.next.map(({ command }) => command)).toEqual([
      'az network nsg list -g rg-app -o json',
      'az network vnet list -g rg-app -o json',
    ])
    const all = [loadBalancer, nics, virtualNetwork, securityGroups, publicAddresses, machines].map(pieceOf)
    expect(combine(all)).toMatchObject({ next: [], notes: [] })
  })

  it('complete each other in one diagram that can be traced', () => {
    const all = [machines, nics, loadBalancer, publicAddresses, securityGroups, virtualNetwork]
    const { document } = combine(all.map(pieceOf))
    const [flow] = intendedFlows(document)
    if (!flow) throw new Error('no flow')
    // Nothing is said about the guests yet: the packets get that far.
    expect(simulate(document, flow).traces.map(({ reason }) => reason)).toEqual([
      'guest-unknown',
      'guest-unknown',
    ])
  })

  it('say the same in any order', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(meaning(combine(other).document)).toEqual(meaning(combine(one).document))
      }),
      { numRuns: 60 },
    )
  })

  it('say nothing new the second time, one by one or all together', () => {
    fc.assert(
      fc.property(shuffled, ([pieces, again]) => {
        const once = combine(pieces).document
        const twice = combine(again, once)
        expect(twice.document).toBe(once)
        expect(twice).toMatchObject({ added: [], updated: [] })
        expect(meaning(combine([...pieces, ...again]).document)).toEqual(meaning(once))
      }),
      { numRuns: 60 },
    )
  })
})

describe('importing again', () => {
  const { loadBalancer, nics } = piecesOf()
  const before = combine([loadBalancer, nics].map(pieceOf)).document
  const machine = 'virtualMachine/lb-shop-vm0'

  it('updates what has changed, and keeps the guest, the places and what was drawn beside it', () => {
    const drawn = {
      ...patch(before, machine, { guest: { os: 'linux' } }),
      layout: { [machine]: { x: 8, y: 8 } },
    }
    const [rule] = loadBalancer.loadBalancingRules
    const { enableFloatingIP: _off, ...changed } = { ...rule, backendPort: 8443 }
    const { document, added, updated } = combine(
      [pieceOf({ ...loadBalancer, loadBalancingRules: [changed] })],
      drawn,
    )
    expect(added).toEqual([])
    expect(updated).toEqual(['loadBalancingRule/rule0'])
    expect(document.resources['loadBalancingRule/rule0']).toMatchObject({ backendPort: 8443 })
    expect(document.resources['loadBalancingRule/rule0']).not.toHaveProperty('enableFloatingIP')
    expect(document.resources[machine]).toMatchObject({ guest: { os: 'linux' } })
    expect(document.layout).toEqual(drawn.layout)
  })

  it('takes a member out of a pool that the load balancer lists without it', () => {
    const [pool] = loadBalancer.backendAddressPools
    const smaller = { ...pool, backendIPConfigurations: pool?.backendIPConfigurations?.slice(1) }
    const { document } = combine([pieceOf({ ...loadBalancer, backendAddressPools: [smaller] })], before)
    expect(resolve(document).all('backendAddressPool')[0]?.backendIPConfigurations).toEqual([
      'ipConfiguration/lb-shop-nic1-ip',
    ])
  })

  it('empties a pool that Azure says it has nobody in', () => {
    const again = (more: object) => {
      const { backendIPConfigurations: _none, ...pool } = loadBalancer.backendAddressPools[0] ?? {}
      const fresh = pieceOf({ ...loadBalancer, backendAddressPools: [{ ...pool, ...more }] })
      const model = resolve(combine([fresh], before).document)
      return model.all('backendAddressPool')[0]?.backendIPConfigurations?.length
    }
    expect(again({ provisioningState: 'Succeeded' })).toBeUndefined()
    // A body that somebody wrote says nothing of members: their NICs do.
    expect(again({})).toBe(2)
  })

  it('keeps members by address of a pool that is written without any, until Azure says it has none', () => {
    const { backendIPConfigurations: _nics, ...pool } = loadBalancer.backendAddressPools[0] ?? {}
    const lb = (more: object) => pieceOf({ ...loadBalancer, backendAddressPools: [{ ...pool, ...more }] })
    const members = { loadBalancerBackendAddresses: [{ name: 'a', ipAddress: '10.1.0.9' }] }
    const drawn = combine([lb(members)]).document
    const poolAfter = (more: object) =>
      resolve(combine([lb(more)], drawn).document).all('backendAddressPool')[0]
    expect(poolAfter({})).toMatchObject({ loadBalancerBackendAddresses: [{ ipAddress: '10.1.0.9' }] })
    expect(poolAfter({ provisioningState: 'Succeeded' })).not.toHaveProperty('loadBalancerBackendAddresses')
  })

  it.each([{ enableIPForwarding: false }, {}])(
    'takes a security group from a NIC of which nothing else was known (NIC now with %o)',
    (more) => {
      const [nic] = nics
      const { enableIPForwarding: _flag, networkSecurityGroup: _group, ...plain } = nic ?? {}
      const drawn = combine([pieceOf([{ ...plain, networkSecurityGroup: nic?.networkSecurityGroup }])])
      const own = 'networkInterface/lb-shop-nic0'
      expect(drawn.document.resources[own]).toHaveProperty('networkSecurityGroup')
      const { document, updated } = combine([pieceOf([{ ...plain, ...more }])], drawn.document)
      expect(updated).toEqual([own])
      expect(document.resources[own]).not.toHaveProperty('networkSecurityGroup')
    },
  )

  it('says which parts of a load balancer Azure does not have any more, and of nothing else', () => {
    const two = piecesOf({ rules: 2 }).loadBalancer
    const other = piecesOf({ lb: 'lb-api' }).loadBalancer
    const drawn = combine([two, nics, other].map(pieceOf)).document
    const { probes: _unsaid, ...silent } = { ...loadBalancer, loadBalancingRules: [] }
    const rulesAlone = loadBalancer.loadBalancingRules.map(({ probe: _probe, ...rule }) => rule)
    const fresh = pieceOf({ ...loadBalancer, loadBalancingRules: rulesAlone, probes: [] })
    expect(combine([fresh], drawn).gone).toEqual(['probe/alive', 'loadBalancingRule/rule1'])
    // A list that is left out, as a query does, says nothing about its things.
    expect(combine([pieceOf(silent)], drawn).gone).toEqual([
      'loadBalancingRule/rule0',
      'loadBalancingRule/rule1',
    ])
    const short = pieceOf({ id: loadBalancer.id, name: 'lb-shop', probes: [] })
    expect(combine([fresh, short], drawn).gone).toEqual(combine([short, fresh], drawn).gone)
    // What another piece describes is wanted, and only what Azure prints of a load balancer is all of it.
    expect(combine([fresh, pieceOf(two)], drawn).gone).toEqual([])
    const { id: _id, name, sku, ...properties } = loadBalancer
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      resources: [{ type: 'Microsoft.Network/loadBalancers', name, sku, properties }],
    }
    expect(combine([pieceOf(template)], drawn).gone).toEqual([])
    expect(combine([pieceOf(nics)], drawn).gone).toEqual([])
    const { document, gone } = combine([fresh], drawn)
    expect(document.resources).toHaveProperty(['loadBalancingRule/rule1'])
    const left = without(document, gone)
    expect(Object.keys(drawn.resources).filter((one) => !Object.hasOwn(left.resources, one))).toEqual(gone)
    expect(combine([fresh], left)).toMatchObject({ gone: [], added: [], updated: [] })
  })

  it('keeps things of one name at two load balancers apart', () => {
    const other = combine([pieceOf(piecesOf({ lb: 'lb-api' }).loadBalancer)], before)
    expect(other.updated).toEqual([])
    const again = combine([pieceOf(piecesOf({ lb: 'lb-api' }).loadBalancer)], other.document)
    expect(again.document).toBe(other.document)
    expect(
      resolve(other.document)
        .all('loadBalancingRule')
        .map(({ loadBalancer: lb }) => lb),
    ).toEqual(['loadBalancer/lb-shop', 'loadBalancer/lb-api'])
  })
})

describe('a scale set', () => {
  it('has one machine for each instance, whatever its NICs are called', () => {
    const scope = '/subscriptions/1/resourceGroups/MC_rg/providers'
    const set = `${scope}/Microsoft.Compute/virtualMachineScaleSets/nodes/virtualMachines`
    const ip = (index: number) => `${set}/${index}/networkInterfaces/nic/ipConfigurations/ip`
    const lb = `${scope}/Microsoft.Network/loadBalancers/kubernetes`
    const balancer = pieceOf({
      id: lb,
      name: 'kubernetes',
      backendAddressPools: [{ name: 'pool', backendIPConfigurations: [{ id: ip(0) }, { id: ip(1) }] }],
    })
    const alone = combine([balancer])
    expect(alone.next.map(({ command }) => command)).toEqual([
      'az vmss nic list -g MC_rg --vmss-name nodes -o json',
    ])
    // Listed in the other order: instances are told apart by their machine.
    const nics = [1, 0].map((index) => ({
      id: `${set}/${index}/networkInterfaces/nic`,
      name: 'nic',
      virtualMachine: { id: `${set}/${index}` },
      ipConfigurations: [
        { id: ip(index), name: 'ip', primary: true, privateIPAddress: `10.0.0.${4 + index}` },
      ],
    }))
    const { document } = combine([balancer, pieceOf(nics)])
    const model = resolve(document)
    expect(model.all('virtualMachine').map(({ name, scaleSet }) => `${name} of ${scaleSet}`)).toEqual([
      'nodes_0 of nodes',
      'nodes_1 of nodes',
    ])
    const addresses = model.all('ipConfiguration').map(({ privateIPAddress, networkInterface }) => {
      const owner = model.all('networkInterface').find(({ id }) => id === networkInterface)?.virtualMachine
      return `${owner} ${privateIPAddress}`
    })
    expect(addresses.sort()).toEqual(['virtualMachine/nodes-0 10.0.0.4', 'virtualMachine/nodes-1 10.0.0.5'])
  })
})

it('a group of which only the name is known is not said to deny anything', () => {
  const { loadBalancer, nics } = piecesOf()
  const group =
    '/subscriptions/1111/resourceGroups/rg-app/providers/Microsoft.Network/networkSecurityGroups/nsg'
  const guarded = nics.map((nic) => ({ ...nic, networkSecurityGroup: { id: group } }))
  const read = (value: unknown) => {
    const piece = importText(JSON.stringify(value))
    if (!piece.ok) throw new Error(piece.message)
    return piece
  }
  const pieces = [read(loadBalancer), read(guarded)]
  const denials = ({ document }: { readonly document: TopologyDocument }) =>
    lint(document).filter(({ rule }) => rule.startsWith('security-rule-'))
  const reasons = ({ document }: { readonly document: TopologyDocument }) =>
    intendedFlows(document).flatMap((flow) => simulate(document, flow).traces.map(({ reason }) => reason))
  expect(denials(combine(pieces))).toEqual([])
  expect(reasons(combine(pieces))).not.toContain('nsg-deny')
  const known = combine([...pieces, read({ id: group, name: 'nsg', securityRules: [] })])
  expect(denials(known)).not.toEqual([])
  expect(reasons(known)).toContain('nsg-deny')
})
