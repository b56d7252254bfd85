import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import { examples } from './examples/index.ts'
import { wholeFixes } from './fix-all.ts'
import { lint } from './lint.ts'

/** Lint rules whose findings can be repaired in more than one way. */
const withChoice = [
  'cluster-member-without-address',
  'strict-reverse-path-filter',
  'loopback-address-shadows-frontend',
  'cluster-address-owner-count',
  'ha-ports-incomplete',
  'probe-missing',
  'backend-pool-empty',
  'private-link-ignores-floating-ip',
  'hairpin-to-own-frontend',
  'backend-port-reused',
  'floating-backend-port-reused',
  'frontend-port-reused',
  'backend-port-reused-across-load-balancers',
  'nat-rule-backend-port-reused',
  'probe-on-frontend-address',
  'security-rule-allows-probe-only',
  'outbound-method-missing',
  'outbound-rule-on-secondary-ip-configuration',
  'frontend-address-source-invalid',
] as const

describe('findings that can be repaired in more than one way', () => {
  it.each(withChoice)('%s offers the ways by name, and each has another outcome', (rule) => {
    const document = examples[rule]?.before
    const found = document && lint(document).find((one) => one.rule === rule)
    if (!document || !found) throw new Error('nothing is found')
    const ways = wholeFixes(found)
    expect(new Set(ways.map(({ label }) => label)).size).toBeGreaterThan(1)
    const outcomes = ways.map(({ commands }) => JSON.stringify(applyCommands(document, commands).resources))
    expect(new Set(outcomes).size).toBe(ways.length)
  })
})
