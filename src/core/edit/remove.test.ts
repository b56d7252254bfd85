import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, patch } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { parseDocument } from '../topology/parse.ts'
import { applyCommands } from './command.ts'
import { created } from './create.ts'
import { removal } from './remove.ts'

const publicSite = created(created(emptyDocument(), 'publicFrontend'), 'loadBalancingRule')
const guarded = created(twoTlsSites, 'networkSecurityGroup', { owner: 'subnet/snet-web' })

describe('what goes together', () => {
  it.each([
    [
      'a frontend',
      twoTlsSites,
      ['frontendIPConfiguration/site-b'],
      'Delete frontend IP site-b and 1 load-balancing rule',
    ],
    ['a rule', twoTlsSites, ['loadBalancingRule/https-a'], 'Delete load-balancing rule https-a'],
    [
      'the rules that use a probe',
      twoTlsSites,
      ['loadBalancingRule/https-a', 'loadBalancingRule/https-b'],
      'Delete 2 load-balancing rules and 1 health probe',
    ],
    [
      'a load balancer',
      twoTlsSites,
      ['loadBalancer/lb-web'],
      'Delete load balancer lb-web, 2 frontend IPs, 2 load-balancing rules, 1 health probe and 1 backend pool',
    ],
    [
      'a machine with its rows',
      twoTlsSites,
      ['virtualMachine/web1'],
      'Delete virtual machine web1, 1 network interface, 2 loopback adapters and 2 listeners',
    ],
    [
      'a loopback adapter',
      twoTlsSites,
      ['loopbackInterface/web1-site-a'],
      'Delete loopback adapter Loopback site-a',
    ],
    [
      'a public frontend',
      publicSite,
      ['frontendIPConfiguration/frontend-1'],
      'Delete frontend IP frontend-1, 1 public IP address and 1 load-balancing rule',
    ],
    ['a subnet', guarded, ['subnet/snet-web'], 'Delete subnet snet-web and 1 network security group'],
    [
      'everything of a selection',
      twoTlsSites,
      ['virtualMachine/web1', 'networkInterface/web1-nic', 'virtualMachine/web2', 'client/app-tier'],
      'Delete 1 client, 2 virtual machines, 2 network interfaces, 3 loopback adapters and 4 listeners',
    ],
  ])('%s', (_, document, ids, label) => {
    expect(removal(document, ids).label).toBe(label)
  })

  it('takes the NIC, its configuration, adapters and listeners of a machine, and its place in the pool', () => {
    const { commands, removed } = removal(twoTlsSites, ['virtualMachine/web1'])
    expect(removed).toHaveLength(7)
    const later = applyCommands(twoTlsSites, commands)
    expect(
      resolve(later).find('backendAddressPool', 'backendAddressPool/web-pool')?.backendIPConfigurations,
    ).toEqual(['ipConfiguration/web2-ipconfig1'])
    expect(later.layout['virtualMachine/web1']).toBeUndefined()
  })

  it('keeps a probe that another rule uses, and the machines of a deleted subnet', () => {
    expect(removal(twoTlsSites, ['loadBalancingRule/https-a']).removed).toEqual(['loadBalancingRule/https-a'])
    const later = resolve(
      applyCommands(twoTlsSites, removal(twoTlsSites, ['virtualNetwork/vnet-web']).commands),
    )
    expect(later.all('virtualMachine')).toHaveLength(2)
    expect(later.find('ipConfiguration', 'ipConfiguration/web1-ipconfig1')?.subnet).toBeUndefined()
  })

  it('takes whole entries that mean nothing without what they name, and no others', () => {
    const document = patch(twoTlsSites, 'virtualMachine/web1', {
      guest: {
        os: 'windows',
        connections: [
          { name: 'a', to: 'frontendIPConfiguration/site-a', port: 443, protocol: 'Tcp' },
          { name: 'b', to: 'frontendIPConfiguration/site-b', port: 443, protocol: 'Tcp' },
          { name: 'c', to: '10.0.0.100', port: 443, protocol: 'Tcp' },
        ],
      },
    })
    const ids = ['frontendIPConfiguration/site-a', 'frontendIPConfiguration/site-b']
    const later = applyCommands(document, removal(document, ids).commands)
    expect(resolve(later).find('virtualMachine', 'virtualMachine/web1')?.guest?.connections).toMatchObject([
      { name: 'c' },
    ])
  })
})

describe('any removal', () => {
  it('leaves a readable document that refers to nothing it removed', () => {
    const ids = Object.keys(guarded.resources)
    fc.assert(
      fc.property(fc.subarray(ids), (chosen) => {
        const { commands, removed } = removal(guarded, chosen)
        const later = applyCommands(guarded, commands)
        expect(parseDocument(later)).toEqual({ ok: true, document: later })
        expect(Object.keys(later.resources)).toEqual(ids.filter((id) => !removed.includes(id)))
        for (const id of chosen) expect(removed).toContain(id)
        const model = resolve(later)
        for (const id of removed) expect(model.referrersTo(id)).toEqual([])
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('what stays and lacks something', () => {
  it.each([
    ['a subnet', ['subnet/snet-web'], ['site-a, site-b, web1 and web2 have no subnet now']],
    ['a probe', ['probe/health'], ['https-a and https-b have no health probe now']],
    ['a machine', ['virtualMachine/web1'], []],
    ['a load balancer', ['loadBalancer/lb-web'], []],
  ])('%s', (_, ids, lacking) => {
    expect(removal(twoTlsSites, ids).lacking).toEqual(lacking)
  })
})
