import { runnerImport } from 'vite'
import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject } from '../project.mjs'

/** What stands after `--name`, or what is usual. */
function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : process.argv[at + 1]
}

await ensureInstalled({ quiet: true })
const { module } = await runnerImport(inProject('src', 'tooling', 'fuzz', 'main.ts'), { configFile: false })
const one = option('case', undefined)
process.exitCode = await module.main({
  minutes: Number(option('minutes', 30)),
  seed: Number(option('seed', Date.now() % 1_000_000)),
  only: option('only', undefined),
  case: one === undefined ? undefined : Number(one),
  folder: inProject('.cache', 'fuzz'),
})
