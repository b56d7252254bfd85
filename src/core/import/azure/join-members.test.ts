import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../lint/lint.ts'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import type { Piece } from '../importer.ts'
import { piecesOf } from '../test-pieces.ts'

const pieceOf = (value: unknown): Piece => {
  const result = importText(JSON.stringify(value))
  if (!result.ok) throw new Error(result.message)
  return result
}
const scope = '/subscriptions/1111/resourceGroups/rg-app/providers/Microsoft.Network'
const { loadBalancer, nics, virtualNetwork } = piecesOf()
const [subnet] = virtualNetwork.subnets

/** NICs and subnets that do not say what hangs on them. */
const plainNics = nics.map(({ networkSecurityGroup: _group, ...nic }) => nic)
const plainNetwork = {
  ...virtualNetwork,
  subnets: virtualNetwork.subnets.map(({ networkSecurityGroup: _group, ...one }) => one),
}
const subnets = [{ id: subnet?.id.toUpperCase() }]
const group = {
  id: `${scope}/networkSecurityGroups/nsg-app`,
  name: 'nsg-app',
  securityRules: [],
  subnets,
  networkInterfaces: nics.map(({ id }) => ({ id })),
}
const table = { id: `${scope}/routeTables/rt-app`, name: 'rt-app', routes: [], subnets }
const gateway = { id: `${scope}/natGateways/nat-app`, name: 'nat-app', subnets }

describe('what is said at the other end only', () => {
  const all = [loadBalancer, plainNics, plainNetwork, group, table, gateway].map(pieceOf)

  it('attaches security groups, route tables and NAT gateways, whatever comes first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (pieces) => {
        // One import, and one after the other.
        const steps = pieces.reduce(
          (document, piece) => combine([piece], document).document,
          combine([]).document,
        )
        for (const document of [combine(pieces).document, steps]) {
          const model = resolve(document)
          expect(model.all('subnet')).toMatchObject([
            {
              addressPrefix: '10.1.0.0/24',
              networkSecurityGroup: 'networkSecurityGroup/nsg-app',
              routeTable: 'routeTable/rt-app',
              natGateway: 'natGateway/nat-app',
            },
          ])
          for (const nic of model.all('networkInterface')) {
            expect(nic).toMatchObject({
              enableIPForwarding: false,
              networkSecurityGroup: 'networkSecurityGroup/nsg-app',
            })
            expect(nic.unresolved).toBeUndefined()
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is not believed over what the thing says of itself in the same output', () => {
    const other = { ...group, id: `${scope}/networkSecurityGroups/old`, name: 'old' }
    const own = virtualNetwork.subnets.map((one) => ({ ...one, networkSecurityGroup: { id: group.id } }))
    const { document } = combine([pieceOf([{ ...virtualNetwork, subnets: own }, group, other])])
    expect(resolve(document).all('subnet')).toMatchObject([
      { networkSecurityGroup: 'networkSecurityGroup/nsg-app' },
    ])
  })

  it('names the commands that complete it', () => {
    expect(combine([pieceOf(group)]).next.map(({ command }) => command)).toEqual([
      'az network vnet list -g RG-APP -o json',
      'az network nic list -g rg-app -o json',
      'az network nsg list -g rg-app -o json',
    ])
  })
})

describe('an inbound NAT rule that only a NIC names', () => {
  const rule = `${loadBalancer.id}/inboundNatRules/ssh`
  const [first] = nics
  const naming = {
    ...first,
    ipConfigurations: first?.ipConfigurations.map((ip) => ({
      ...ip,
      loadBalancerInboundNatRules: [{ id: rule }],
    })),
  }
  const body = {
    ...loadBalancer,
    inboundNatRules: [{ id: rule, name: 'ssh', protocol: 'Tcp', frontendPort: 2222, backendPort: 22 }],
  }

  it('is kept by its name and said, until its load balancer is there', () => {
    const alone = combine([pieceOf(naming)])
    expect(alone.document.resources['inboundNatRule/ssh']).toMatchObject({
      loadBalancer: 'loadBalancer/lb-shop',
      backendIPConfiguration: 'ipConfiguration/ip',
      unresolved: { protocol: rule },
    })
    expect(alone.notes).toContainEqual(expect.objectContaining({ kind: 'assumed', subject: 'ssh' }))
    expect(alone.next.map(({ command }) => command)).toContain('az network lb list -g RG-APP -o json')
    expect(lint(alone.document).filter(({ severity }) => severity === 'error')).toEqual([])
    for (const pieces of [
      [naming, body],
      [body, naming],
    ]) {
      const { document, notes } = combine(pieces.map(pieceOf))
      expect(document.resources['inboundNatRule/ssh']).toEqual({
        name: 'ssh',
        loadBalancer: 'loadBalancer/lb-shop',
        protocol: 'Tcp',
        frontendPort: 2222,
        backendPort: 22,
        backendIPConfiguration: expect.stringMatching(/^ipConfiguration\//),
      })
      expect(notes.filter(({ subject }) => subject === 'ssh')).toEqual([])
    }
  })

  it('is said where its load balancer is in the same output and lacks it', () => {
    expect(combine([pieceOf([loadBalancer, naming])]).notes).toContainEqual({
      kind: 'unresolved',
      subject: 'ip',
      message: 'Refers to ssh of lb-shop, which has nothing of that name.',
    })
  })
})
