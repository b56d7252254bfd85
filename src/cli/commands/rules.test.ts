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
      expect(Object.keys(one)).toEqual(['id', 'severity', 'title', 'why', 'fix', 'sources', 'confidence'])
    }
    const text = (await run('rules')).out
    for (const { id, fix } of rules) {
      expect(text).toContain(`${id} (`)
      expect(text).toContain(fix)
    }
  })
})
