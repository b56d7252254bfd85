import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import { piecesOf } from '../test-pieces.ts'
import { sayReason } from './reasons.ts'

const scope = '/subscriptions/1111/resourceGroups/rg-app/providers/Microsoft.Network'
const answer = (states: readonly (readonly [address: string, state: string, reason: string])[]) => ({
  up: states.filter(([, state]) => state === 'Up').length,
  down: states.filter(([, state]) => state === 'Down').length,
  loadBalancerBackendAddresses: states.map(([ipAddress, state, reason]) => ({
    ipAddress,
    networkInterfaceIPConfigurationId: `${scope}/networkInterfaces/any/ipConfigurations/any`,
    state,
    reason,
  })),
})
const oneDown = answer([
  ['10.0.0.4', 'Up', 'Up_Probe_Success'],
  ['10.0.0.5', 'Down', 'Down_Probe_TcpProbeTimeout'],
])

function read(text: string, document: TopologyDocument = twoTlsSites, parameters = {}) {
  const result = importText(text, { parameters })
  if (!result.ok) throw new Error(result.message)
  return { ...combine([result], document), format: result.format }
}
const said = ({ health }: ReturnType<typeof read>) =>
  health.map(({ machineName, probeName, state, reason }) => `${machineName} ${probeName} ${state} ${reason}`)

/** Both rules with probes of their own. */
const twoProbes: TopologyDocument = (() => {
  const { resources } = twoTlsSites
  const second = { ...resources['loadBalancingRule/https-b'], probe: 'probe/other' }
  const probe = { ...resources['probe/health'], name: 'other' }
  return {
    ...twoTlsSites,
    resources: { ...resources, 'probe/other': probe, 'loadBalancingRule/https-b': second },
  } as TopologyDocument
})()

describe('a health answer', () => {
  it('is recognised, and is of the one probe that all its members have', () => {
    const { format, health, document, added, updated, ...rest } = read(JSON.stringify(oneDown))
    expect(format).toBe('Health of load-balancing rules')
    expect(said({ format, health, document, added, updated, ...rest })).toEqual([
      'web1 health up Up_Probe_Success',
      'web2 health down Down_Probe_TcpProbeTimeout',
    ])
    expect(document).toBe(twoTlsSites)
  })

  it('in any casing, with ids in objects, by the ipconfig where no address is said', () => {
    const [first] = resolve(twoTlsSites).all('ipConfiguration')
    const nic = resolve(twoTlsSites).nameOf(first?.networkInterface ?? '')
    const text = JSON.stringify({
      Up: 0,
      Down: 1,
      LoadBalancerBackendAddresses: [
        {
          NetworkInterfaceIPConfigurationId: {
            Id: `${scope}/NetworkInterfaces/${nic.toUpperCase()}/ipConfigurations/${first?.name}`,
          },
          State: 'DOWN',
        },
      ],
    })
    expect(said(read(text))).toEqual(['web1 health down undefined'])
  })

  it('that may be of several probes is asked for and never guessed', () => {
    const open = read(JSON.stringify(oneDown), twoProbes)
    expect(open.health).toEqual([])
    expect(open.parameters).toMatchObject([
      { name: 'loadBalancingRule', allowedValues: ['https-a', 'https-b'] },
    ])
    expect(open.notes).toMatchObject([{ kind: 'unresolved' }])
    const told = read(JSON.stringify(oneDown), twoProbes, { loadBalancingRule: 'https-b' })
    expect(said(told)).toEqual([
      'web1 other up Up_Probe_Success',
      'web2 other down Down_Probe_TcpProbeTimeout',
    ])
  })

  it('after a line with the id of its rule is of that rule', () => {
    const text = ['https-a', 'https-b']
      .map((name) => {
        const line = `== floatpath health ${scope}/loadBalancers/lb-web/loadBalancingRules/${name} ==`
        return `${line}\n${JSON.stringify(oneDown, null, 2)}`
      })
      .join('\n')
    expect(said(read(text, twoProbes))).toHaveLength(4)
    expect(read(text.replaceAll('lb-web', 'lb-else'), twoProbes).health).toEqual([])
  })

  it('of members that the diagram does not have, or of none, is left out and said', () => {
    for (const one of [answer([['10.9.9.9', 'Up', 'NA']]), answer([])]) {
      const { health, notes } = read(JSON.stringify(one))
      expect(health).toEqual([])
      expect(notes).toMatchObject([{ kind: 'left-out' }])
    }
  })

  it('is not taken for one where it is a pool', () => {
    const pool = {
      id: `${scope}/loadBalancers/lb/backendAddressPools/pool`,
      properties: { loadBalancerBackendAddresses: [{ name: 'a', properties: { ipAddress: '10.0.0.4' } }] },
    }
    expect(importText(JSON.stringify(pool))).toMatchObject({ format: 'Azure resources as JSON' })
    const { loadBalancer } = piecesOf()
    expect(importText(JSON.stringify(loadBalancer))).toMatchObject({ format: 'Azure resources as JSON' })
  })

  it('is never an exception', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.string(), (items, rule) => {
        const text = JSON.stringify({ up: 1, down: 0, loadBalancerBackendAddresses: items })
        const result = importText(text, { parameters: { loadBalancingRule: rule } })
        if (result.ok) combine([result], twoTlsSites)
      }),
      { numRuns: 100 },
    )
  })
})

it('says what Azure’s codes mean, and repeats those it does not know', () => {
  expect(sayReason('Down_Probe_TcpProbeTimeout')).toBe(
    'Down_Probe_TcpProbeTimeout: it does not answer in time',
  )
  expect(sayReason('Down_New')).toBe('Down_New')
  expect(sayReason(undefined)).toBe('Azure gives no reason')
  expect(sayReason('constructor')).toBe('constructor')
})
