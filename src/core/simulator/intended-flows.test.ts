import { describe, expect, it } from 'vitest'
import { balance, internalFrontend, machine, pool, probe, publicFrontend } from '../scenarios/builder.ts'
import { firewallPair } from '../scenarios/firewall-pair.ts'
import { inboundNatToPool } from '../scenarios/inbound-nat-to-pool.ts'
import { sqlAvailabilityGroup } from '../scenarios/sql-availability-group.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch, type Resources, type TopologyDocument } from '../topology/document.ts'
import { intendedFlows } from './intended-flows.ts'
import { endsOf, linux, off, onlyMachine, working } from './test-outcome.ts'
import type { Flow } from './trace.ts'

function show(flow: Flow): string {
  if (flow.kind === 'probe') return `${flow.probe} ${flow.virtualMachine}`
  const backend = 'backend' in flow && flow.backend ? ` by ${flow.backend}` : ''
  const bind = 'bind' in flow && flow.bind ? ` bound to ${flow.bind}` : ''
  return `${flow.kind} ${flow.from} > ${flow.to} ${flow.protocol} ${flow.port}${backend}${bind}`
}

const shown = (document: TopologyDocument) => intendedFlows(document).map(show)
const of = (...parts: readonly Resources[]) => shown(working(...parts))

describe('calls', () => {
  it('come from drawn clients by their id', () => {
    expect(shown(twoTlsSites)).toEqual([
      'inbound client/app-tier > 10.0.0.100 Tcp 443',
      'inbound client/app-tier > 10.0.0.101 Tcp 443',
      'probe/health virtualMachine/web1',
      'probe/health virtualMachine/web2',
    ])
  })

  it('come from two synthetic clients of an internal frontend', () => {
    expect(of()).toEqual(['inbound 10.0.0.254 > 10.0.0.100 Tcp 80', 'inbound 10.0.1.4 > 10.0.0.100 Tcp 80'])
  })

  it('go to a frontend by its id where its address is not known, is none or is not its own', () => {
    const [one] = of(internalFrontend('app', 'soon'))
    expect(one).toBe('inbound 10.0.0.254 > frontendIPConfiguration/app Tcp 80')
    const [two] = of(internalFrontend('twin', '10.0.0.100'))
    expect(two).toBe('inbound 10.0.0.254 > frontendIPConfiguration/app Tcp 80')
  })

  it('are made for every member of a NAT range, and for an empty one', () => {
    expect(shown(inboundNatToPool.document)).toEqual([
      'inbound 203.0.113.10 > 65.52.0.1 Tcp 50000',
      'inbound 203.0.113.10 > 65.52.0.1 Tcp 50001',
    ])
    const empty = { ...inboundNatToPool.document.resources, ...pool() }
    expect(shown({ ...inboundNatToPool.document, resources: empty })).toEqual([
      'inbound 203.0.113.10 > 65.52.0.1 Tcp 50000',
    ])
  })

  it('are not made for a rule that is not finished', () => {
    expect(of({ 'loadBalancingRule/http': { name: 'http' } })).toEqual([])
    expect(of(balance('http', 'gone', 80))).toEqual([])
  })
})

it('calls the first port of a range that ends before it starts', () => {
  const document = patch(inboundNatToPool.document, 'inboundNatRule/ssh', { frontendPortRangeEnd: 22 })
  const [flow] = intendedFlows(document)
  expect(flow && endsOf(document, flow)).toEqual(['delivered client ok'])
})

