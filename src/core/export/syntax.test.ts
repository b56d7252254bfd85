import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import type { ExportFile, ExportOptions } from './exporter.ts'
import { exporters } from './index.ts'
import { parsedLanguages, syntaxProblem } from './test-parsers.ts'
import { wide } from './test-wide.ts'

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

/** Every choice that changes what is written, for a format that reads it. */
const variants: readonly ExportOptions[] = [
  {},
  { scope: 'load-balancer' },
  { machines: 'existing' },
  { azurerm: 4 },
  { theme: 'dark', background: 'transparent', legend: 'without' },
  { link: 'https://example.com/#1.a' },
]

const documents = [...scenarios, { id: 'everything-at-once', document: wide }]

interface Written {
  readonly what: string
  readonly file: ExportFile
}

/** What a format makes of every scenario with every choice, and of the way from one scenario to the next. */
function allOf(exporter: (typeof exporters)[number]): readonly Written[] {
  const chosen = variants.filter((one) =>
    Object.keys(one).every((name) => exporter.reads.includes(name as keyof ExportOptions)),
  )
  const write = (options: ExportOptions, index: number): readonly Written[] => {
    const scenario = documents[index]
    const what = `${scenario?.id} ${Object.entries(options).map(([name, value]) => `${name} ${typeof value === 'string' ? value : ''}`)}`
    return scenario ? exporter.export(scenario.document, options).files.map((file) => ({ what, file })) : []
  }
  const all = documents.flatMap((_, index) => {
    const base = documents[(index + 1) % documents.length]?.document
    const change = base && exporter.reads.includes('base') ? write({ base }, index) : []
    return [...chosen.flatMap((options) => write(options, index)), ...change]
  })
  // Many choices and scenarios give the same text.
  return [...new Map(all.map((one) => [one.file.text, one])).values()]
}

const parsed = exporters.filter(({ languages }) => languages.some((one) => parsedLanguages.includes(one)))

describe.each(parsed.map((one) => [one.id, one] as const))('%s', (_id, exporter) => {
  it('parses in its language, for every scenario and choice', async () => {
    for (const { what, file } of allOf(exporter)) {
      const { name, language, text, lines } = file
      expect(await syntaxProblem(language, text), `${what} ${name}`).toBeUndefined()
      if (lines) expect(lines.length, `${what} ${name}`).toBe(text.split('\n').length - 1)
    }
  }, 120_000)
})

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0
const shells = exporters.filter(({ languages }) => languages.includes('shell'))

describe.skipIf(!hasShellcheck)('shellcheck', () => {
  it('refuses a script with a mistake', () => {
    expect(spawnSync('shellcheck', ['-'], { input: '#!/bin/sh\necho $1\n' }).status).toBe(1)
  })

  it.each(shells.map((one) => [one.id, one] as const))(
    'finds nothing in the scripts of %s',
    (_id, exporter) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'floatpath-shellcheck-'))
      try {
        const names = allOf(exporter)
          .filter(({ file }) => file.language === 'shell')
          .map(({ what, file }, index) => {
            const name = `${index} ${what} ${file.name}`.replaceAll(/[^\w.-]+/g, '-')
            writeFileSync(path.join(folder, name), file.text)
            return name
          })
        if (names.length === 0) return
        const { status, stdout } = spawnSync('shellcheck', names, { cwd: folder, encoding: 'utf8' })
        expect(status, stdout).toBe(0)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    120_000,
  )
})
