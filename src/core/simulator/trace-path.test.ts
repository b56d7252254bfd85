import { expect, it } from 'vitest'
import { balance, machine, network, pool, probe, securityGroup } from '../scenarios/builder.ts'
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
