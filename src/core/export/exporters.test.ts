import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exporters } from './index.ts'

/** What several exporters share. Everything else of the folder is an exporter: `<id>.ts` or `<id>/index.ts`. */
const shared = /^(exporter\.ts|index\.ts|azure|guest|text|__golden__|.*\.test\.ts|test-.*)$/

describe('the list of exporters', () => {
  it('holds every file and folder, named after its id', () => {
    const units = readdirSync(new URL('./', import.meta.url)).filter((name) => !shared.test(name))
    expect(exporters.map(({ id }) => id).sort()).toEqual(
      units.map((name) => name.replace(/\.ts$/, '')).sort(),
    )
  })

  it.each(exporters.map((one) => [one.id, one] as const))('%s says what it is', (id, one) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(one.title).toMatch(/^\S.*[^.!]$/)
    expect(one.about).toMatch(/^\S.*\.$/)
    expect(one.languages.length).toBeGreaterThan(0)
  })
})
