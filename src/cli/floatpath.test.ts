import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeLink } from '../core/permalink/encode-link.ts'
import { generate } from '../core/scenarios/generate.ts'
import { serializeDocument } from '../core/topology/serialize.ts'

const fileOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const run = (script: string, args: readonly string[], input = '') =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    const options = { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' } as const
    const child = execFile(process.execPath, [fileOf(script), ...args], options, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    )
    child.stdin?.end(input)
  })

describe('floatpath as a program', () => {
  const floatpath = (args: readonly string[], input?: string) => run('floatpath.mjs', args, input)

  beforeAll(async () => {
    // Builds the program where it is older than its sources.
    const built = await run('../tooling/run-cli.mjs', ['--help'])
    expect(built).toMatchObject({ code: 0, out: expect.stringContaining('Usage: floatpath') })
  }, 120_000)

  it('writes all of a large output before it ends', async () => {
    const document = generate(50, 200)
    const text = serializeDocument(document)
    expect(text.length).toBeGreaterThan(512 * 1024)
    const link = encodeLink(document)
    const { code, out, err } = await floatpath(['open', link.ok ? link.fragment : ''])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out === text).toBe(true)
  })

  it('reads standard input and ends with the code of what it found', async () => {
    const broken = { ...generate(1, 1), resources: { 'virtualMachine/a': { name: 'a' }, x: {} } }
    expect(await floatpath(['check', '-'], JSON.stringify(generate(1, 1)))).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await floatpath(['check', '-'], JSON.stringify(broken))).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^floatpath check: standard input:1:\d+: resources\.x: .*\n$/),
    })
  })
})
