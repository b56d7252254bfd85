import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../lint/lint.ts'
import { scenarios } from '../../scenarios/index.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { emptyDocument, patch, type ResourceFields, type TopologyDocument } from '../../topology/document.ts'
import { resolve } from '../../topology/model.ts'
import { parseDocument } from '../../topology/parse.ts'
import { applyCommands } from '../command.ts'
import { nodeTypeOf } from '../containers.ts'
import type { Drop } from '../create/creator.ts'
import { created } from '../create.ts'
import { boxesOf } from '../node-boxes.ts'
import { untidy } from '../test-tidy.ts'
import { clipOf, clipText, readClip } from './clip.ts'
import { duplicate, type Pasting, paste } from './paste.ts'

const pastingOf = (result: ReturnType<typeof paste>): Pasting => {
  if ('refusal' in result) throw new Error(result.refusal)
  return result
}

const duplicated = (document: TopologyDocument, ids: readonly string[]) =>
  applyCommands(document, pastingOf(duplicate(document, ids)).commands)

const pastedInto = (
  target: TopologyDocument,
  source: TopologyDocument,
  ids: readonly string[],
  drop: Drop = {},
) => applyCommands(target, pastingOf(paste(target, clipOf(source, ids), drop)).commands)

const errorsOf = (document: TopologyDocument) =>
  lint(document).flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []))

const all = Object.keys(twoTlsSites.resources)

