import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { parseDocument } from '../topology/parse.ts'
import { applyCommands } from './command.ts'
import { nodeTypeOf } from './containers.ts'
import type { Drop } from './create/creator.ts'
import { type CreateKind, create, created, creators } from './create.ts'
import { boxesOf } from './node-boxes.ts'
import { untidy } from './test-tidy.ts'

const kinds = Object.keys(creators) as CreateKind[]

/** The document after a drop; of several choices the first is taken. */
function after(document: TopologyDocument, kind: CreateKind, drop: Drop = {}): TopologyDocument {
  const result = create(document, kind, drop)
  if ('refusal' in result) return document
  const creation = 'choices' in result ? result.choices[0] : result
  return creation ? applyCommands(document, creation.commands) : document
}

const addedTo = (before: TopologyDocument, later: TopologyDocument) =>
  Object.fromEntries(
    Object.entries(later.resources).filter(([id, fields]) => before.resources[id] !== fields),
  )

describe('the list of creators', () => {
  it('has one file each', () => {
    const files = readdirSync(new URL('./create', import.meta.url)).filter((file) => file !== 'creator.ts')
    const kebab = (kind: string) =>
      kind.replace('IP', 'Ip').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(files.toSorted()).toEqual(kinds.map((kind) => `${kebab(kind)}.ts`).toSorted())
  })
})

describe.each([
  ['an empty document', emptyDocument()],
  ['two TLS sites', twoTlsSites],
])('on %s', (name, document) => {
  it.each(kinds)('%s brings what it needs', async (kind) => {
    const result = create(document, kind)
    const described =
      'commands' in result
        ? {
            label: result.label,
            created: result.created,
            added: addedTo(document, applyCommands(document, result.commands)),
          }
        : result
    const file = `__golden__/create/${name.replaceAll(' ', '-')}/${kind}.json`
    await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot(file)
  })
})

describe('building the two-site example by hand', () => {
  it('gets there with nothing but drops', () => {
    let document = emptyDocument()
    for (const kind of [
      'internalFrontend',
      'loadBalancingRule',
      'internalFrontend',
      'loadBalancingRule',
      'virtualMachine',
      'virtualMachine',
      'probe',
    ] as const) {
      document = after(document, kind)
    }
    const model = resolve(document)
    expect(model.all('loadBalancer')).toHaveLength(1)
    expect(model.all('backendAddressPool')).toHaveLength(1)
    expect(model.all('loadBalancingRule').map((one) => [one.frontendPort, one.enableFloatingIP])).toEqual([
      [443, false],
      [443, true],
    ])
    expect(model.all('frontendIPConfiguration').map(({ id }) => model.frontendAddress(id))).toEqual([
      '10.0.0.100',
      '10.0.0.101',
    ])
    expect(model.membersOf(model.all('backendAddressPool')[0]?.id).map(({ address }) => address)).toEqual([
      '10.0.0.4',
      '10.0.0.5',
    ])
  })
})

describe('a loopback adapter', () => {
  it('is offered at once where one address is missing, with weak host on', () => {
    const result = create(twoTlsSites, 'loopbackInterface', { owner: 'virtualMachine/web2' })
    if (!('commands' in result)) throw new Error('expected an edit')
    expect(result.label).toBe('Add 10.0.0.101 of site-b to web2')
    const later = resolve(applyCommands(twoTlsSites, result.commands))
    expect(later.find('loopbackInterface', result.created)).toMatchObject({
      name: 'Loopback site-b',
      addresses: ['10.0.0.101/32'],
      weakHostReceive: true,
      weakHostSend: true,
    })
  })

  it('is refused with a reason where nothing is missing', () => {
    const result = create(twoTlsSites, 'loopbackInterface', { owner: 'virtualMachine/web1' })
    expect(result).toMatchObject({
      refusal: expect.stringContaining('web1 holds the address of every frontend'),
    })
  })

  it('asks where several are missing, and sets the NIC too', () => {
    let document = created(emptyDocument(), 'internalFrontend')
    for (const kind of [
      'loadBalancingRule',
      'internalFrontend',
      'loadBalancingRule',
      'virtualMachine',
    ] as const) {
      document = created(document, kind)
    }
    const result = create(document, 'loopbackInterface', { owner: 'virtualMachine/vm1' })
    if (!('choices' in result)) throw new Error('expected a question')
    expect(result.choices.map(({ label }) => label)).toEqual([
      'Add 10.0.0.101 of frontend-2 to vm1',
      'Add 10.0.0.100 of frontend-1 to vm1',
    ])
    const later = resolve(applyCommands(document, result.choices[0]?.commands ?? []))
    expect(later.find('networkInterface', 'networkInterface/vm1-nic')?.guest?.weakHostReceive).toBe(true)
  })

  it('is the interface lo on Linux', () => {
    let document = created(created(emptyDocument(), 'internalFrontend'), 'virtualMachine')
    document = applyCommands(document, [
      { type: 'resource.set', id: 'virtualMachine/vm1', path: 'guest.os', value: 'linux' },
    ])
    document = created(document, 'loopbackInterface')
    document = created(created(document, 'internalFrontend'), 'loopbackInterface')
    expect(resolve(document).all('loopbackInterface')).toMatchObject([
      { name: 'lo', addresses: ['10.0.0.100/32', '10.0.0.101/32'] },
    ])
  })
})

