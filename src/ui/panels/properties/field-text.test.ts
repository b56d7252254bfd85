import { expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import type { FieldKind } from '../../../core/topology/field.ts'
import { resolve } from '../../../core/topology/model.ts'
import { readFieldText, showFieldValue } from './field-text.ts'

const model = resolve(twoTlsSites)
const port: FieldKind = { kind: 'integer', minimum: 1, maximum: 65_535 }

it.each<[FieldKind, string, string | number]>([
  [port, '443', 443],
  [port, ' 443 ', 443],
  [port, '70000', 70_000],
  [port, '-1', -1],
  [{ kind: 'portOrAny' }, '*', '*'],
  [{ kind: 'portOrAny' }, '80', 80],
  [{ kind: 'address' }, '10.0.1.5', '10.0.1.5'],
  [{ kind: 'address' }, 'FE80::1', 'FE80::1'],
  [{ kind: 'prefix' }, '10.0.0.0/24', '10.0.0.0/24'],
  [{ kind: 'portRange' }, '80-90', '80-90'],
  [{ kind: 'securityPrefix' }, 'VirtualNetwork', 'VirtualNetwork'],
  [{ kind: 'addressOrFrontend' }, 'site-b', 'frontendIPConfiguration/site-b'],
  [{ kind: 'addressOrFrontend' }, '10.0.0.9', '10.0.0.9'],
  [{ kind: 'text' }, 'web 1', 'web 1'],
])('reads %o from “%s”', (shape, text, value) => {
  expect(readFieldText(shape, text, model)).toEqual({ kind: 'value', value })
})

it.each<[FieldKind, string]>([
  [port, '44a'],
  [port, '4.5'],
  [{ kind: 'portOrAny' }, 'any'],
  [{ kind: 'address' }, '10.0.0'],
  [{ kind: 'address' }, '10.0.0.256'],
  [{ kind: 'prefix' }, '10.0.0.0/33'],
  [{ kind: 'portRange' }, '80-'],
  [{ kind: 'addressOrFrontend' }, 'site-z'],
])('does not read %o from “%s”', (shape, text) => {
  expect(readFieldText(shape, text, model)).toEqual({ kind: 'unreadable' })
})

it('takes blanks for nothing', () => {
  expect(readFieldText({ kind: 'text' }, '  ', model)).toEqual({ kind: 'empty' })
})

it('shows a frontend by its name and nothing for nothing', () => {
  expect(showFieldValue({ kind: 'addressOrFrontend' }, 'frontendIPConfiguration/site-b', model)).toBe(
    'site-b',
  )
  expect(showFieldValue(port, undefined, model)).toBe('')
  expect(showFieldValue(port, 443, model)).toBe('443')
})