describe('duplicating', () => {
  it('gives a virtual machine its own parts, a free name and address, and the same pools', () => {
    const result = pastingOf(duplicate(twoTlsSites, ['virtualMachine/web1']))
    expect(result.label).toBe('Duplicate virtual machine web1 as web3')
    expect(result.pasted).toEqual([
      { id: 'virtualMachine/web3', from: 'web1', name: 'web3', address: '10.0.0.6' },
    ])
    const model = resolve(applyCommands(twoTlsSites, result.commands))
    expect(model.interfacesOf('virtualMachine/web3')).toMatchObject([{ name: 'web3-nic' }])
    expect(model.loopbacksOf('virtualMachine/web3').map(({ addresses }) => addresses)).toEqual([
      ['10.0.0.100/32'],
      ['10.0.0.101/32'],
    ])
    expect(model.listenersOf('virtualMachine/web3').map(({ name, port }) => [name, port])).toEqual([
      ['IIS', 443],
      ['Health page', 8080],
    ])
    expect(
      model.membersOf('backendAddressPool/web-pool').map(({ virtualMachine }) => virtualMachine?.name),
    ).toEqual(['web1', 'web2', 'web3'])
    expect(errorsOf(applyCommands(twoTlsSites, result.commands))).toEqual(errorsOf(twoTlsSites))
  })

  it('leaves nothing more on top of each other or outside of its frame, for every machine of every scenario', () => {
    for (const { document: topology } of scenarios) {
      for (const { id } of resolve(topology).all('virtualMachine')) {
        const later = duplicated(topology, [id])
        const before = untidy(topology, boxesOf(topology))
        const newcomers = untidy(later, boxesOf(later)).filter((line) => !before.includes(line))
        expect(newcomers, id).toEqual([])
        expect(parseDocument(later)).toMatchObject({ ok: true })
      }
    }
  })

  it('moves a port of a rule that shares its frontend, on both ends', () => {
    const later = resolve(duplicated(twoTlsSites, ['loadBalancingRule/https-a']))
    expect(later.find('loadBalancingRule', 'loadBalancingRule/https-a-2')).toMatchObject({
      name: 'https-a-2',
      frontendIPConfiguration: 'frontendIPConfiguration/site-a',
      backendAddressPool: 'backendAddressPool/web-pool',
      probe: 'probe/health',
      frontendPort: 444,
      backendPort: 444,
    })
  })

  it('keeps the ports of rules that come with their frontend, and gives that a free address', () => {
    const ids = ['frontendIPConfiguration/site-a', 'loadBalancingRule/https-a']
    const later = duplicated(twoTlsSites, ids)
    const model = resolve(later)
    expect(model.find('frontendIPConfiguration', 'frontendIPConfiguration/site-a-2')).toMatchObject({
      privateIPAddress: '10.0.0.102',
    })
    expect(model.find('loadBalancingRule', 'loadBalancingRule/https-a-2')).toMatchObject({
      frontendIPConfiguration: 'frontendIPConfiguration/site-a-2',
      frontendPort: 443,
    })
    expect(later.layout['frontendIPConfiguration/site-a-2']?.identity).toBe(2)
  })

  it('gives a public frontend a public address of its own', () => {
    const document = created(emptyDocument(), 'publicFrontend')
    const later = resolve(duplicated(document, ['frontendIPConfiguration/frontend-1']))
    const address = later.find(
      'frontendIPConfiguration',
      'frontendIPConfiguration/frontend-2',
    )?.publicIPAddress
    expect(address).not.toBe('publicIPAddress/pip-frontend-1')
    expect(later.find('publicIPAddress', address)).toMatchObject({ ipAddress: '203.0.113.101' })
  })

  it('moves all addresses of a whole diagram into a network of their own', () => {
    const later = duplicated(twoTlsSites, all)
    const model = resolve(later)
    expect(model.all('virtualNetwork').map(({ addressPrefixes }) => addressPrefixes)).toEqual([
      ['10.0.0.0/16'],
      ['10.1.0.0/16'],
    ])
    expect(model.find('subnet', 'subnet/snet-web-2')?.addressPrefix).toBe('10.1.0.0/24')
    expect(model.find('frontendIPConfiguration', 'frontendIPConfiguration/site-b-2')?.privateIPAddress).toBe(
      '10.1.0.101',
    )
    expect(model.loopbacksOf('virtualMachine/web3').map(({ addresses }) => addresses)).toEqual([
      ['10.1.0.100/32'],
      ['10.1.0.101/32'],
    ])
    expect(model.all('client').map(({ ipAddress }) => ipAddress)).toEqual(['10.0.1.20', '10.1.1.20'])
    // The copy has the one mistake of the original, and no other.
    expect(errorsOf(later)).toEqual([...errorsOf(twoTlsSites), ...errorsOf(twoTlsSites)])
    expect(untidy(later, boxesOf(later))).toEqual([])
  })

  it('moves a listener of the same guest to a free port, and lets no adapter hold an address twice', () => {
    const later = resolve(duplicated(twoTlsSites, ['listener/web1-iis', 'loopbackInterface/web1-site-a']))
    expect(later.listenersOf('virtualMachine/web1').map(({ name, port }) => [name, port])).toContainEqual([
      'IIS-2',
      444,
    ])
    expect(later.loopbacksOf('virtualMachine/web1').at(-1)).toMatchObject({
      name: 'Loopback site-a-2',
      addresses: [],
    })
  })

  it('refuses what stands nowhere by itself', () => {
    const guarded = created(twoTlsSites, 'networkSecurityGroup', { owner: 'subnet/snet-web' })
    const [group] = resolve(guarded).all('networkSecurityGroup')
    expect(duplicate(guarded, [group?.id ?? ''])).toHaveProperty('refusal')
    expect(duplicate(guarded, [])).toHaveProperty('refusal')
    expect(duplicate(guarded, ['virtualMachine/none'])).toHaveProperty('refusal')
  })
})

