import { describe, expect, it } from 'vitest'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import type { Piece } from '../importer.ts'
import { piecesOf } from '../test-pieces.ts'

const imported = (value: unknown): Piece => {
  const result = importText(JSON.stringify(value))
  if (!result.ok) throw new Error(result.message)
  return result
}

/** A value as Az PowerShell writes it: keys begin with a capital, and security rules and subnets have lists. */
function asPowerShell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asPowerShell)
  if (typeof value !== 'object' || value === null) return value
  const lists = ['addressPrefix', 'sourceAddressPrefix', 'destinationPortRange']
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/^./, (first) => first.toUpperCase()).replace('IP', 'Ip'),
      lists.includes(key) ? [item] : asPowerShell(item),
    ]),
  )
}

describe('Az PowerShell', () => {
  const pieces = Object.values(piecesOf())

  it('says the same as the Azure CLI', () => {
    const expected = combine(pieces.map(imported)).document
    expect(combine(pieces.map((piece) => imported(asPowerShell(piece)))).document).toEqual(expected)
  })

  it.each([
    'Microsoft.Azure.Commands.Network.Models.PSFrontendIPConfiguration',
    'System.Collections.Generic.List`1[System.String]',
    'System.Object',
    '@{Name=front; Id=/subscriptions/1}',
  ])('that was cut off (%s) is refused with what to do', (text) => {
    const cut = { ...piecesOf().loadBalancer, frontendIPConfigurations: [text] }
    expect(importText(JSON.stringify(asPowerShell(cut)))).toMatchObject({
      ok: false,
      recognised: true,
      message: expect.stringContaining('ConvertTo-Json -Depth 10'),
    })
  })
})

describe('a pool', () => {
  it('keeps its tunnels and the admin states of its members, which are not doubled', () => {
    const { loadBalancer, nics } = piecesOf()
    const [pool] = loadBalancer.backendAddressPools
    const ids = nics.map(({ ipConfigurations: [first] }) => ({ id: first?.id }))
    const full = {
      ...pool,
      syncMode: 'automatic',
      tunnelInterfaces: [{ identifier: 800, port: '10800', protocol: 'vxlan', type: 'Internal' }],
      loadBalancerBackendAddresses: [
        { name: 'a', ipAddress: '10.1.0.4', networkInterfaceIPConfiguration: ids[0], adminState: 'Down' },
        { name: 'b', ipAddress: '10.1.0.5', networkInterfaceIPConfiguration: ids[1], adminState: 'None' },
      ],
    }
    const pieces = [imported({ ...loadBalancer, backendAddressPools: [full] }), imported(nics)]
    const { document } = combine(pieces)
    const id = 'backendAddressPool/pool'
    expect(document.resources[id]).toMatchObject({
      syncMode: 'Automatic',
      tunnelInterfaces: [{ identifier: 800, port: 10800, protocol: 'VXLAN', type: 'Internal' }],
      loadBalancerBackendAddresses: [{ name: 'a', adminState: 'Down' }],
    })
    const members = resolve(document).membersOf(id)
    expect(members.map(({ address, adminState }) => `${address} ${adminState}`)).toEqual([
      '10.1.0.4 Down',
      '10.1.0.5 None',
    ])
  })
})

describe('the body of a PUT', () => {
  const { loadBalancer } = piecesOf()
  const withProperties = ({ id: _id, name, sku, ...properties }: typeof loadBalancer) => ({
    ...(name === '' ? {} : { name }),
    sku,
    properties,
  })

  it('is read without an id, under the name that it has', () => {
    const body = { ...withProperties(loadBalancer), type: 'Microsoft.Network/loadBalancers', name: 'mine' }
    const { resources } = imported(body).document
    expect(resources['loadBalancer/mine']).toMatchObject({ name: 'mine', sku: 'Standard' })
    expect(resources['loadBalancingRule/rule0']).toMatchObject({
      loadBalancer: 'loadBalancer/mine',
      frontendIPConfiguration: 'frontendIPConfiguration/front',
      probe: 'probe/alive',
    })
  })

  it('has the name that its rules refer to, where it says none', () => {
    expect(imported(withProperties({ ...loadBalancer, name: '' })).document.resources).toHaveProperty([
      'loadBalancer/lb-shop',
    ])
  })
})

describe('Resource Graph', () => {
  it('is read with types in lower case', () => {
    const { id, name, sku, ...properties } = piecesOf().loadBalancer
    const row = { id: id.toLowerCase(), name, type: 'microsoft.network/loadbalancers', sku, properties }
    const { document } = combine([imported({ count: 1, data: [row], skip_token: null, total_records: 1 })])
    expect(document.resources['loadBalancingRule/rule0']).toMatchObject({ enableFloatingIP: true })
  })
})
