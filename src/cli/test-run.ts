import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'
import { main } from './main.ts'

/** A folder of files for one test file; `%` at the start of an argument, or in a message, stands for it. */
export function folderWith(files: { readonly [name: string]: unknown }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'floatpath-cli-'))
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(path.join(folder, name), isText ? content : JSON.stringify(content))
  }
  let out = ''
  let err = ''
  beforeEach(() => {
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += text
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += text
      return true
    })
  })
  afterEach(() => void vi.restoreAllMocks())
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Runs a command in this process and catches what it writes. */
  const run = async (...argv: string[]) => {
    out = ''
    err = ''
    const code = await main(argv.map((arg) => arg.replace(/^%/, `${folder}${path.sep}`)))
    return { code, out, err: err.replaceAll(`${folder}${path.sep}`, '%') }
  }
  return { run, at: (name: string) => path.join(folder, name) }
}

/** Makes this text standard input until the test ends. */
export function standardInput(text: string): void {
  const stream = Readable.from([Buffer.from(text)])
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(stream as unknown as typeof process.stdin)
}
