import { describe, expect, it } from 'vitest'
import { applyCommands } from '../../../core/edit/command.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { fieldEditLabel, inSentence, setFieldCommands } from './set-field.ts'

const rule = 'loadBalancingRule/https-a'
const setIn = (document: typeof twoTlsSites, id: string, path: string, value: unknown) =>
  applyCommands(document, setFieldCommands(document, id, path, value))

describe('setting a field', () => {
  it('gives the same document back once the field is cleared again', () => {
    for (const [id, path, value] of [
      [rule, 'idleTimeoutInMinutes', 30],
      ['frontendIPConfiguration/site-a', 'guest.addressOwnership', 'one-member'],
      ['virtualMachine/web1', 'guest.firewall.enabled', true],
      ['virtualMachine/web1', 'guest.portForwards', []],
    ] as const) {
      const changed = setIn(twoTlsSites, id, path, value)
      expect(changed, path).not.toEqual(twoTlsSites)
      expect(setIn(changed, id, path, undefined), path).toEqual(twoTlsSites)
    }
  })

  it('settles a field that could not be evaluated, and leaves the others unresolved', () => {
    const fields = twoTlsSites.resources[rule]
    if (!fields) throw new Error('The example lost its rule.')
    const unresolved = { frontendPort: '<port>', backendPort: '<port>' }
    const document = {
      ...twoTlsSites,
      resources: { ...twoTlsSites.resources, [rule]: { ...fields, unresolved } },
    }
    const once = setIn(document, rule, 'frontendPort', 8443)
    expect(once.resources[rule]?.unresolved).toEqual({ backendPort: '<port>' })
    const twice = setIn(once, rule, 'backendPort', 8443)
    expect(twice.resources[rule]).not.toHaveProperty('unresolved')
  })

  it('asks nothing of a thing that is gone', () => {
    expect(setFieldCommands(twoTlsSites, 'probe/gone', 'port', 1)).toEqual([])
  })
})

it.each([
  ['Frontend port', 'frontend port'],
  ['IP address', 'IP address'],
  ['TCP reset on idle', 'TCP reset on idle'],
  ['SKU', 'SKU'],
])('writes the label %s in a sentence as %s', (label, expected) => {
  expect(inSentence(label)).toBe(expected)
})

it.each([
  ['Frontend port', 'frontendPort', 8443, 'Change frontend port of https-a'],
  ['Floating IP', 'enableFloatingIP', true, 'Enable floating IP on https-a'],
  ['Floating IP', 'enableFloatingIP', false, 'Disable floating IP on https-a'],
  ['Idle timeout', 'idleTimeoutInMinutes', undefined, 'Clear idle timeout of https-a'],
  ['Name', 'name', 'b', 'Rename load-balancing rule'],
])('names a change of %s to %s', (label, path, value, expected) => {
  expect(fieldEditLabel(label, path, 'https-a', 'load-balancing rule', value)).toBe(expected)
})
