import { expect, test } from 'vitest'
import { shortAddress } from './short-address.ts'

test.each([
  ['10.0.0.100', 8, '10.0.0.100'],
  ['fd00::1', 13, 'fd00::1'],
  ['fd00:aaaa:bbbb:cccc:1111:2222:3333:4444', 17, 'fd00:…:3333:4444'],
  ['fd00:aaaa:bbbb:cccc:1111:2222:3333:4444', 13, 'fd00:…:4444'],
  ['2001:db8:aaaa:bbbb::1:2', 13, '2001:…::1:2'],
  ['fd00:aaaa:bbbb:cccc::/64', 17, 'fd00:…:cccc::/64'],
])('%s in %d characters is %s', (address, most, short) => {
  expect(shortAddress(address, most)).toBe(short)
})
