import { expect, it } from 'vitest'
import {
  balance,
  machine,
  network,
  pool,
  probe,
  publicFrontend,
  securityGroup,
} from '../scenarios/builder.ts'
import { probing } from '../scenarios/expectation.ts'
import type { Resources } from '../topology/document.ts'
import { simulate } from './simulate.ts'
import { call, linux, working } from './test-outcome.ts'
import type { Flow, Trace } from './trace.ts'
import { tracePath } from './trace-path.ts'

const watched = [probe('p', 9), balance('http', 'app', 80, { probe: 'probe/p' })]
const ruleSide = ['loadBalancingRule/http', 'frontendIPConfiguration/app', 'backendAddressPool/pool']

function pathOf(flow: Flow, ...parts: readonly Resources[]): readonly string[] {
  const document = working(...parts)
  return tracePath(document, simulate(document, flow).traces[0] as Trace)
}

it('holds what the packet passed and the rule with all its parts', () => {
  const path = pathOf(call)
  expect(path).toEqual(
    expect.arrayContaining([
      ...ruleSide,
      'networkInterface/m1-nic',
      'loopbackInterface/m1-lo',
      'listener/m1-1',
      'virtualMachine/m1',
      'ipConfiguration/m1-nic-ipconfig1',
    ]),
  )
  expect(new Set(path).size).toBe(path.length)
})

it('holds every member and its groups where none is healthy', () => {
  const path = pathOf(
    call,
    ...watched,
    network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
    securityGroup(),
    pool('m1', 'm2'),
    machine('m2', { address: '10.0.0.5' }, { guest: linux }),
  )
  expect(path).toEqual(
    expect.arrayContaining([
      ...ruleSide,
      'probe/p',
      'virtualMachine/m1',
      'virtualMachine/m2',
      'networkInterface/m2-nic',
      'networkSecurityGroup/nsg',
    ]),
  )
})

it('holds the members of every region where a global rule finds none healthy', () => {
  const world = { name: 'world', loadBalancer: 'loadBalancer/world' } as const
  const path = pathOf(
    { kind: 'inbound', from: '203.0.113.10', to: '65.52.9.9', port: 443, protocol: 'Tcp' },
    publicFrontend('app', '65.52.0.1'),
    ...watched,
    balance('other', 'app', 81),
    publicFrontend('world', '65.52.9.9'),
    {
      'frontendIPConfiguration/world': { ...world, publicIPAddress: 'publicIPAddress/world' },
      'loadBalancer/world': { name: 'world', sku: 'Standard', tier: 'Global' },
      'backendAddressPool/regions': {
        ...world,
        loadBalancerBackendAddresses: [
          { name: 'west', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/app' },
        ],
      },
    },
    balance('world', 'world', 443, {
      ...world,
      backendAddressPool: 'backendAddressPool/regions',
      backendPort: 80,
    }),
  )
  expect(path).toEqual(
    expect.arrayContaining([
      'loadBalancingRule/world',
      'backendAddressPool/regions',
      ...ruleSide,
      'probe/p',
      'virtualMachine/m1',
    ]),
  )
  expect(path).not.toContain('loadBalancingRule/other')
})

it('holds the rules that a probe decides about', () => {
  expect(pathOf(probing('p', 'm1'), ...watched)).toEqual(
    expect.arrayContaining([...ruleSide, 'probe/p', 'virtualMachine/m1']),
  )
})

it('does not hold members that had no part in it', () => {
  const path = pathOf(
    { ...call, backend: 'virtualMachine/m1' },
    pool('m1', 'm2'),
    machine('m2', { address: '10.0.0.5' }, { guest: linux }),
  )
  expect(path).not.toContain('virtualMachine/m2')
})
