import { describe, expect, it } from 'vitest'
import { emptyDocument, type ResourceFields, type TopologyDocument } from './document.ts'
import { intendedClients } from './intended-clients.ts'
import { resolve } from './model.ts'
import type { ResourceType } from './resource-type.ts'

const internal = 'frontendIPConfiguration/internal'
const open = 'frontendIPConfiguration/open'

const base = {
  'virtualNetwork/vnet': { name: 'vnet', addressPrefixes: ['10.0.0.0/16'] },
  'subnet/snet': { name: 'snet', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.0.0/24' },
  [internal]: { name: 'internal', subnet: 'subnet/snet', privateIPAddress: '10.0.0.100' },
  'publicIPAddress/pip': { name: 'pip', ipAddress: '192.0.2.1', publicIPAddressVersion: 'IPv4' },
  [open]: { name: 'open', publicIPAddress: 'publicIPAddress/pip' },
}

const documentOf = (resources: object): TopologyDocument => ({
  ...emptyDocument(),
  resources: { ...base, ...resources } as Record<string, ResourceFields<ResourceType>>,
})

function clientsOf(frontend: string, resources: object = {}): string[] {
  const model = resolve(documentOf(resources))
  const found = model.find('frontendIPConfiguration', frontend)
  if (!found) throw new Error(`no ${frontend}`)
  return intendedClients(model, found).map(({ address, id }) => id ?? address)
}

const client = (ipAddress: string, location: string) => ({ name: 'c', ipAddress, location })
const subnet = (addressPrefix: string) => ({
  name: 's',
  virtualNetwork: 'virtualNetwork/vnet',
  addressPrefix,
})

describe('intended clients', () => {
  it.each([
    ['a public frontend without clients', open, {}, ['203.0.113.10']],
    [
      'a public IPv6 frontend without clients',
      open,
      { 'publicIPAddress/pip': { name: 'pip', publicIPAddressVersion: 'IPv6' } },
      ['2001:db8:99::10'],
    ],
    ['an internal frontend without clients', internal, {}, ['10.0.0.254', '10.0.1.4']],
    [
      'one whose subnet was only named when it was imported',
      internal,
      {
        'virtualNetwork/vnet': { name: 'vnet', unresolved: { addressPrefixes: 'vnet' } },
        'subnet/snet': {
          name: 'snet',
          virtualNetwork: 'virtualNetwork/vnet',
          unresolved: { addressPrefix: 'snet' },
        },
        'ipConfiguration/a': { name: 'a', privateIPAddress: '10.0.0.254' },
      },
      ['10.0.0.253'],
    ],
    [
      'one whose subnet has no prefix yet',
      internal,
      { 'subnet/snet': { name: 'snet', virtualNetwork: 'virtualNetwork/vnet' } },
      ['10.0.0.4'],
    ],
    [
      'the highest address that nobody has',
      internal,
      {
        'client/far': client('10.0.0.254', 'internet'),
        'ipConfiguration/a': { name: 'a', privateIPAddress: '10.0.0.253' },
        'frontendIPConfiguration/b': { name: 'b', subnet: 'subnet/snet', privateIPAddress: '10.0.0.252' },
      },
      ['10.0.0.251', '10.0.1.4'],
    ],
    [
      'the lowest /24 that no subnet overlaps',
      internal,
      {
        'subnet/b': subnet('10.0.1.128/25'),
        'subnet/c': subnet('10.0.2.0/23'),
      },
      ['10.0.0.254', '10.0.4.4'],
    ],
    [
      'an IPv6 frontend',
      internal,
      {
        'virtualNetwork/vnet': { name: 'vnet', addressPrefixes: ['10.0.0.0/16', 'fd00:db8::/48'] },
        'subnet/snet': {
          name: 'snet',
          virtualNetwork: 'virtualNetwork/vnet',
          addressPrefixes: ['10.0.0.0/24', 'fd00:db8::/64'],
        },
        [internal]: { name: 'v6', subnet: 'subnet/snet', privateIPAddress: 'fd00:db8::100' },
      },
      ['fd00:db8::ffff:ffff:ffff:fffe', 'fd00:db8:0:1::4'],
    ],
    [
      'a network that its subnets fill',
      internal,
      { 'virtualNetwork/vnet': { name: 'vnet', addressPrefixes: ['10.0.0.0/24'] } },
      ['10.0.0.254'],
    ],
    [
      'drawn clients by location',
      internal,
      {
        'client/net': client('203.0.113.9', 'internet'),
        'client/branch': client('192.168.1.1', 'onPremises'),
        'client/app': client('10.0.1.20', 'virtualNetwork'),
      },
      ['client/branch', 'client/app'],
    ],
    [
      'drawn clients of another family or without an address',
      open,
      { 'client/six': client('2001:db8::9', 'internet'), 'client/odd': client('nowhere', 'internet') },
      ['203.0.113.10'],
    ],
    ['a frontend that is neither public nor internal', open, { [open]: { name: 'open' } }, []],
    [
      'a subnet that points at nothing',
      internal,
      { [internal]: { name: 'i', subnet: 'subnet/gone', privateIPAddress: '10.0.0.9' } },
      [],
    ],
    ['a subnet without room', internal, { 'subnet/snet': subnet('10.0.0.0/30') }, ['10.0.1.4']],
  ])('%s', (_title, frontend, resources, expected) => {
    expect(clientsOf(frontend, resources)).toEqual(expected)
  })

  it('says which ones are synthetic', () => {
    const model = resolve(documentOf({}))
    const [first] = intendedClients(model, model.all('frontendIPConfiguration')[0] as never)
    expect(first).toEqual({ address: '10.0.0.254', synthetic: true })
  })
})
