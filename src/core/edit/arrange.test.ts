import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import type { LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { arranged } from './arrange.ts'
import { applyCommands } from './command.ts'
import { nodeTypeOf } from './containers.ts'
import { created } from './create.ts'
import { around } from './geometry.ts'
import { roomAfter } from './make-room.ts'
import { boxesOf } from './node-boxes.ts'
import { untidy } from './test-tidy.ts'

const bare = { ...twoTlsSites, layout: {} }

/** Everything has a place on the grid, siblings cover nothing of each other, contents lie inside. */
function expectTidy(document: TopologyDocument): void {
  for (const id of Object.keys(document.resources)) {
    if (!nodeTypeOf(id)) continue
    const { x, y } = document.layout[id] as LayoutEntry
    expect([Math.abs(x % 8), Math.abs(y % 8)], id).toEqual([0, 0])
  }
  expect(untidy(document, boxesOf(document))).toEqual([])
}

function many(machines: number, frontends: number): TopologyDocument {
  const resources: Record<string, unknown> = {
    'loadBalancer/lb': { name: 'lb', sku: 'Standard' },
    'backendAddressPool/pool': { name: 'pool', loadBalancer: 'loadBalancer/lb' },
    'virtualNetwork/vnet': { name: 'vnet', addressPrefixes: ['10.0.0.0/8'] },
    'subnet/a': { name: 'a', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.0.0/16' },
    'subnet/b': { name: 'b', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.1.0.0/16' },
    'subnet/lost': { name: 'lost' },
    'loadBalancingRule/lost': { name: 'lost' },
    'virtualMachine/lost': { name: 'lost' },
    'client/one': { name: 'one' },
    'client/two': { name: 'two' },
  }
  for (let n = 0; n < frontends; n++) {
    const loadBalancer = 'loadBalancer/lb'
    resources[`frontendIPConfiguration/f${n}`] = { name: `f${n}`, loadBalancer }
    for (const kind of n % 3 === 0 ? ['x', 'y'] : ['x']) {
      resources[`loadBalancingRule/r${n}${kind}`] = {
        name: `r${n}${kind}`,
        loadBalancer,
        frontendIPConfiguration: `frontendIPConfiguration/f${n}`,
        backendAddressPool: 'backendAddressPool/pool',
      }
    }
  }
  for (let n = 0; n < machines; n++) {
    resources[`virtualMachine/m${n}`] = { name: `m${n}` }
    resources[`networkInterface/n${n}`] = { name: `n${n}`, virtualMachine: `virtualMachine/m${n}` }
    resources[`ipConfiguration/i${n}`] = {
      name: `i${n}`,
      networkInterface: `networkInterface/n${n}`,
      subnet: n % 4 === 0 ? 'subnet/b' : 'subnet/a',
      primary: true,
    }
  }
  return { version: 1, name: '', resources, layout: {} } as TopologyDocument
}

describe('arranging', () => {
  it('puts the first example into columns', () => {
    const { layout } = arranged(bare)
    const at = (id: string) => layout[id] ?? { x: Number.NaN, y: Number.NaN }
    const row = (letter: string) => [
      at(`frontendIPConfiguration/site-${letter}`),
      at(`loadBalancingRule/https-${letter}`),
    ]
    const [first, second] = [row('a'), row('b')]
    expect(first.map(({ y }) => y)).toEqual([first[0]?.y, first[0]?.y])
    expect(second.map(({ x }) => x)).toEqual(first.map(({ x }) => x))
    expect(at('backendAddressPool/web-pool').y).toBe(first[1]?.y)
    const columns = [
      at('client/app-tier'),
      ...first,
      at('backendAddressPool/web-pool'),
      at('virtualMachine/web1'),
    ].map(({ x }) => x)
    expect(columns).toEqual(columns.toSorted((one, other) => one - other))
    expect(new Set(columns).size).toBe(5)
    expect(at('virtualMachine/web2').x).toBe(at('virtualMachine/web1').x)
    expect(at('frontendIPConfiguration/site-b')).toMatchObject({ identity: 1 })
  })

  it.each([
    ['the first example', bare],
    ['3 machines', many(3, 2)],
    ['40 machines and 10 frontends', many(40, 10)],
  ])('leaves nothing on top of each other: %s', (_, document) => {
    expectTidy(arranged(document))
  })

  it.each([
    [100, 100],
    [40, 30],
    [12, 20],
  ])('fits a wide screen: %i machines and %i frontends', (machines, frontends) => {
    const all = around([...boxesOf(arranged(many(machines, frontends))).values()])
    const ratio = (all?.width ?? 0) / (all?.height ?? 1)
    expect(ratio).toBeGreaterThan(1)
    expect(ratio).toBeLessThan(3)
  })

  it('puts many load balancers and subnets into columns that fit a screen', () => {
    const document = arranged(manySites(18))
    expectTidy(document)
    const all = around([...boxesOf(document).values()])
    expect(all?.height).toBeLessThan(3600)
    expect((all?.width ?? 0) / (all?.height ?? 1)).toBeLessThan(2.5)
  })

  it('gives the same document back where nothing lacks a place', () => {
    const document = arranged(many(4, 2))
    expect(arranged(document)).toBe(document)
  })

  it('moves nothing that has a place, and finds room beside it', () => {
    const start = arranged(many(8, 4))
    for (const id of Object.keys(start.layout)) {
      const { [id]: entry, ...layout } = start.layout
      const again = arranged({ ...start, layout })
      expect(again.layout).toMatchObject(layout)
      expect(again.layout[id], id).toHaveProperty('x')
      expect(entry?.identity).toBe(again.layout[id]?.identity)
    }
  })

  it('is quick for a thousand machines', () => {
    expectGrid(arranged(many(1_000, 600)))
  })
})

/** Load balancers with three frontends, three rules and a pool of eight machines in a subnet of their own. */
function manySites(count: number): TopologyDocument {
  const resources: Record<string, unknown> = {
    'virtualNetwork/v': { name: 'v', addressPrefixes: ['10.0.0.0/16'] },
  }
  for (let site = 0; site < count; site++) {
    const loadBalancer = `loadBalancer/${site}`
    const machines = Array.from({ length: 8 }, (_, index) => `${site}-${index}`)
    resources[loadBalancer] = { name: `lb-${site}` }
    resources[`subnet/${site}`] = { name: `s-${site}`, virtualNetwork: 'virtualNetwork/v' }
    for (const id of machines) {
      resources[`virtualMachine/${id}`] = { name: id }
      resources[`networkInterface/${id}`] = { name: id, virtualMachine: `virtualMachine/${id}` }
      resources[`ipConfiguration/${id}`] = {
        name: id,
        networkInterface: `networkInterface/${id}`,
        subnet: `subnet/${site}`,
      }
    }
    const backendIPConfigurations = machines.map((id) => `ipConfiguration/${id}`)
    resources[`backendAddressPool/${site}`] = { name: 'p', loadBalancer, backendIPConfigurations }
    for (const id of [`${site}-a`, `${site}-b`, `${site}-c`]) {
      resources[`frontendIPConfiguration/${id}`] = { name: id, loadBalancer }
      resources[`loadBalancingRule/${id}`] = {
        name: id,
        loadBalancer,
        frontendIPConfiguration: `frontendIPConfiguration/${id}`,
        backendAddressPool: `backendAddressPool/${site}`,
      }
    }
  }
  return { version: 1, name: '', resources, layout: {} } as TopologyDocument
}

function expectGrid(document: TopologyDocument): void {
  expect(Object.keys(document.layout).length).toBeGreaterThan(2_400)
}

describe('room for what grows', () => {
  it('pushes down what a machine has grown over, and nothing else', () => {
    const before = arranged(bare)
    let after = before
    for (let row = 0; row < 3; row++) {
      after = applyCommands(after, [
        {
          type: 'resource.add',
          id: `listener/more-${row}`,
          fields: { name: `more-${row}`, virtualMachine: 'virtualMachine/web1' },
        },
      ])
    }
    const moved = roomAfter(before, after)
    expect(Object.keys(moved)).toEqual(['virtualMachine/web2'])
    expectTidy({ ...after, layout: { ...after.layout, ...moved } })
    expect(roomAfter(before, before)).toEqual({})
  })

  it('keeps a diagram tidy that is built by drops', () => {
    let document = created(created(bare, 'virtualMachine'), 'publicFrontend')
    document = created(created(document, 'client'), 'loadBalancer')
    expectTidy(arranged(document))
  })
})
