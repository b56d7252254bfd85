import { spawn } from 'node:child_process'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, say } from './project.mjs'

try {
  // A person who waits wants to know why; a script that reads stderr wants the command's words only.
  const quiet = !process.stderr.isTTY
  await ensureInstalled({ quiet })
  await ensureBuilt(['cli'], { quiet })
  // npm runs scripts in the project's folder; file names are meant from where the user stands.
  const cwd = process.env.npm_lifecycle_event === 'floatpath' ? process.env.INIT_CWD : undefined
  const child = spawn(
    process.execPath,
    [inProject('src', 'cli', 'floatpath.mjs'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      cwd,
    },
  )
  child.on('error', (error) => {
    say(error.message)
    process.exitCode = 1
  })
  child.on('close', (code) => {
    process.exitCode = code ?? 1
  })
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
