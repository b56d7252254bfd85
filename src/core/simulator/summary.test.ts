import { describe, expect, it } from 'vitest'
import { balance, machine, pool, probe } from '../scenarios/builder.ts'
import { firewallPair } from '../scenarios/firewall-pair.ts'
import { firewallWithoutIpForwarding } from '../scenarios/firewall-without-ip-forwarding.ts'
import { inboundNatToPool } from '../scenarios/inbound-nat-to-pool.ts'
import { linuxLoopbackWithShortPrefix } from '../scenarios/linux-loopback-with-short-prefix.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, type Resources, type TopologyDocument } from '../topology/document.ts'
import { guestViews } from './guest-view.ts'
import { reachability, reachabilityByClient, reachabilityOfRule } from './summary.ts'
import { linux, working } from './test-outcome.ts'

const summary = (document: TopologyDocument) =>
  reachability(document).map(({ ruleId, client, answered, unknown, total }) => ({
    ruleId,
    client,
    answered,
    unknown,
    total,
  }))

const second = (fields: object) => [pool('m1', 'm2'), machine('m2', { address: '10.0.0.5' }, fields)]
const http = { ruleId: 'loadBalancingRule/http', client: '10.0.0.254' }

describe('how many members answer', () => {
  it.each([
    ['all', second({ guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] }), 2, 0, 2],
    ['not one without the address', second({ guest: linux }), 1, 0, 2],
    ['not one that is not described', second({}), 1, 1, 2],
    [
      'not one that is down',
      [
        ...second({ guest: linux, listeners: [] }),
        probe('p', 80),
        balance('http', 'app', 80, { probe: 'probe/p' }),
      ],
      1,
      0,
      2,
    ],
    ['none of none', [pool()], 0, 0, 0],
  ])('%s', (_title, parts, answered, unknown, total) => {
    expect(summary(working(...parts))).toEqual([{ ...http, answered, unknown, total }])
  })

  it('is that of the client who fares worst', () => {
    expect(summary(linuxLoopbackWithShortPrefix.document)).toEqual([
      { ...http, answered: 0, unknown: 0, total: 1 },
    ])
  })

  it('is known for each client, too', () => {
    const rule = 'loadBalancingRule/http'
    const fares = reachabilityByClient(linuxLoopbackWithShortPrefix.document, rule)
    expect(fares.map(({ client, answered }) => [client, answered])).toEqual([
      ['10.0.0.254', 0],
      ['10.0.1.4', 1],
    ])
    expect(fares[0]).toBe(reachabilityOfRule(linuxLoopbackWithShortPrefix.document, rule))
    expect(reachabilityByClient(emptyDocument(), rule)).toEqual([])
  })

  it('is that of the client who fares worst, whoever comes first', () => {
    const client = (name: string, ipAddress: string): Resources => ({
      [`client/${name}`]: { name, ipAddress, location: 'virtualNetwork' },
    })
    const shortPrefix = { guest: linux, loopback: ['10.0.0.100/24'], listeners: ['80'] }
    const [near, far] = [client('near', '10.0.0.77'), client('far', '10.0.1.5')]
    const machines = machine('m1', { address: '10.0.0.4' }, shortPrefix)
    const worst = [{ ...http, client: 'client/near', answered: 0, unknown: 0, total: 1 }]
    expect(summary(working(machines, far, near))).toEqual(worst)
    expect(summary(working(machines, near, far))).toEqual(worst)
  })

  it('counts each member of a NAT range at its own port', () => {
    expect(summary(inboundNatToPool.document)).toEqual([
      { ruleId: 'inboundNatRule/ssh', client: '203.0.113.10', answered: 1, unknown: 0, total: 2 },
    ])
  })

  it('counts routed packets of an appliance that serves nobody itself', () => {
    const of = { ruleId: 'loadBalancingRule/ha-ports', client: '10.1.0.4', unknown: 0, total: 2 }
    expect(summary(firewallPair.document)).toEqual([{ ...of, answered: 2 }])
    expect(summary(firewallWithoutIpForwarding.document)).toEqual([{ ...of, answered: 1 }])
  })

  it('says nothing of a rule that nobody can call', () => {
    expect(summary(working(balance('http', 'gone', 80)))).toEqual([
      { ruleId: 'loadBalancingRule/http', client: undefined, answered: 0, unknown: 0, total: 1 },
    ])
    expect(reachability(emptyDocument())).toEqual([])
    expect(reachabilityOfRule(emptyDocument(), 'loadBalancingRule/gone')).toBeUndefined()
  })
})

it('says for each member how it ends', () => {
  expect(reachabilityOfRule(twoTlsSites, 'loadBalancingRule/https-b')?.perBackend).toEqual([
    {
      virtualMachine: 'virtualMachine/web1',
      ipConfiguration: 'ipConfiguration/web1-ipconfig1',
      state: 'up',
      verdict: 'delivered',
      at: 'client',
      reason: 'ok',
      guestSees: { address: '10.0.0.101', port: 443 },
    },
    {
      virtualMachine: 'virtualMachine/web2',
      ipConfiguration: 'ipConfiguration/web2-ipconfig1',
      state: 'up',
      verdict: 'dropped',
      at: 'guest-ip',
      reason: 'guest-no-address',
      guestSees: { address: '10.0.0.101', port: 443 },
    },
  ])
})

it('says for each VM which address its guest sees, and whether it holds it', () => {
  const views = guestViews(twoTlsSites).get('virtualMachine/web2') ?? []
  expect(views.map(({ frontend, held, verdict }) => ({ frontend, held, verdict }))).toEqual([
    { frontend: 'frontendIPConfiguration/site-a', held: true, verdict: 'delivered' },
    { frontend: 'frontendIPConfiguration/site-b', held: false, verdict: 'dropped' },
  ])
  const nobodySaid = guestViews(working(machine('m1', { address: '10.0.0.4' }, {}))).get('virtualMachine/m1')
  expect(nobodySaid?.[0]).not.toHaveProperty('held')
})
