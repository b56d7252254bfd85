import { expect, it } from 'vitest'
import { ruleCatalogue } from '../../../core/lint/catalogue.ts'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import { searchRules } from './search-rules.ts'

const catalogue = ruleCatalogue()
const found = (text: string, severity: Severity | null = null) =>
  searchRules(catalogue, text, severity).map(({ id }) => id)

it.each([
  ['its id', 'guest-address-missing', 'guest-address-missing'],
  ['words of its page in any order', 'RECEIVE host weak', 'weak-host-receive-disabled'],
  ['Azure’s error code', 'RulesUseSameBackendPortProtocolAndPool', 'backend-port-reused'],
  ['part of the code', 'floatingipenabled', 'floating-backend-port-reused'],
])('finds a lint rule by %s', (_, text, id) => {
  expect(found(text)).toContain(id)
})

it('narrows by severity and finds nothing for nonsense', () => {
  expect(found('')).toHaveLength(catalogue.length)
  const parts = (['error', 'warning', 'info'] as const).map((severity) => found('', severity).length)
  expect(parts.reduce((sum, count) => sum + count)).toBe(catalogue.length)
  expect(found('guest-address-missing', 'info')).toEqual([])
  expect(found('xyzzy')).toEqual([])
})