describe('pasting', () => {
  it('takes the names and addresses as they are where nothing else has them', () => {
    const later = pastedInto(emptyDocument('Other'), twoTlsSites, all)
    expect(later.resources).toEqual(Object.fromEntries(Object.entries(later.resources)))
    for (const id of all) expect(later.resources[id], id).toEqual(twoTlsSites.resources[id])
    expect(later.name).toBe('Other')
    expect(untidy(later, boxesOf(later))).toEqual([])
  })

  it('brings the subnet and network of a machine into an empty diagram', () => {
    const later = resolve(pastedInto(emptyDocument(), twoTlsSites, ['virtualMachine/web1']))
    expect(later.all('subnet').map(({ name }) => name)).toEqual(['snet-web'])
    expect(later.all('virtualNetwork').map(({ name }) => name)).toEqual(['vnet-web'])
    expect(later.all('loadBalancer')).toEqual([])
  })

  it('puts a machine into the subnet that is pointed at, with an address of it', () => {
    const document = created(twoTlsSites, 'subnet')
    const drop = { owner: 'subnet/snet-1' }
    const later = pastedInto(document, twoTlsSites, ['virtualMachine/web1'], drop)
    const model = resolve(later)
    const [nic] = model.interfacesOf('virtualMachine/web3')
    expect(model.ipConfigurationsOf(nic?.id ?? '')).toMatchObject([
      { subnet: 'subnet/snet-1', privateIPAddress: '10.0.1.4' },
    ])
    expect(untidy(later, boxesOf(later))).toEqual([])
  })

  it('puts a listener on the machine that is pointed at, under its own name and port', () => {
    const document = created(twoTlsSites, 'virtualMachine')
    const drop = { owner: 'virtualMachine/web3' }
    const [third] = resolve(document).all('virtualMachine').slice(-1)
    const owner = third?.id ?? drop.owner
    const result = pastingOf(paste(document, clipOf(twoTlsSites, ['listener/web1-iis']), { owner }))
    expect(result.label).toBe(`Paste listener IIS on ${third?.name}`)
    const model = resolve(applyCommands(document, result.commands))
    expect(model.listenersOf(owner)).toMatchObject([{ name: 'IIS', port: 443 }])
  })

  it('points a rule at the frontend and pool of the load balancer it is pasted on', () => {
    const other = created(created(emptyDocument(), 'internalFrontend'), 'backendAddressPool')
    const later = resolve(pastedInto(other, twoTlsSites, ['loadBalancingRule/https-a']))
    expect(later.all('loadBalancingRule')).toMatchObject([
      {
        loadBalancer: 'loadBalancer/lb-1',
        frontendIPConfiguration: 'frontendIPConfiguration/frontend-1',
        backendAddressPool: 'backendAddressPool/pool-1',
      },
    ])
  })

  it('refuses a listener where there is no machine', () => {
    expect(paste(emptyDocument(), clipOf(twoTlsSites, ['listener/web1-iis']))).toEqual({
      refusal: 'There is no virtual machine for the listener IIS. Add one first, and select it.',
    })
  })

  it('refuses a subnet in a network that is full', () => {
    const full = patch(twoTlsSites, 'virtualNetwork/vnet-web', { addressPrefixes: ['10.0.0.0/24'] })
    expect(duplicate(full, ['subnet/snet-web'])).toHaveProperty('refusal')
  })
})

describe('the text on the clipboard', () => {
  it('is read back as it was', () => {
    const clip = clipOf(twoTlsSites, ['virtualMachine/web1'])
    expect(readClip(clipText(clip))).toEqual(clip)
  })

  const text = clipText(clipOf(twoTlsSites, ['virtualMachine/web1']))
  it.each([
    ['cut off', text.slice(0, -5)],
    ['of another kind', text.replace('floatpath-copy', 'other')],
    ['of a later version', text.replace('"version":1', '"version":7')],
    ['with a hostile key', text.replace('"resources":{', '"resources":{"__proto__":{"name":"x"},')],
    ['with a number for a name', text.replace('"name":"web1"', '"name":5')],
    ['not JSON at all', 'hello'],
    ['null', 'null'],
  ])('is refused whole when it is %s', (_, damaged) => {
    expect(readClip(damaged)).toHaveProperty('refusal')
  })
})

