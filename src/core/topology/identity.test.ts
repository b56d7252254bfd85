import { expect, it } from 'vitest'
import { emptyDocument, type Resources } from './document.ts'
import { identitiesOf } from './identity.ts'

const id = 'frontendIPConfiguration/a'
const other = 'frontendIPConfiguration/b'

const numbers = (identity: number) => {
  const document = {
    ...emptyDocument(),
    resources: { [id]: { name: 'a' }, [other]: { name: 'b' } } as Resources,
    layout: { [id]: { x: 0, y: 0, identity } },
  }
  const identities = identitiesOf(document)
  return [identities.get(id)?.number, identities.get(other)?.number]
}

it.each([
  [0, [0, 1]],
  [7, [7, 0]],
  [9999, [9999, 0]],
  [10_000, [0, 1]],
  [-1, [0, 1]],
  [1.5, [0, 1]],
  [1e300, [0, 1]],
])('a stored identity %d stands where it is a small whole number', (stored, given) => {
  expect(numbers(stored)).toEqual(given)
})
