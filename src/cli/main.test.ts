import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../core/scenarios/two-tls-sites.ts'
import { commands } from './commands/index.ts'
import { folderWith } from './test-run.ts'

const { run } = folderWith({
  'sites.json': twoTlsSites,
  'empty.json': { version: 1, name: 'Nothing', resources: {} },
  'bad.json': '{\n  "version": 1,\n  "name": }\n',
  'list.json': [],
  'wrong.json': { version: 1, name: 'x', resources: { 'probe/hp': { name: 'hp', port: '80' }, 'x/y': {} } },
  'flows.json': [],
  'not-flows.json': [{ kind: 'inbound' }, 7],
  'latin1.json': Buffer.from([0x7b, 0xe9, 0x7d]),
  'long.json': `{}${' '.repeat(9 * 1024 * 1024)}`,
  'large.json': Buffer.alloc(33 * 1024 * 1024, 32),
})

describe('input that cannot be used', () => {
  it.each([
    [['check', '%missing.json'], 'floatpath check: %missing.json: there is no such file'],
    [['check', '%'], 'floatpath check: %: this is a folder'],
    [['check', '%bad.json'], 'floatpath check: %bad.json:3:11: this is not JSON: a value is expected here'],
    [['check', '%list.json'], 'floatpath check: %list.json:1:1: This is not a Floatpath document'],
    [
      ['check', '%wrong.json'],
      'floatpath check: %wrong.json:1:69: resources.probe/hp.port: This must be a number.',
    ],
    [['check', '%latin1.json'], 'floatpath check: %latin1.json: this is not text in UTF-8 or UTF-16'],
    [['check', '%large.json'], 'floatpath check: %large.json: larger than the 32 MB that are read'],
    [['check', '%long.json'], 'floatpath check: %long.json: a diagram has 8 MB of text at most'],
    [['check'], 'floatpath check: FILE is missing'],
    [
      ['check', '%sites.json', '--format', 'xml'],
      '--format takes one of text, json, sarif, markdown, not xml',
    ],
    [['check', '%sites.json', '--format', 'toString'], '--format takes one of'],
    [['check', '%sites.json', '--max-warnings', '-1'], '--max-warnings'],
    [['check', '%sites.json', '--max-warnings', 'many'], '--max-warnings takes a whole number, not many'],
    [['check', '%sites.json', '--fix'], "'--fix'"],
    [['trace', '%wrong.json'], 'floatpath trace: %wrong.json:1:69: resources.probe/hp.port'],
    [['trace', '%sites.json', '%empty.json'], 'one FILE at a time'],
    [['trace', '%sites.json', '--flow', '{'], 'floatpath trace: --flow:1:2: this is not JSON'],
    [['trace', '%sites.json', '--flow', '[]'], '--flow: a flow is a JSON object'],
    [['trace', '%sites.json', '--flows', '%sites.json'], '%sites.json: a JSON array of flows is expected'],
    [['trace', '%sites.json', '--flows', '%not-flows.json'], '%not-flows.json: 1: a flow is a JSON object'],
    [['trace', '%sites.json', '--flow', '{}', '--flows', '%flows.json'], 'exclude each other'],
    [['rules', '%sites.json'], 'rules takes no file'],
    [['link'], 'floatpath link: FILE is missing'],
    [['link', '%bad.json'], '%bad.json:3:11'],
    [['open'], 'floatpath open: LINK is missing'],
    [['open', 'https://example.com/'], 'floatpath open: link: This is not a Floatpath link'],
    [['open', '#1.AAB'], 'This link is incomplete'],
    [['fly'], 'unknown command fly. Commands: check, trace, diff, export, import, rules, link, open'],
    [[], 'no command'],
  ])('ends %j with code 2 and one line', async (argv, message) => {
    const { code, out, err } = await run(...argv)
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toContain('mistake in Floatpath')
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('lists every command for %s', async (argument) => {
    const { code, out } = await run(argument)
    expect(code).toBe(0)
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'))
  })

  it.each(commands)('of $name says what it takes', async ({ name, usage, options }) => {
    const { code, out } = await run(name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: floatpath ${name} ${usage}`)
    for (const [option] of options) expect(out).toContain(`  ${option} `)
  })

  it('covers a command for each file', () => {
    const files = readdirSync(fileURLToPath(new URL('commands', import.meta.url)))
    expect(commands.map(({ name }) => `${name}.ts`).sort()).toEqual(
      files.filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts')).sort(),
    )
  })
})
