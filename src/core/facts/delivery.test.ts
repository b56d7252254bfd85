import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { deliveryFacts } from './delivery.ts'

const simulator = fileURLToPath(new URL('../simulator', import.meta.url))

it('cites every delivery fact in a place of the simulator', () => {
  const sources = readdirSync(simulator, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${simulator}/${file}`, 'utf8'))
    .join('\n')
  expect(deliveryFacts.map(({ id }) => id).filter((id) => !sources.includes(`'${id}'`))).toEqual([])
})

it('has each fact once, as a sentence with its source', () => {
  expect(new Set(deliveryFacts.map(({ id }) => id)).size).toBe(deliveryFacts.length)
  for (const { id, statement, source, url, confidence } of deliveryFacts) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(statement, id).toMatch(/^[A-Z].*\.$/)
    expect(source, id).not.toBe('')
    if (confidence === 'documented') expect(url, id).toMatch(/^https:\/\//)
    if (confidence === 'measured') expect(url, id).toBeUndefined()
  }
})
