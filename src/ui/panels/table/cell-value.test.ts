import { describe, expect, it } from 'vitest'
import { scenarios } from '../../../core/scenarios/index.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { patch } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { type ResourceType, resourceTypeNames } from '../../../core/topology/resource-type.ts'
import { cellText, isOfGroups, readCell, valueAt, whyLocked } from './cell-value.ts'
import { columnsOf, type FieldColumn } from './columns.ts'

const fieldColumns = (type: ResourceType) =>
  columnsOf(type).filter((column): column is FieldColumn => column.kind === 'field')
const columnOf = (type: ResourceType, key: string) => {
  const column = fieldColumns(type).find((one) => one.key === key)
  if (!column) throw new Error(`No column ${key}`)
  return column
}
const model = resolve(twoTlsSites)
const rule = 'loadBalancingRule/https-b'

describe('the columns', () => {
  it.each(resourceTypeNames)('of %s are its fields, each once, the name first', (type) => {
    const keys = columnsOf(type).map(({ key }) => key)
    expect(keys[0]).toBe('name')
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.at(-1)).toBe('delete')
  })
})

it.each(scenarios.map(({ document }) => [document.name, document] as const))(
  'every cell of “%s” is read back from its text',
  (_name, document) => {
    const all = resolve(document)
    for (const { id, type, resource } of all.entries) {
      for (const column of fieldColumns(type)) {
        const value = valueAt(resource, column.key)
        if (value === undefined || isOfGroups(column.field)) continue
        const text = cellText(all, column.field, value)
        if (text === '') continue
        expect([id, column.key, readCell(all, id, column, text)]).toEqual([
          id,
          column.key,
          { kind: 'value', value },
        ])
      }
    }
  },
)

it.each([
  ['frontendPort', '8443', 8443],
  ['frontendPort', '70000', 70_000],
  ['enableFloatingIP', 'no', false],
  ['enableFloatingIP', 'TRUE', true],
  ['protocol', 'udp', 'Udp'],
  ['frontendIPConfiguration', 'site-a', 'frontendIPConfiguration/site-a'],
  ['frontendIPConfiguration', 'frontendIPConfiguration/site-a', 'frontendIPConfiguration/site-a'],
])('%s reads %s', (key, text, value) => {
  expect(readCell(model, rule, columnOf('loadBalancingRule', key), text)).toEqual({ kind: 'value', value })
})

it.each([
  ['frontendPort', '44a', /whole number/],
  ['frontendPort', '', /needed/],
  ['enableFloatingIP', 'maybe', /on or off/],
  ['protocol', 'Icmp', /one of Tcp, Udp, All/],
  ['frontendIPConfiguration', 'site-c', /no frontend IP “site-c”/],
  ['frontendIPConfiguration', 'probe/health', /no frontend IP/],
])('%s refuses %s', (key, text, why) => {
  expect(readCell(model, rule, columnOf('loadBalancingRule', key), text)).toMatchObject({
    kind: 'unreadable',
    why: expect.stringMatching(why),
  })
})

it('lists are read with commas, spaces or semicolons between, and each item is looked at', () => {
  const addresses = columnOf('loopbackInterface', 'addresses')
  const id = model.all('loopbackInterface')[0]?.id ?? ''
  expect(readCell(model, id, addresses, '10.0.0.9/32; 10.0.0.10/32 2001:db8::1/128')).toEqual({
    kind: 'value',
    value: ['10.0.0.9/32', '10.0.0.10/32', '2001:db8::1/128'],
  })
  expect(readCell(model, id, addresses, '10.0.0.9/32, here')).toMatchObject({ kind: 'unreadable' })
})

it('a name that two things have is written and asked for as an id', () => {
  const document = patch(twoTlsSites, 'frontendIPConfiguration/site-b', { name: 'site-a' })
  const both = resolve(document)
  const column = columnOf('loadBalancingRule', 'frontendIPConfiguration')
  expect(cellText(both, column.field, 'frontendIPConfiguration/site-b')).toBe(
    'frontendIPConfiguration/site-b',
  )
  expect(readCell(both, rule, column, 'site-a')).toMatchObject({
    kind: 'unreadable',
    why: expect.stringContaining('names 2 things'),
  })
})

it('of a guest about which nothing is known only the operating system can be written', () => {
  const document = patch(twoTlsSites, 'virtualMachine/web1', { guest: undefined })
  const bare = resolve(document)
  const lockedIn = (key: string) => whyLocked(bare, 'virtualMachine/web1', columnOf('virtualMachine', key))
  expect(lockedIn('guest.os')).toBeUndefined()
  expect(lockedIn('guest.rpFilter')).toContain('operating system first')
  expect(lockedIn('name')).toBeUndefined()
})
