import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import {
  isReservedInSubnet,
  parseAddress,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
} from '../topology/address.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import {
  freeAddress,
  freeNetworkPrefix,
  freePublicAddress,
  freeSubnetPrefix,
  takenAddresses,
} from './free-address.ts'

const model = resolve(twoTlsSites)

function network(addressPrefixes: readonly string[], subnets: readonly string[]): TopologyDocument {
  return {
    version: 1,
    name: '',
    resources: {
      'virtualNetwork/v': { name: 'v', addressPrefixes },
      ...Object.fromEntries(
        subnets.map((addressPrefix, index) => [
          `subnet/s${index}`,
          { name: `s${index}`, virtualNetwork: 'virtualNetwork/v', addressPrefix },
        ]),
      ),
    },
    layout: {},
  } as TopologyDocument
}

describe('the next free address', () => {
  it('counts machines from the fifth address and frontends from the hundredth', () => {
    expect(freeAddress(model, 'subnet/snet-web', 'machine')).toBe('10.0.0.6')
    expect(freeAddress(model, 'subnet/snet-web', 'frontend')).toBe('10.0.0.102')
  })

  it.each([
    ['10.0.0.0/28', 'frontend', '10.0.0.4'],
    ['10.0.0.0/30', 'machine', undefined],
    ['10.0.0.0/29', 'machine', '10.0.0.4'],
    ['10.0.4.0/22', 'frontend', '10.0.4.100'],
    ['nonsense', 'machine', undefined],
    ['fd00::/64', 'machine', undefined],
  ] as const)('of %s for a %s is %s', (prefix, use, address) => {
    expect(freeAddress(resolve(network(['10.0.0.0/16'], [prefix])), 'subnet/s0', use)).toBe(address)
  })

  it('exists for IPv6 too', () => {
    const dual = resolve(network(['fd00::/48'], ['fd00::/64']))
    expect(freeAddress(dual, 'subnet/s0', 'frontend', 'IPv6')).toBe('fd00::64')
  })

  it('is never reserved and never taken, and missing only where the subnet is full', () => {
    const subnet = parsePrefix('10.0.0.0/27')
    if (!subnet) throw new Error('unreachable')
    const usable = Array.from({ length: 27 }, (_, offset) => `10.0.0.${offset + 4}`)
    fc.assert(
      fc.property(fc.subarray(usable), fc.constantFrom('machine', 'frontend'), (taken, use) => {
        const document = network(['10.0.0.0/16'], ['10.0.0.0/27'])
        const clients = taken.map((ipAddress, index) => [
          `client/c${index}`,
          { name: `c${index}`, ipAddress },
        ])
        const busy = resolve({ resources: { ...document.resources, ...Object.fromEntries(clients) } })
        const text = freeAddress(busy, 'subnet/s0', use)
        const found = parseAddress(text)
        expect(found === undefined).toBe(taken.length === usable.length)
        if (!found) return
        expect(prefixContains(subnet, found) && !isReservedInSubnet(subnet, found)).toBe(true)
        expect([...takenAddresses(busy)]).not.toContain(text)
      }),
      { seed: 9, numRuns: 200 },
    )
  })
})

describe('a free prefix', () => {
  it.each([
    [['10.0.0.0/16'], [], '10.0.0.0/24'],
    [['10.0.0.0/16'], ['10.0.0.0/24', '10.0.1.0/25'], '10.0.2.0/24'],
    [['10.0.0.0/24'], ['10.0.0.0/25'], '10.0.0.128/25'],
    [['10.0.0.0/29'], ['10.0.0.0/29'], undefined],
    [['10.0.0.0/24', '10.9.0.0/16'], ['10.0.0.0/24'], '10.9.0.0/24'],
    [['fd00::/48'], [], undefined],
    [[], [], undefined],
  ])('in %j beside %j is %s', (spaces, subnets, prefix) => {
    expect(freeSubnetPrefix(resolve(network(spaces, subnets)), 'virtualNetwork/v')).toBe(prefix)
  })

  it('overlaps no other subnet', () => {
    const blocks = fc.array(
      fc
        .integer({ min: 0, max: 1023 })
        .chain((block) => fc.constantFrom(`10.0.${block >> 2}.${(block & 3) * 64}/26`)),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(blocks, (taken) => {
        const found = parsePrefix(
          freeSubnetPrefix(resolve(network(['10.0.0.0/16'], taken)), 'virtualNetwork/v'),
        )
        if (!found) throw new Error('there is always room')
        for (const text of taken) expect(prefixesOverlap(found, parsePrefix(text) ?? found)).toBe(false)
      }),
      { seed: 10, numRuns: 100 },
    )
  })

  it('for a virtual network is the next /16', () => {
    expect(freeNetworkPrefix(resolve({ resources: {} }))).toBe('10.0.0.0/16')
    expect(freeNetworkPrefix(model)).toBe('10.1.0.0/16')
    expect(freeNetworkPrefix(resolve(network(['10.0.0.0/8'], [])))).toBe('172.16.0.0/16')
  })

  it('and public addresses come out of ranges for documentation', () => {
    expect(freePublicAddress(model, 'frontend')).toBe('203.0.113.100')
    expect(freePublicAddress(model, 'client')).toBe('203.0.113.10')
  })
})
