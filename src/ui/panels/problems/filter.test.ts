import { expect, it } from 'vitest'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../../core/topology/model.ts'
import { filterProblems } from './filter.ts'

const finding = (rule: string, severity: Diagnostic['severity'], related: readonly string[]): Diagnostic => ({
  rule,
  severity,
  class: 'traffic',
  resource: 'loadBalancingRule/https-b',
  related,
  message: `Packets of site-b are dropped (${rule}).`,
  confidence: 'documented',
  fixes: [],
})
const diagnostics = [
  finding('guest-address-missing', 'error', ['virtualMachine/web2']),
  finding('probe-missing', 'warning', []),
]
const model = resolve(twoTlsSites)

it.each([
  ['everything', '', null, 2],
  ['one severity', '', 'warning', 1],
  ['words of the message in any order', 'dropped PACKETS', null, 2],
  ['the lint rule', 'guest-address', null, 1],
  ['the name of a thing concerned', 'web2', null, 1],
  ['nothing', 'web3', null, 0],
] as const)('lets through %s', (_, text, severity, count) => {
  expect(filterProblems(diagnostics, { text, severity }, model)).toHaveLength(count)
})
