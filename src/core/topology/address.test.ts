import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import {
  addressOfCidr,
  canonicalAddress,
  familyOf,
  formatAddress,
  hostPrefix,
  isReservedInSubnet,
  parseAddress,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
  sameAddress,
} from './address.ts'

const runs = { seed: 20260301, numRuns: 1000 }

const numberOf = (bytes: readonly number[]) => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)

/** An address in any spelling that ours accepts, with zeros and runs of zeros more often than chance has them. */
const group = fc.oneof(fc.constant(0), fc.nat(0xffff))
const ipv6 = fc
  .tuple(fc.array(group, { minLength: 8, maxLength: 8 }), fc.nat(8), fc.nat(8), fc.boolean())
  .map(([groups, from, count, upper]) => {
    const texts = groups.map((value) => value.toString(16))
    const end = Math.min(8, from + count)
    const text =
      count === 0 ? texts.join(':') : `${texts.slice(0, from).join(':')}::${texts.slice(end).join(':')}`
    return upper ? text.toUpperCase() : text
  })
/** `::10.0.0.4` is left out: ipaddr.js takes it for `::ffff:10.0.0.4`, RFC 4291 does not. */
const isCompatible = (text: string) => /^::[\d.]+$/.test(text)
const address = fc.oneof(fc.ipV4(), fc.ipV6(), ipv6).filter((text) => !isCompatible(text))
const almost = fc
  .tuple(address, fc.nat(), fc.constantFrom('', '.', ':', '0', '256', 'g', ' ', '/', '%', '-', '00000'))
  .map(([text, at, extra]) => {
    const cut = at % (text.length + 1)
    return text.slice(0, cut) + extra + text.slice(cut + (extra === '' ? 1 : 0))
  })

/** What ipaddr.js makes of a text, without the spellings that we refuse on purpose: leading zeros, octal, zone ids. */
const oracle = (text: string) => {
  if (text.includes('%')) return undefined
  if (!text.includes(':'))
    return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : undefined
  const tail = text.slice(text.lastIndexOf(':') + 1)
  if (tail.includes('.') && !ipaddr.IPv4.isValidFourPartDecimal(tail)) return undefined
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined
}

describe('an address', () => {
  it('is read as ipaddr.js reads it', () => {
    fc.assert(
      fc.property(fc.oneof(address, almost), (text) => {
        fc.pre(!isCompatible(text))
        const expected = oracle(text)
        const own = parseAddress(text)
        expect(own?.value).toBe(expected && numberOf(expected.toByteArray()))
        expect(own?.family.toLowerCase()).toBe(expected?.kind())
      }),
      runs,
    )
  })

  it('is written as ipaddr.js writes it, and read again as the same', () => {
    fc.assert(
      fc.property(address, (text) => {
        const own = parseAddress(text)
        fc.pre(own !== undefined)
        const written = formatAddress(own)
        const expected = ipaddr.parse(text)
        expect(written).toBe(
          expected instanceof ipaddr.IPv6 ? expected.toRFC5952String() : expected.toString(),
        )
        expect(parseAddress(written)).toEqual(own)
        expect(canonicalAddress(text)).toBe(written)
        expect(sameAddress(text, written)).toBe(true)
      }),
      runs,
    )
  })

  it.each([
    ['', undefined],
    ['10.0.0', undefined],
    ['10.0.0.4.5', undefined],
    ['010.0.0.4', undefined],
    ['10.0.0.256', undefined],
    ['10.0.0.-1', undefined],
    ['1e1.0.0.4', undefined],
    [' 10.0.0.4', undefined],
    ['10.0.0.4/32', undefined],
    ['::', 'IPv6'],
    [':::', undefined],
    ['1::2::3', undefined],
    ['1:2:3:4:5:6:7:8', 'IPv6'],
    ['1:2:3:4:5:6:7::8', undefined],
    ['1:2:3:4:5:6:7:8:9', undefined],
    ['fe80::1%eth0', undefined],
    ['::ffff:10.0.0.4', 'IPv6'],
    ['::ffff:10.0.0.400', undefined],
    ['2001:DB8::1', 'IPv6'],
    ['12345::', undefined],
  ])('%j has the family %s', (text, family) => {
    expect(familyOf(text)).toBe(family)
  })

  it.each([
    ['10.0.0.4', '10.0.0.4', true],
    ['2001:db8::1', '2001:DB8:0:0::1', true],
    ['10.0.0.4', '10.0.0.5', false],
    ['10.0.0.4', '::10.0.0.4', false],
    ['no address', 'no address', true],
    ['no address', '10.0.0.4', false],
    [undefined, undefined, false],
    ['10.0.0.4', undefined, false],
  ])('%s and %s are the same: %s', (one, other, same) => {
    expect(sameAddress(one, other)).toBe(same)
  })
})

