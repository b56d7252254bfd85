import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject, root, say } from '../project.mjs'
import { run } from '../run.mjs'

/** Bundles the part that measures the core, which is TypeScript, and runs it here. */
async function benchCore() {
  const { build } = await import('vite')
  const outDir = inProject('.cache', 'bench')
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: inProject('src', 'tooling', 'bench', 'core.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'core.js' } },
    },
  })
  const { bench } = await import(pathToFileURL(inProject('.cache', 'bench', 'core.js')).href)
  bench()
}

try {
  await ensureInstalled()
  await benchCore()
  const canvas = inProject('src', 'tooling', 'bench', 'canvas.mjs')
  if (existsSync(canvas)) process.exitCode = (await run(process.execPath, [canvas], { minutes: 30 })).code
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
