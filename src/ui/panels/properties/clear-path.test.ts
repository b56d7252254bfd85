import { expect, it } from 'vitest'
import { clearedPath } from './clear-path.ts'

it.each([
  ['a field of its own', { name: 'a', zone: '1' }, 'zone', 'zone'],
  [
    'one of several fields of a group',
    { guest: { os: 'linux', rpFilter: 1 } },
    'guest.rpFilter',
    'guest.rpFilter',
  ],
  [
    'the only field of a group',
    { guest: { addressOwnership: 'one-member' } },
    'guest.addressOwnership',
    'guest',
  ],
  [
    'the only field of a group in a group',
    { guest: { firewall: { enabled: true } } },
    'guest.firewall.enabled',
    'guest',
  ],
  [
    'the only field of a group beside others',
    { guest: { os: 'linux', firewall: { enabled: true } } },
    'guest.firewall.enabled',
    'guest.firewall',
  ],
  ['the only field of an item', { routes: [{ name: 'a' }] }, 'routes.0.name', 'routes.0.name'],
  ['an item', { addresses: ['10.0.0.1/32'] }, 'addresses.0', 'addresses.0'],
  ['a field that is not there', { name: 'a' }, 'guest.firewall.enabled', 'guest.firewall.enabled'],
])('clears %s', (_, fields, path, expected) => {
  expect(clearedPath(fields, path)).toBe(expected)
})