describe('public and internal frontends', () => {
  it('are not mixed on one load balancer', () => {
    const document = created(twoTlsSites, 'publicFrontend', { owner: 'loadBalancer/lb-web' })
    const model = resolve(document)
    expect(model.all('loadBalancer')).toHaveLength(2)
    expect(model.loadBalancerKind('loadBalancer/lb-web')).toBe('internal')
    expect(model.loadBalancerKind('loadBalancer/lb-1')).toBe('public')
  })
})

describe('a security group', () => {
  it('lets through what the rules send, addressed as the group sees it', () => {
    const document = created(twoTlsSites, 'networkSecurityGroup', { owner: 'subnet/snet-web' })
    expect(resolve(document).all('networkSecurityGroup')[0]?.securityRules).toMatchObject([
      {
        access: 'Allow',
        destinationAddressPrefixes: ['10.0.0.100', '10.0.0.101'],
        destinationPortRanges: ['443'],
      },
    ])
    const again = create(document, 'networkSecurityGroup', { owner: 'subnet/snet-web' })
    expect(again).toMatchObject({ refusal: expect.stringContaining('has the security group') })
  })
})

describe('any sequence of drops', () => {
  const position = fc.record({
    x: fc.integer({ min: -400, max: 1600 }),
    y: fc.integer({ min: -400, max: 1200 }),
  })
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    owner: fc.option(fc.nat({ max: 60 }), { nil: undefined }),
    position: fc.option(position, { nil: undefined }),
  })

  it.each([
    ['an empty document', emptyDocument()],
    ['two TLS sites', twoTlsSites],
  ])('gives a readable and tidy document: %s', (_, start) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let document = start
        for (const { kind, owner, position: at } of steps) {
          const ids = Object.keys(document.resources)
          const under = owner === undefined || ids.length === 0 ? undefined : ids[owner % ids.length]
          document = after(document, kind, {
            ...(under === undefined ? {} : { owner: under }),
            ...(at ? { position: at } : {}),
          })
        }
        expect(parseDocument(document)).toEqual({ ok: true, document })
        const model = resolve(document)
        for (const id of Object.keys(document.resources)) {
          if (nodeTypeOf(id)) expect(document.layout[id], id).toBeDefined()
        }
        for (const { x, y } of Object.values(document.layout))
          expect([x % 8, y % 8].map(Math.abs)).toEqual([0, 0])
        expect(untidy(document, boxesOf(document))).toEqual([])
        const identities = model.all('frontendIPConfiguration').map(({ id }) => document.layout[id]?.identity)
        expect(new Set(identities).size).toBe(identities.length)
        const addresses = [
          ...model.all('ipConfiguration').map(({ privateIPAddress }) => privateIPAddress),
          ...model.all('frontendIPConfiguration').map(({ id }) => model.frontendAddress(id)),
        ]
        expect(new Set(addresses).size).toBe(addresses.length)
      }),
      { seed: 20260801, numRuns: 150 },
    )
  })
})
