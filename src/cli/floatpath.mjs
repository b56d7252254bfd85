#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../../dist-cli/floatpath.js', import.meta.url)

if (existsSync(program)) {
  const { main } = await import(program.href)
  // Set, not process.exit: what was written to a pipe must reach its reader first.
  process.exitCode = await main(process.argv.slice(2))
} else {
  process.stderr.write('floatpath is not built yet: run `npm run build` in its folder once.\n')
  process.exitCode = 2
}
