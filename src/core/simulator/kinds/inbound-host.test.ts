import { describe, expect, it } from 'vitest'
import {
  balance,
  internalFrontend,
  loadBalancer,
  network,
  pool,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import { inbound } from '../../scenarios/expectation.ts'
import type { Resources } from '../../topology/document.ts'
import { simulate } from '../simulate.ts'
import {
  back,
  type Case,
  call,
  itEnds,
  linux,
  off,
  ok,
  onlyMachine,
  row,
  there,
  working,
} from '../test-outcome.ts'

const publicParts = [publicFrontend('app', '65.52.0.1')]

const publicCall = inbound('203.0.113.10', '65.52.0.1:80')

const hostAndGroup: readonly Case[] = [
  row(
    'secondary and NAT gateway',
    [
      network({ natGateway: 'natGateway/ng' }),
      { 'natGateway/ng': { name: 'ng' } },
      pool('m1-nic-ipconfig2'),
      onlyMachine(
        { secondary: ['10.0.0.14'] },
        { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] },
      ),
    ],
    call,
    [ok],
    there,
    back,
  ),
  row(
    'secondary with another backend port',
    [
      balance('http', 'app', 80, { backendPort: 8080 }),
      pool('m1-nic-ipconfig2'),
      onlyMachine({ secondary: ['10.0.0.14'] }, { guest: linux }),
    ],
    call,
    ['dropped host unsupported-secondary-ipconfig'],
    there,
    '10.0.1.5:* > 10.0.0.100:8080',
  ),
  row(
    'internal IPv6',
    [
      internalFrontend('app', 'fd00::100'),
      onlyMachine(
        { address: 'fd00::4' },
        { guest: linux, loopback: ['fd00::100/128'], listeners: ['[::]:80'] },
      ),
    ],
    inbound('fd00::9', '[fd00::100]:80'),
    ['dropped host unsupported-secondary-ipconfig'],
    '[fd00::9]:* > [fd00::100]:80',
  ),
  row(
    'public IPv6 on a secondary IP configuration',
    [
      publicFrontend('app', '2001:db8::100'),
      network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
      securityGroup(securityRule('Allow', 100)),
      pool('m1-nic-ipconfig2'),
      onlyMachine(
        { secondary: ['fd00::4'] },
        { guest: linux, loopback: ['2001:db8::100/128'], listeners: [':::80'] },
      ),
    ],
    inbound('2001:db8:99::10', '[2001:db8::100]:80'),
    [ok],
    '[2001:db8:99::10]:* > [2001:db8::100]:80',
    '[2001:db8::100]:80 > [2001:db8:99::10]:*',
  ),
  row(
    'public without a group',
    publicParts,
    publicCall,
    ['dropped nsg nsg-deny null'],
    '203.0.113.10:* > 65.52.0.1:80',
  ),
  row(
    'public and Basic without a group',
    [
      ...publicParts,
      loadBalancer({ sku: 'Basic' }),
      onlyMachine({}, { guest: linux, loopback: ['65.52.0.1/32'], listeners: ['80'] }),
    ],
    publicCall,
    [ok],
    '203.0.113.10:* > 65.52.0.1:80',
    '65.52.0.1:80 > 203.0.113.10:*',
  ),
  row(
    'the group of the NIC',
    [
      securityGroup(securityRule('Close', 100, { access: 'Deny' })),
      onlyMachine({ fields: { networkSecurityGroup: 'networkSecurityGroup/nsg' } }, { guest: linux }),
    ],
    call,
    ['dropped nsg nsg-deny Close'],
    there,
  ),
  row(
    'a group sees the backend port',
    [
      network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
      securityGroup(
        securityRule('Web', 100, { destinationPortRanges: ['80'] }),
        securityRule('Close', 200, { access: 'Deny' }),
      ),
      balance('http', 'app', 80, { backendPort: 8080, ...off }),
    ],
    call,
    ['dropped nsg nsg-deny Close'],
    there,
    '10.0.1.5:* > 10.0.0.4:8080',
  ),
]

