import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject, say } from '../project.mjs'
import { run } from '../run.mjs'
import { importBundled } from './bundle.mjs'

try {
  await ensureInstalled()
  const { bench } = await importBundled('core')
  await bench()
  const canvas = inProject('src', 'tooling', 'bench', 'canvas.mjs')
  process.exitCode = (await run(process.execPath, [canvas], { minutes: 30 })).code
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
