import { expect, it } from 'vitest'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../../core/topology/model.ts'
import { rowsOf } from './rows.ts'

const model = resolve(twoTlsSites)
const finding: Diagnostic = {
  rule: 'guest-address-missing',
  severity: 'error',
  class: 'traffic',
  resource: 'loadBalancingRule/https-b',
  related: [],
  message: 'Missing',
  confidence: 'documented',
  fixes: [],
}
const findings = new Map([[finding.resource, [finding]]])
const everything = { text: '', problemsOnly: false, sorting: null }
const rules = (wanted: Partial<Parameters<typeof rowsOf>[3]>) =>
  rowsOf(model, findings, 'loadBalancingRule', { ...everything, ...wanted }).map((id) => id.split('/')[1])
const listeners = (wanted: Partial<Parameters<typeof rowsOf>[3]>) =>
  rowsOf(model, findings, 'listener', { ...everything, ...wanted }).map((id) => model.nameOf(id))

it('rows stand as the document has them', () => {
  expect(rules({})).toEqual(['https-a', 'https-b'])
})

it('every word of the filter must be in a row, in whatever cell', () => {
  expect(rules({ text: 'SITE-B tcp' })).toEqual(['https-b'])
  expect(rules({ text: 'error' })).toEqual(['https-b'])
  expect(rules({ text: 'site-b udp' })).toEqual([])
})

it('only rows with problems', () => {
  expect(rules({ problemsOnly: true })).toEqual(['https-b'])
})

it('rows are sorted by a column, numbers as numbers, problems by how bad they are', () => {
  expect(listeners({ sorting: { column: 'port', descending: true } }).slice(0, 2)).toEqual([
    'Health page',
    'Health page',
  ])
  expect(rules({ sorting: { column: 'status', descending: false } })).toEqual(['https-b', 'https-a'])
  expect(rules({ sorting: { column: 'name', descending: true } })).toEqual(['https-b', 'https-a'])
})
