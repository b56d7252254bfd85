import { spawnSync } from 'node:child_process'
import { createServer, createServerModuleRunner } from 'vite'
import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject } from '../project.mjs'

/** What stands after `--name`, or what is usual. */
function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : process.argv[at + 1]
}

/** Tries everything in this process. */
async function run() {
  await ensureInstalled({ quiet: true })
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    root: inProject('.'),
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  // It stays open while everything runs: parts of the page are loaded when they are first needed.
  const runner = createServerModuleRunner(server.environments.ssr)
  const module = await runner.import(inProject('src', 'tooling', 'fuzz', 'main.ts'))
  const [one, minutes] = [option('case', undefined), option('minutes', undefined)]
  const failed = await module.main({
    minutes: minutes === undefined ? undefined : Number(minutes),
    seed: Number(option('seed', Date.now() % 1_000_000)),
    only: option('only', undefined),
    case: one === undefined ? undefined : Number(one),
    folder: inProject('.cache', 'fuzz'),
  })
  await runner.close()
  await server.close()
  return failed
}

/** What is made of hostile input must fit into this much memory, in megabytes: a process that needs more ends. */
const heap = 768

if (globalThis.gc) process.exitCode = await run()
else {
  const flags = ['--expose-gc', `--max-old-space-size=${heap}`]
  const { status } = spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
