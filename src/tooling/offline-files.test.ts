import { describe, expect, it } from 'vitest'
import { workerWith } from './offline-files.mjs'

const template = "const version = '__VERSION__'\nconst files = JSON.parse('__FILES__')"
const versionOf = (worker: string) => /version = '(\w+)'/.exec(worker)?.[1]

describe('the service worker', () => {
  const built = new Map([
    ['index.html', '<html>'],
    ['assets/a.js', 'a'],
  ])

  it('lists what was built, the page by its folder', () => {
    expect(workerWith(template, built)).toContain(`JSON.parse('["./assets/a.js","./"]')`)
  })

  it('has another version with any change, and the same one without', () => {
    const version = versionOf(workerWith(template, built))
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(versionOf(workerWith(template, new Map([...built].toReversed())))).toBe(version)
    expect(versionOf(workerWith(template, new Map([...built, ['index.html', '<html >']])))).not.toBe(version)
    expect(versionOf(workerWith(`${template} `, built))).not.toBe(version)
  })
})
