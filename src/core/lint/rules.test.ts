import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { facts } from '../facts/index.ts'
import { ruleCatalogue } from './catalogue.ts'
import { notices } from './notices/index.ts'
import { lintRules } from './rules/index.ts'

const files = readdirSync(new URL('./rules/', import.meta.url))
const units = files.filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts')

describe('the list of lint rules', () => {
  it('holds every file of the folder, named after its id', () => {
    expect(lintRules.map(({ id }) => `${id}.ts`).sort()).toEqual(units.sort())
  })

  it.each(units)('%s has a table of its own', (file) => {
    expect(files).toContain(file.replace(/\.ts$/, '.test.ts'))
  })

  it.each([...lintRules, ...notices].map((one) => [one.id, one] as const))(
    '%s says what a person needs to believe it',
    (id, one) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      for (const text of [one.title, one.why, one.fix]) expect(text).toMatch(/^\S.{8,}\S$/s)
      expect(one.title).not.toMatch(/[.!]$/)
      expect(one.why).toMatch(/[^!]\.$/)
      expect(one.fix).toMatch(/[^!]\.$/)
      expect(one.sources.length).toBeGreaterThan(0)
    },
  )
})

describe('the list of notices', () => {
  it('holds every file of the folder, named after its id', () => {
    const named = readdirSync(new URL('./notices/', import.meta.url)).filter((file) => file !== 'index.ts')
    expect(notices.map(({ id }) => `${id}.ts`).sort()).toEqual(named.sort())
  })

  it('shares no id with a lint rule', () => {
    const ids = lintRules.map(({ id }) => id)
    expect(notices.filter(({ id }) => ids.includes(id))).toEqual([])
  })
})

describe('the catalogue', () => {
  it('resolves every source and gives the weakest confidence', () => {
    const catalogue = ruleCatalogue()
    expect(catalogue).toHaveLength(lintRules.length + notices.length)
    for (const { id, sources, confidence } of catalogue) {
      expect(
        sources.map((source) => facts.includes(source)),
        id,
      ).not.toContain(false)
      expect(sources.map((source) => source.confidence)).toContain(confidence)
    }
  })

  it('tells apart what is documented, measured, reported and assumed', () => {
    const confidenceOf = Object.fromEntries(ruleCatalogue().map(({ id, confidence }) => [id, confidence]))
    expect(confidenceOf).toMatchObject({
      'guest-address-missing': 'documented',
      'loopback-prefix-captures-subnet': 'measured',
      'backend-port-reused': 'reported',
      'security-rule-virtual-network-tag': 'assumed',
    })
  })
})

describe('the list of facts', () => {
  it('has every id once', () => {
    const ids = facts.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})
