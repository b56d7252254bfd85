import { describe, expect, it } from 'vitest'
import { folderWith } from '../test-run.ts'

const { run } = folderWith({})

describe('rules', () => {
  it('lists each check with its sources', async () => {
    const { code, out } = await run('rules', '--json')
    const { rules } = JSON.parse(out)
    expect(code).toBe(0)
    expect(rules.length).toBeGreaterThan(0)
    for (const one of rules) {
      const { armCodes = [], ...always } = one
      expect(Object.keys(always)).toEqual(['id', 'severity', 'title', 'why', 'fix', 'sources', 'confidence'])
      for (const code of armCodes) expect(code).toMatch(/^[A-Z][A-Za-z]+$/)
    }
    const text = (await run('rules')).out
    for (const { id, fix } of rules) {
      expect(text).toContain(`${id} (`)
      expect(text).toContain(fix)
    }
  })
})
