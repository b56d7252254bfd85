import { expect, it } from 'vitest'
import { changed, without } from '../../../core/lint/examples/change.ts'
import { linuxPair } from '../../../core/lint/examples/documents.ts'
import { examples } from '../../../core/lint/examples/index.ts'
import { changesBetween } from './changes.ts'

it.each([
  ['nothing', linuxPair, []],
  [
    'a field',
    changed(linuxPair, ['loadBalancingRule/web', 'frontendPort', 81]),
    [{ resource: 'loadBalancingRule/web', path: 'frontendPort', before: '80', after: '81' }],
  ],
  [
    'an item of a list',
    changed(linuxPair, ['loopbackInterface/vm1-lo', 'addresses.0', '10.0.0.9/32']),
    [
      {
        resource: 'loopbackInterface/vm1-lo',
        path: 'addresses.0',
        before: '"10.0.0.100/32"',
        after: '"10.0.0.9/32"',
      },
    ],
  ],
  [
    'a resource that is gone',
    without(linuxPair, 'listener/vm1-1'),
    [
      {
        resource: 'listener/vm1-1',
        path: '',
        before:
          'name: "service-80"\nvirtualMachine: "virtualMachine/vm1"\nprotocol: "Tcp"\naddress: "0.0.0.0"\nport: 80',
      },
    ],
  ],
])('tells %s', (_, after, expected) => {
  expect(changesBetween(linuxPair, after)).toEqual(expected)
})

it.each(Object.entries(examples))('the example of %s has a short list of changes', (_, { before, after }) => {
  const count = changesBetween(before, after).length
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(8)
})