describe('an IPv4 address inside an IPv6 address', () => {
  it.each([
    ['::10.0.0.4', '::a00:4'],
    ['::ffff:10.0.0.4', '::ffff:a00:4'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7.8.9.10', '1:2:3:4:5:6:708:90a'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical)
  })
})

describe('a prefix', () => {
  const prefix = fc.oneof(
    fc.tuple(fc.ipV4(), fc.nat(32)).map(([text, length]) => `${text}/${length}`),
    fc.tuple(ipv6, fc.nat(128)).map(([text, length]) => `${text}/${length}`),
    fc
      .tuple(fc.constantFrom('10.0.0.0', '10.0.0.4', '10.0.1.0', '10.255.0.0'), fc.nat(32))
      .map((pair) => pair.join('/')),
  )
  const inside = fc.oneof(address, fc.constantFrom('10.0.0.0', '10.0.0.4', '10.0.0.255', '10.0.1.0', '::'))

  it('covers the addresses that ipaddr.js says it covers', () => {
    let covered = 0
    fc.assert(
      fc.property(prefix, inside, (cidr, text) => {
        fc.pre(parsePrefix(cidr) !== undefined && parseAddress(text) !== undefined)
        const one = ipaddr.parse(text)
        const [network, length] = ipaddr.parseCIDR(cidr)
        const expected = one.kind() === network.kind() && one.match(network, length)
        if (expected) covered++
        expect(prefixContains(cidr, text)).toBe(expected)
      }),
      runs,
    )
    expect(covered).toBeGreaterThan(50)
  })

  it('overlaps another where one covers the first address of the other', () => {
    fc.assert(
      fc.property(prefix, prefix, (one, other) => {
        const [a, b] = [parsePrefix(one), parsePrefix(other)]
        fc.pre(a !== undefined && b !== undefined)
        const covers = (outer: typeof a, inner: typeof a) =>
          prefixContains(outer, { family: inner.family, value: inner.first })
        expect(prefixesOverlap(a, b)).toBe(covers(a, b) || covers(b, a))
      }),
      runs,
    )
  })

  it.each([
    ['10.0.0.0/24', 24],
    ['10.0.0.4', 32],
    ['::1', 128],
    ['10.0.0.0/0', 0],
    ['10.0.0.0/33', undefined],
    ['10.0.0.0/024', undefined],
    ['10.0.0.0/', undefined],
    ['10.0.0.0/-1', undefined],
    ['10.0.0.0/24/24', undefined],
    ['/24', undefined],
    ['*', undefined],
    [undefined, undefined],
  ])('%s has the length %s', (text, length) => {
    expect(parsePrefix(text)?.length).toBe(length)
  })

  it('keeps the address as it was written, host bits and all', () => {
    expect(parsePrefix('10.0.0.100/24')).toMatchObject({
      address: parseAddress('10.0.0.100')?.value,
      first: parseAddress('10.0.0.0')?.value,
      last: parseAddress('10.0.0.255')?.value,
    })
  })
})

describe('an address of a guest', () => {
  it.each([
    ['10.0.0.100/32', '10.0.0.100'],
    ['2001:DB8::0/128', '2001:db8::'],
    ['10.0.0.100', '10.0.0.100'],
  ])('%s is %s without its length', (cidr, text) => {
    expect(addressOfCidr(cidr)).toBe(text)
  })

  it.each([
    ['10.0.0.100', '10.0.0.100/32'],
    ['2001:db8::1', '2001:db8::1/128'],
  ])('%s is held as %s', (text, cidr) => {
    expect(hostPrefix(text)).toBe(cidr)
  })
})

describe('an address that Azure keeps for itself', () => {
  it.each([
    ['10.0.1.0', true],
    ['10.0.1.3', true],
    ['10.0.1.4', false],
    ['10.0.1.254', false],
    ['10.0.1.255', true],
  ])('%s in 10.0.1.0/24: %s', (text, reserved) => {
    const subnet = parsePrefix('10.0.1.0/24')
    const own = parseAddress(text)
    expect(subnet && own && isReservedInSubnet(subnet, own)).toBe(reserved)
  })
})
