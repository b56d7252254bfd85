import { describe, expect, it } from 'vitest'
import { inboundsOf } from './lint/inbound.ts'
import { lint } from './lint/lint.ts'
import { decodeLink } from './permalink/decode-link.ts'
import { encodeLink } from './permalink/encode-link.ts'
import { intendedFlows, intendedFlowsAreCut } from './simulator/intended-flows.ts'
import { reachability, reachabilityByClient } from './simulator/summary.ts'
import { emptyDocument, type Resources, type TopologyDocument } from './topology/document.ts'
import { intendedClients } from './topology/intended-clients.ts'
import { limits } from './topology/limits.ts'
import { resolve } from './topology/model.ts'

const range = (count: number) => [...Array(count).keys()]
const frontend = 'frontendIPConfiguration/site'

/** One frontend with many rules, called by many clients. */
function crowd(rules: number, clients: number, addressOf = (index: number) => index): TopologyDocument {
  const entries: [string, object][] = [
    ['loadBalancer/lb', { name: 'lb', sku: 'Standard' }],
    ['publicIPAddress/pip', { name: 'pip', ipAddress: '20.1.1.1', sku: 'Standard' }],
    [frontend, { name: 'site', loadBalancer: 'loadBalancer/lb', publicIPAddress: 'publicIPAddress/pip' }],
    ['virtualMachine/web', { name: 'web', guest: { os: 'linux' } }],
    ['networkInterface/web', { name: 'web', virtualMachine: 'virtualMachine/web' }],
    [
      'ipConfiguration/web',
      { name: 'web', networkInterface: 'networkInterface/web', privateIPAddress: '10.0.0.4' },
    ],
    ['backendAddressPool/web', { name: 'web', backendIPConfigurations: ['ipConfiguration/web'] }],
    ...range(rules).map((index): [string, object] => [
      `loadBalancingRule/r${index}`,
      {
        name: `r${index}`,
        frontendIPConfiguration: frontend,
        backendAddressPool: 'backendAddressPool/web',
        protocol: 'Tcp',
        frontendPort: index + 1,
        backendPort: index + 1,
      },
    ]),
    ...range(clients).map((index): [string, object] => {
      const number = addressOf(index)
      const ipAddress = `203.0.${number >> 8}.${number & 255}`
      return [`client/c${index}`, { name: `c${index}`, ipAddress, location: 'internet' }]
    }),
  ]
  return { ...emptyDocument(), resources: Object.fromEntries(entries) as Resources }
}

const clientsOf = (document: TopologyDocument) => {
  const model = resolve(document)
  const found = model.find('frontendIPConfiguration', frontend)
  return found ? intendedClients(model, found) : []
}

describe('a diagram that multiplies', () => {
  it('comes by a short link and is followed as far as the limit', () => {
    const link = encodeLink(crowd(1000, 2000))
    if (!link.ok) throw new Error('There is no link.')
    const opened = decodeLink(link.fragment)
    if (!opened.ok) throw new Error('The link cannot be read.')
    const { document } = opened
    expect(clientsOf(document)).toHaveLength(10)
    expect(intendedFlows(document)).toHaveLength(10_000)
    expect(intendedFlowsAreCut(document)).toBe(true)
    expect(reachability(document)).toHaveLength(1000)
    expect(reachabilityByClient(document, 'loadBalancingRule/r999')).toHaveLength(10)
    expect(lint(document).filter(({ severity }) => severity === 'error').length).toBeLessThan(4000)
  }, 60_000)

  it('keeps one client for every rule', () => {
    const document = crowd(15_000, 4)
    expect(clientsOf(document)).toHaveLength(1)
    expect(intendedFlows(document)).toHaveLength(15_000)
  })

  it('never gives more flows than the limit', () => {
    const document = crowd(3, 10_000)
    expect(intendedFlows(document).length).toBeLessThanOrEqual(limits.intendedFlows)
  })

  it('leaves nothing out while there is not too much', () => {
    const document = crowd(100, 100)
    expect(intendedFlows(document)).toHaveLength(10_000)
    expect(intendedFlowsAreCut(document)).toBe(false)
  })

  it('takes clients with one address for one before any is left out', () => {
    const document = crowd(1000, 2000, (index) => index % 7)
    expect(clientsOf(document)).toHaveLength(7)
    expect(intendedFlowsAreCut(document)).toBe(false)
  })

  it('has so many members behind so many rules that only the first are checked, and says so', () => {
    const { resources, ...rest } = crowd(1500, 0)
    const ids = range(2000).map((index) => `ipConfiguration/m${index}`)
    const more = ids.map((id, index) => {
      const privateIPAddress = `10.1.${index >> 8}.${index & 255}`
      return [id, { name: `m${index}`, networkInterface: 'networkInterface/web', privateIPAddress }]
    })
    const pool = { name: 'web', backendIPConfigurations: ids }
    const document = {
      ...rest,
      resources: {
        ...resources,
        ...Object.fromEntries(more),
        'backendAddressPool/web': pool,
      } as Resources,
    }
    const inbounds = inboundsOf(resolve(document))
    expect(inbounds).toHaveLength(1500)
    expect(inbounds.every(({ members }) => members.length === 66)).toBe(true)
    const said = lint(document).filter(({ rule }) => rule === 'members-left-out')
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining('66 at most')])
  }, 60_000)
})
