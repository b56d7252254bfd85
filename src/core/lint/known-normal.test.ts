import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { knownNormal } from './known-normal/index.ts'
import { lint } from './lint.ts'

it('lists every file of the folder', () => {
  const files = readdirSync(new URL('./known-normal/', import.meta.url)).filter((file) => file !== 'index.ts')
  expect(
    Object.keys(knownNormal)
      .map((name) => `${name}.ts`)
      .sort(),
  ).toEqual(files.sort())
})

it.each(Object.entries(knownNormal))('finds nothing wrong with %s', (_name, document) => {
  expect(lint(document).filter(({ severity }) => severity !== 'info')).toEqual([])
})