describe('HA ports', () => {
  const haPorts = (fields = {}) => [
    probe('ssh', 22),
    balance('http', 'app', 0, { protocol: 'All', probe: 'probe/ssh', ...fields }),
  ]
  const guest = { guest: linux, listeners: ['22', '80', 'udp 53', '10.0.0.4:443', '10.0.0.100:444', '80'] }

  it('call everything that a member listens on at the address it sees, but the probe', () => {
    expect(of(...haPorts(), onlyMachine({}, guest)).filter((one) => one.includes('10.0.1.4'))).toEqual([
      'inbound 10.0.1.4 > 10.0.0.100 Tcp 80 by virtualMachine/m1',
      'inbound 10.0.1.4 > 10.0.0.100 Udp 53 by virtualMachine/m1',
      'inbound 10.0.1.4 > 10.0.0.100 Tcp 444 by virtualMachine/m1',
    ])
    const without = of(...haPorts(off), onlyMachine({}, guest))
    expect(without).toContain('inbound 10.0.1.4 > 10.0.0.100 Tcp 443 by virtualMachine/m1')
    expect(without).not.toContain('inbound 10.0.1.4 > 10.0.0.100 Tcp 444 by virtualMachine/m1')
  })

  it('are not meant for a member whose admin state is down, where that counts', () => {
    const paused = patch(working(...haPorts(), onlyMachine({}, guest)), 'backendAddressPool/pool', {
      loadBalancerBackendAddresses: [
        {
          name: 'm1',
          networkInterfaceIPConfiguration: 'ipConfiguration/m1-nic-ipconfig1',
          adminState: 'Down',
        },
      ],
    })
    const calls = (document: TopologyDocument) => shown(document).filter((one) => one.includes(' by '))
    expect(calls(paused)).toEqual([])
    const everyone = { noHealthyBackendsBehavior: 'AllProbedUp' } as const
    expect(calls(patch(paused, 'probe/ssh', everyone))).not.toEqual([])
    expect(calls(patch(paused, 'loadBalancingRule/http', { probe: undefined }))).not.toEqual([])
  })

  it('route packets from every subnet that names the frontend', () => {
    expect(shown(firewallPair.document)).toEqual([
      'probe/ssh virtualMachine/nva1',
      'probe/ssh virtualMachine/nva2',
      'routed 10.1.0.4 > 10.2.0.4 Tcp 443',
      'routed 10.2.0.4 > 10.1.0.4 Tcp 443',
    ])
  })

  it('route to a neighbour where a route leads back into the own subnet', () => {
    const routes = [
      {
        name: 'own',
        addressPrefix: '10.1.0.0/24',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.0.36',
      },
    ] as const
    const resources = {
      ...firewallPair.document.resources,
      'routeTable/spoke-1': { name: 'spoke-1', routes },
    }
    expect(shown({ ...firewallPair.document, resources })).toContain('routed 10.1.0.4 > 10.1.0.5 Tcp 443')
  })

  it('route to the internet where no other network is reached that way', () => {
    const { 'virtualNetwork/spoke-2': _gone, ...resources } = firewallPair.document.resources
    expect(shown({ ...firewallPair.document, resources })).toContain('routed 10.1.0.4 > 198.51.100.7 Tcp 443')
  })
})

describe('connections', () => {
  const making = (to: string, bind?: string) => {
    const connection = { name: 'c', to, port: 443, protocol: 'Tcp' as const, ...(bind ? { bind } : {}) }
    const guest = { os: 'linux' as const, connections: [connection] }
    return of(
      publicFrontend('other', '65.52.0.9'),
      machine('m2', { address: '10.0.0.5' }, { guest }),
      pool('m1', 'm2'),
    ).filter((one) => one.includes('m2'))
  }

  it.each([
    ['a frontend whose pool holds the VM', '10.0.0.100', ['hairpin virtualMachine/m2 > 10.0.0.100 Tcp 443']],
    [
      'one by its id',
      'frontendIPConfiguration/app',
      ['hairpin virtualMachine/m2 > frontendIPConfiguration/app Tcp 443'],
    ],
    ['another frontend', '65.52.0.9', ['inbound virtualMachine/m2 > 65.52.0.9 Tcp 443']],
    ['an address of its own', '10.0.0.5', ['hairpin virtualMachine/m2 > 10.0.0.5 Tcp 443']],
    ['the loopback address that every machine has', '127.0.0.1', []],
    ['another VM', '10.0.0.4', ['inbound virtualMachine/m2 > 10.0.0.4 Tcp 443']],
    ['a server outside', '198.51.100.7', ['outbound virtualMachine/m2 > 198.51.100.7 Tcp 443']],
    ['nothing', 'frontendIPConfiguration/gone', []],
  ])('to %s', (_title, to, expected) => {
    expect(making(to)).toEqual(expected)
  })

  it('keep the address they are bound to', () => {
    expect(making('198.51.100.7', '10.0.0.100')).toEqual([
      'outbound virtualMachine/m2 > 198.51.100.7 Tcp 443 bound to 10.0.0.100',
    ])
  })
})

it('asks a shared probe once, and keeps the order', () => {
  expect(shown(sqlAvailabilityGroup.document).map((text) => text.split(' ')[0])).toEqual([
    'inbound',
    'inbound',
    'inbound',
    'inbound',
    'probe/listener',
    'probe/listener',
    'probe/cluster',
    'probe/cluster',
    'hairpin',
    'hairpin',
  ])
  const shared = of(
    probe('p', 80),
    balance('http', 'app', 80, { probe: 'probe/p' }),
    balance('https', 'app', 443, { probe: 'probe/p' }),
  )
  expect(shared.filter((text) => text.startsWith('probe'))).toEqual(['probe/p virtualMachine/m1'])
})