describe('any copy', () => {
  it('is a readable document in which nothing refers to what is not there, and nothing that was there changed but pools', () => {
    const choices = scenarios.map(({ document: topology }) =>
      fc.tuple(fc.constant(topology), fc.subarray(Object.keys(topology.resources), { minLength: 1 })),
    )
    fc.assert(
      fc.property(fc.oneof(...choices), fc.boolean(), ([document, ids], elsewhere) => {
        const target = elsewhere ? created(emptyDocument(), 'publicFrontend') : document
        const result = paste(target, clipOf(document, ids))
        if ('refusal' in result) return
        const later = applyCommands(target, result.commands)
        expect(parseDocument(later)).toMatchObject({ ok: true })
        const before = resolve(target)
        for (const [id, fields] of Object.entries(target.resources)) {
          if (!id.startsWith('backendAddressPool/')) expect(later.resources[id]).toBe(fields)
        }
        const made = resolve(later).entries.filter(({ id }) => !before.get(id))
        for (const { id } of made) {
          if (nodeTypeOf(id)) expect(later.layout[id], id).toBeDefined()
          for (const { source } of resolve(later).referrersTo(id))
            expect(later.resources[source]).toBeDefined()
        }
        const addresses = (type: 'ipConfiguration' | 'frontendIPConfiguration') =>
          made.flatMap((one) =>
            one.type === type ? ((one.fields as { privateIPAddress?: string }).privateIPAddress ?? []) : [],
          )
        const taken = new Set(before.all('ipConfiguration').map(({ privateIPAddress }) => privateIPAddress))
        for (const address of addresses('ipConfiguration')) expect(taken.has(address)).toBe(false)
      }),
      { seed: 5, numRuns: 150 },
    )
  })
})

describe('a chip that is copied alone', () => {
  const withGroup: TopologyDocument = {
    ...twoTlsSites,
    resources: {
      ...twoTlsSites.resources,
      'networkSecurityGroup/nsg': { name: 'nsg', securityRules: [] },
      'networkInterface/web1-nic': {
        ...(twoTlsSites.resources['networkInterface/web1-nic'] as ResourceFields<'networkInterface'>),
        networkSecurityGroup: 'networkSecurityGroup/nsg',
      },
    },
  }
  const clip = clipOf(withGroup, ['networkSecurityGroup/nsg'])

  it('goes on the subnet or NIC that is selected, under a name of its own', () => {
    for (const [owner, holder] of [
      ['subnet/snet-web', 'subnet/snet-web'],
      ['virtualMachine/web2', 'networkInterface/web2-nic'],
      ['networkInterface/web2-nic', 'networkInterface/web2-nic'],
    ] as const) {
      const result = pastingOf(paste(withGroup, clip, { owner }))
      const model = resolve(applyCommands(withGroup, result.commands))
      expect(result.pasted).toEqual([{ id: 'networkSecurityGroup/nsg-2', from: 'nsg', name: 'nsg-2' }])
      expect(result.label).toBe(`Paste network security group nsg as nsg-2 on ${model.nameOf(holder)}`)
      expect(model.get(holder)).toMatchObject({ networkSecurityGroup: 'networkSecurityGroup/nsg-2' })
    }
  })

  it('is refused where nothing can have it, or something has one already', () => {
    expect(paste(withGroup, clip, {})).toEqual({
      refusal:
        'Select the subnet or network interface that gets the network security group nsg-2, then paste.',
    })
    expect(paste(withGroup, clip, { owner: 'networkInterface/web1-nic' })).toEqual({
      refusal: 'web1-nic has the network security group nsg already, and Azure allows one. Remove it first.',
    })
  })

  it('is still copied with its owner, and not listed apart from it', () => {
    const result = pastingOf(duplicate(withGroup, ['virtualMachine/web1']))
    expect(result.pasted.map(({ id }) => id)).toEqual(['virtualMachine/web3'])
  })
})

it('keeps both address families of a copied subnet', () => {
  const network = { addressPrefixes: ['10.0.0.0/16', 'fd00:db8::/48'] }
  const subnet = { addressPrefix: undefined, addressPrefixes: ['10.0.0.0/24', 'fd00:db8::/64'] }
  const document = patch(patch(twoTlsSites, 'virtualNetwork/vnet-web', network), 'subnet/snet-web', subnet)
  const model = resolve(duplicated(document, ['subnet/snet-web']))
  expect(model.find('subnet', 'subnet/snet-web-2')).toMatchObject({
    addressPrefixes: ['10.0.1.0/24', 'fd00:db8:0:1::/64'],
  })
})
