import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch, type TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { parseDocument } from '../topology/parse.ts'
import { resourceTypeNames, typeOfId } from '../topology/resource-type.ts'
import { applyCommands } from './command.ts'
import { pairRefusals } from './connect/refusals.ts'
import { canConnect, connect, connectors } from './connect.ts'
import { type CreateKind, created } from './create.ts'

const build = (document: TopologyDocument, ...kinds: CreateKind[]) =>
  kinds.reduce((next, kind) => created(next, kind), document)

/** One of everything that can be drawn, and two of some. */
const rich = build(
  twoTlsSites,
  'publicFrontend',
  'backendAddressPool',
  'inboundNatRule',
  'outboundRule',
  'subnet',
  'virtualNetwork',
  'virtualMachine',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
  'client',
)

function joined(document: TopologyDocument, one: string, other: string) {
  const result = connect(document, one, other)
  if ('refusal' in result) throw new Error(result.refusal)
  return { label: result.label, document: applyCommands(document, result.commands) }
}

describe('every pair of things', () => {
  const ids = Object.keys(rich.resources)

  it('gives an edit that changes the document, or a sentence; the same in both directions', () => {
    const model = resolve(rich)
    let edits = 0
    for (const one of ids) {
      for (const other of ids) {
        const result = connect(rich, one, other)
        expect(canConnect(rich, one, other)).toBe(!('refusal' in result))
        if (typeOfId(one) !== typeOfId(other)) {
          expect('refusal' in connect(rich, other, one), `${one} ${other}`).toBe('refusal' in result)
        }
        if ('refusal' in result) {
          expect(result.refusal, `${one} ${other}`).toMatch(/^[A-Za-z0-9“].*\.$/)
          continue
        }
        edits++
        const later = applyCommands(rich, result.commands)
        expect(later, `${one} ${other}`).not.toBe(rich)
        expect(parseDocument(later)).toEqual({ ok: true, document: later })
        expect(canConnect(later, one, other) && typeOfId(one), `${one} ${other} once more`).toSatisfy(
          (again) => again === false || [typeOfId(one), typeOfId(other)].includes('backendAddressPool'),
        )
      }
    }
    expect(edits).toBeGreaterThan(40)
    expect(model.all('loadBalancer').length).toBeGreaterThan(1)
  })

  it('is listed once', () => {
    const pairs = [...connectors, ...pairRefusals].map(({ one, other }) => [one, other].toSorted().join(' '))
    expect(new Set(pairs).size).toBe(pairs.length)
    for (const { one, other } of connectors) {
      expect(resourceTypeNames).toContain(one)
      expect(resourceTypeNames).toContain(other)
    }
  })
})

describe('what a line does', () => {
  it('sets the frontend of a rule', () => {
    const { label, document } = joined(
      twoTlsSites,
      'loadBalancingRule/https-b',
      'frontendIPConfiguration/site-a',
    )
    expect(label).toBe('Use site-a for https-b')
    expect(document.resources['loadBalancingRule/https-b']).toMatchObject({
      frontendIPConfiguration: 'frontendIPConfiguration/site-a',
    })
  })

  it('makes a rule between a frontend and a pool, with the probe of its neighbours and floating IP where it is needed', () => {
    const { label, document } = joined(
      twoTlsSites,
      'frontendIPConfiguration/site-a',
      'backendAddressPool/web-pool',
    )
    expect(label).toBe('Add load-balancing rule rule-1 from site-a to web-pool')
    expect(document.resources['loadBalancingRule/rule-1']).toMatchObject({
      probe: 'probe/health',
      frontendPort: 80,
      enableFloatingIP: true,
    })
    expect(document.layout['loadBalancingRule/rule-1']).toBeDefined()
  })

  it('adds the primary IP configuration of a machine to a pool, once', () => {
    const document = patch(twoTlsSites, 'backendAddressPool/web-pool', { backendIPConfigurations: [] })
    const first = joined(document, 'virtualMachine/web1', 'backendAddressPool/web-pool')
    expect(first.label).toBe('Add web1 to web-pool')
    expect(connect(first.document, 'backendAddressPool/web-pool', 'virtualMachine/web1')).toEqual({
      refusal: 'web1 is a member of web-pool already with 10.0.0.4.',
    })
  })

  it('moves a machine into a subnet and into its place', () => {
    const { label, document } = joined(build(twoTlsSites, 'subnet'), 'virtualMachine/web2', 'subnet/snet-1')
    expect(label).toBe('Move web2 to snet-1 and give it 10.0.1.4')
    expect(document.layout['virtualMachine/web2']).not.toEqual(twoTlsSites.layout['virtualMachine/web2'])
    expect(document.resources['ipConfiguration/web2-ipconfig1']).toMatchObject({
      subnet: 'subnet/snet-1',
      privateIPAddress: '10.0.1.4',
    })
  })

  it('turns an inbound NAT rule from one machine to a pool and back', () => {
    const start = build(twoTlsSites, 'inboundNatRule')
    const toPool = joined(start, 'inboundNatRule/nat-1', 'backendAddressPool/web-pool').document
    expect(toPool.resources['inboundNatRule/nat-1']).toMatchObject({
      backendAddressPool: 'backendAddressPool/web-pool',
      frontendPortRangeStart: 50_001,
      frontendPortRangeEnd: 50_010,
    })
    expect(toPool.resources['inboundNatRule/nat-1']).not.toHaveProperty('frontendPort')
    const back = joined(toPool, 'virtualMachine/web1', 'inboundNatRule/nat-1').document
    expect(back.resources['inboundNatRule/nat-1']).toEqual(start.resources['inboundNatRule/nat-1'])
  })

  it('says why things of two load balancers cannot meet', () => {
    const document = build(twoTlsSites, 'publicFrontend')
    expect(connect(document, 'frontendIPConfiguration/frontend-1', 'loadBalancingRule/https-a')).toEqual({
      refusal:
        'frontend-1 belongs to lb-1 and https-a to lb-web. Azure only connects things of one load balancer: make a new one in lb-1 instead.',
    })
  })

  it('has an answer for a client and a frontend', () => {
    expect(connect(twoTlsSites, 'client/app-tier', 'frontendIPConfiguration/site-a')).toEqual({
      refusal:
        'app-tier reaches site-a by its address: nothing has to be set. Pick this flow in the packet trace to follow it.',
    })
  })
})
