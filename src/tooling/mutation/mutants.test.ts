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
  expect(textOf(file).split(find)).toHaveLength(2)
  expect(replace).not.toBe(find)
})
