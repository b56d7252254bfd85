import { expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { applyCommands } from './command.ts'
import { rename } from './rename.ts'

it('changes the name only', () => {
  const result = rename(twoTlsSites, 'frontendIPConfiguration/site-a', ' shop ')
  if ('refusal' in result) throw new Error(result.refusal)
  expect(result.label).toBe('Rename site-a to shop')
  const { resources } = applyCommands(twoTlsSites, result.commands)
  expect(resources['frontendIPConfiguration/site-a']?.name).toBe('shop')
  expect(Object.keys(resources)).toEqual(Object.keys(twoTlsSites.resources))
})

it.each([
  [
    'frontendIPConfiguration/site-a',
    'site-b',
    'Another frontend IP is called site-b already. Choose a different name.',
  ],
  ['frontendIPConfiguration/site-a', '  ', 'A name is needed.'],
  ['frontendIPConfiguration/none', 'x', 'This thing is not in the diagram any more.'],
])('refuses %s %j', (id, name, refusal) => {
  expect(rename(twoTlsSites, id, name)).toEqual({ refusal })
})
