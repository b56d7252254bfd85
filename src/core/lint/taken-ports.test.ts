import { describe, expect, it } from 'vitest'
import { balance, documentOf, internalFrontend, loadBalancer, network, pool } from '../scenarios/builder.ts'
import type { Resources } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { isShadowed, isTakenFrom } from './taken-ports.ts'

const nat = (slug: string, fields: object): Resources => ({
  [`inboundNatRule/${slug}`]: {
    name: slug,
    frontendIPConfiguration: 'frontendIPConfiguration/app',
    protocol: 'Tcp',
    ...fields,
  },
})

const modelOf = (...parts: readonly Resources[]) =>
  resolve(
    documentOf('Ports', network(), loadBalancer(), internalFrontend('app', '10.0.0.100'), pool(), ...parts),
  )

const ruleOf = (model: ReturnType<typeof modelOf>, slug: string) => {
  const found = model.find('loadBalancingRule', `loadBalancingRule/${slug}`)
  if (!found) throw new Error(`There is no rule ${slug}.`)
  return found
}

describe('of several rules that could take a port', () => {
  it.each<readonly [what: string, parts: readonly Resources[], shadowed: boolean]>([
    ['the only one does', [balance('late', 'app', 80)], false],
    ['the first does', [balance('early', 'app', 80), balance('late', 'app', 80)], true],
    [
      'the first of the protocol does',
      [balance('early', 'app', 80, { protocol: 'Udp' }), balance('late', 'app', 80)],
      false,
    ],
    [
      'an inbound NAT rule before it does',
      [nat('ssh', { frontendPort: 80 }), balance('late', 'app', 80)],
      true,
    ],
    [
      'an inbound NAT rule behind it does not',
      [balance('late', 'app', 80), nat('ssh', { frontendPort: 80 })],
      false,
    ],
    [
      'a NAT range before it does',
      [nat('ssh', { frontendPortRangeStart: 70, frontendPortRangeEnd: 90 }), balance('late', 'app', 80)],
      true,
    ],
    [
      'one port comes before every port',
      [balance('all', 'app', 0, { protocol: 'All' }), balance('late', 'app', 80)],
      false,
    ],
    [
      'the first HA ports rule does',
      [balance('all', 'app', 0, { protocol: 'All' }), balance('late', 'app', 0, { protocol: 'All' })],
      true,
    ],
    [
      'an HA ports rule gets what is left',
      [balance('early', 'app', 80), balance('late', 'app', 0, { protocol: 'All' })],
      false,
    ],
  ])('%s', (_what, parts, shadowed) => {
    const model = modelOf(...parts)
    expect(isShadowed(model, ruleOf(model, 'late'))).toBe(shadowed)
  })
})

it('leaves an HA ports rule every port that no other rule takes', () => {
  const model = modelOf(balance('all', 'app', 0, { protocol: 'All' }), balance('web', 'app', 80))
  const all = ruleOf(model, 'all')
  expect(isTakenFrom(model, all, 'Tcp', 80)).toBe(true)
  expect(isTakenFrom(model, all, 'Udp', 80)).toBe(false)
  expect(isTakenFrom(model, all, 'Tcp', 81)).toBe(false)
})