const instance: Resources = {
  'publicIPAddress/own': {
    name: 'own',
    ipAddress: '65.52.0.7',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
  'ipConfiguration/m1-nic-ipconfig1': {
    name: 'ipconfig1',
    networkInterface: 'networkInterface/m1-nic',
    subnet: 'subnet/snet',
    privateIPAddress: '10.0.0.4',
    privateIPAddressVersion: 'IPv4',
    primary: true,
    publicIPAddress: 'publicIPAddress/own',
  },
}

const direct: readonly Case[] = [
  row(
    'a private address',
    [],
    inbound('10.0.1.5', '10.0.0.4:80'),
    [ok],
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
  ),
  row(
    'a private address where nothing listens',
    [],
    inbound('10.0.1.5', '10.0.0.4:81'),
    ['refused socket no-listener'],
    '10.0.1.5:* > 10.0.0.4:81',
    '10.0.0.4:81 > 10.0.1.5:*',
  ),
  row(
    'an instance’s public address without a group',
    [instance],
    inbound('203.0.113.10', '65.52.0.7:80'),
    ['dropped nsg nsg-deny null'],
    '203.0.113.10:* > 65.52.0.7:80',
    '203.0.113.10:* > 10.0.0.4:80',
  ),
  row(
    'an instance’s public address',
    [
      instance,
      network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
      securityGroup(securityRule('Allow', 100)),
    ],
    inbound('203.0.113.10', '65.52.0.7:80'),
    [ok],
    '203.0.113.10:* > 65.52.0.7:80',
    '203.0.113.10:* > 10.0.0.4:80',
    '10.0.0.4:80 > 203.0.113.10:*',
    '65.52.0.7:80 > 203.0.113.10:*',
  ),
]

const globalTier = (floating: boolean): Resources => ({
  'loadBalancer/world': { name: 'world', sku: 'Standard', tier: 'Global' },
  'publicIPAddress/world': {
    name: 'world',
    ipAddress: '65.52.9.9',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
  'frontendIPConfiguration/world': {
    name: 'world',
    loadBalancer: 'loadBalancer/world',
    publicIPAddress: 'publicIPAddress/world',
  },
  'backendAddressPool/regions': {
    name: 'regions',
    loadBalancer: 'loadBalancer/world',
    loadBalancerBackendAddresses: [
      { name: 'west', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/app' },
    ],
  },
  'loadBalancingRule/world': {
    name: 'world',
    loadBalancer: 'loadBalancer/world',
    frontendIPConfiguration: 'frontendIPConfiguration/world',
    backendAddressPool: 'backendAddressPool/regions',
    protocol: 'Tcp',
    frontendPort: 80,
    backendPort: 80,
    enableFloatingIP: floating,
    loadDistribution: 'Default',
  },
})

const region = [
  ...publicParts,
  loadBalancer({ sku: 'Basic' }),
  onlyMachine({}, { guest: linux, loopback: ['65.52.0.1/32'], listeners: ['80'] }),
]

const worldCall = inbound('203.0.113.10', '65.52.9.9:80')

const global: readonly Case[] = [
  row(
    'the guest sees the regional address',
    [...region, globalTier(false)],
    worldCall,
    [ok],
    '203.0.113.10:* > 65.52.9.9:80',
    '203.0.113.10:* > 65.52.0.1:80',
    '65.52.0.1:80 > 203.0.113.10:*',
    '65.52.9.9:80 > 203.0.113.10:*',
  ),
  row(
    'with floating IP the guest sees the global one and must hold it',
    [...region, globalTier(true)],
    worldCall,
    ['dropped guest-ip guest-no-address'],
    '203.0.113.10:* > 65.52.9.9:80',
  ),
  row(
    'no region can deliver',
    [...region, globalTier(false), pool()],
    worldCall,
    ['dropped frontend no-healthy-backend'],
    '203.0.113.10:* > 65.52.9.9:80',
  ),
]

describe('host and security group', () => itEnds(hostAndGroup))
describe('direct', () => itEnds(direct))
describe('global tier', () => itEnds(global))

it('names no frontend where a NIC is called', () => {
  const [hop] = simulate(working(), inbound('10.0.1.5', '10.0.0.4:80')).traces[0]?.hops ?? []
  expect(hop).toMatchObject({ at: 'client', fact: 'direct-address-needs-no-load-balancer' })
})
