import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { exporters } from './index.ts'
import { parsedLanguages, syntaxProblem } from './test-parsers.ts'

describe('the parsers themselves', () => {
  it.each([
    ['json', '{'],
    ['bicep', "resource = 'a"],
    ['powershell', "$a = 'b' + ("],
    ['hcl', 'a = ['],
    ['shell', "echo 'a"],
    ['yaml', 'a: [1'],
    ['yaml', 'a: "'],
    ['svg', '<svg><g></svg>'],
    ['svg', '<svg>\0</svg>'],
  ])('%s refuses broken text', async (language, text) => {
    expect(await syntaxProblem(language, text)).toBeDefined()
  })
})

const parsed = exporters.filter(({ languages }) => languages.some((one) => parsedLanguages.includes(one)))

describe.each(parsed.map((one) => [one.id, one] as const))('%s', (_id, exporter) => {
  it('parses in its language, for every scenario and scope', async () => {
    for (const { id, document } of scenarios) {
      for (const scope of ['everything', 'load-balancer'] as const) {
        for (const { name, language, text, lines } of exporter.export(document, { scope }).files) {
          expect(await syntaxProblem(language, text), `${id} ${scope} ${name}`).toBeUndefined()
          if (lines) expect(lines.length, `${id} ${name}`).toBe(text.split('\n').length - 1)
        }
      }
    }
  })
})
