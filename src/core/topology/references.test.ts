import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import type { ResourceFields } from './document.ts'
import { referencesOf } from './references.ts'
import type { ResourceType } from './resource-type.ts'

const found = <T extends ResourceType>(type: T, fields: object) =>
  referencesOf(type, { name: 'x', ...fields } as ResourceFields<T>).map(
    ({ path, target }) => `${path} ${target}`,
  )

describe('the references of a thing', () => {
  it.each<[ResourceType, object, string[]]>([
    ['loadBalancer', { sku: 'Standard' }, []],
    ['probe', { loadBalancer: 'loadBalancer/a' }, ['loadBalancer loadBalancer/a']],
    [
      'backendAddressPool',
      {
        backendIPConfigurations: ['ipConfiguration/a', 'ipConfiguration/b'],
        loadBalancerBackendAddresses: [{ name: 'm' }, { name: 'n', subnet: 'subnet/s' }],
        loadBalancer: 'loadBalancer/lb',
      },
      [
        'loadBalancer loadBalancer/lb',
        'backendIPConfigurations.0 ipConfiguration/a',
        'backendIPConfigurations.1 ipConfiguration/b',
        'loadBalancerBackendAddresses.1.subnet subnet/s',
      ],
    ],
    [
      'virtualMachine',
      {
        guest: {
          firewall: { enabled: true, inboundAllow: [{ networkInterface: 'networkInterface/n' }] },
          policyRoutes: [{ from: '10.0.0.4', networkInterface: 'networkInterface/m' }],
          connections: [{ to: '10.0.0.4' }, { to: 'frontendIPConfiguration/f' }],
        },
      },
      [
        'guest.firewall.inboundAllow.0.networkInterface networkInterface/n',
        'guest.policyRoutes.0.networkInterface networkInterface/m',
        'guest.connections.1.to frontendIPConfiguration/f',
      ],
    ],
    ['probe', { loadBalancer: 'no id at all' }, ['loadBalancer no id at all']],
    ['probe', { loadBalancer: 7, mood: 'loadBalancer/a' }, []],
    ['natGateway', { publicIPAddresses: 'publicIPAddress/a' }, []],
    [
      'natGateway',
      { publicIPAddresses: [null, 'publicIPAddress/a'] },
      ['publicIPAddresses.1 publicIPAddress/a'],
    ],
    ['virtualMachine', { guest: null }, []],
  ])('of the type %s in %j', (type, fields, references) => {
    expect(found(type, fields)).toEqual(references)
  })

  it('say what types they may point at', () => {
    const fields = twoTlsSites.resources['loadBalancingRule/https-a'] as ResourceFields<'loadBalancingRule'>
    expect(referencesOf('loadBalancingRule', fields).map(({ path, to }) => [path, to])).toEqual([
      ['loadBalancer', ['loadBalancer']],
      ['frontendIPConfiguration', ['frontendIPConfiguration']],
      ['backendAddressPool', ['backendAddressPool']],
      ['probe', ['probe']],
    ])
  })

  it('are found once for the same fields', () => {
    const fields = twoTlsSites.resources['probe/health'] as ResourceFields<'probe'>
    expect(referencesOf('probe', fields)).toBe(referencesOf('probe', fields))
  })
})
