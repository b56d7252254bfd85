import path from 'node:path'
import { runnerImport } from 'vite'
import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject, say } from '../project.mjs'

await ensureInstalled({ quiet: true })
const folder = process.argv[2]
if (folder === undefined) {
  say('A folder is missing: npm run corpus -- DIR, with DIR/arm and DIR/expected in it')
  process.exitCode = 2
} else {
  const given = path.resolve(process.env.INIT_CWD ?? '.', folder)
  const { module } = await runnerImport(inProject('src', 'tooling', 'corpus', 'main.ts'), {
    configFile: false,
  })
  process.exitCode = module.main(given)
}
