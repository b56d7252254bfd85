import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { mutants } from './mutants.mjs'

const textOf = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../core/${file}`, import.meta.url)), 'utf8')

it('is a list of many decisions, each once', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30)
  expect(new Set(mutants.map(({ why }) => why)).size).toBe(mutants.length)
})

it.each(mutants.map((mutant) => [mutant.why, mutant] as const))('can be got wrong: %s', (_why, mutant) => {
  const { file, find, replace } = mutant
  // Where the code has moved on, say in src/tooling/mutation/mutants how its decision can be got wrong now.
  expect({ file, find, times: textOf(file).split(find).length - 1 }).toEqual({ file, find, times: 1 })
  expect(replace).not.toBe(find)
})
