import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { inProject, isProgram, say } from './project.mjs'
import { runNpm } from './run.mjs'

const readJson = (...parts) => JSON.parse(readFileSync(inProject(...parts), 'utf8'))

/** A Node too old fails here with one sentence, not later with a stack of syntax errors. */
function checkNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '')
  const [major, minor] = wanted.split('.').map(Number)
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return
  throw new Error(`Floatpath needs Node.js ${wanted} or newer; this is ${process.versions.node}.`)
}

/** Packages with prebuilt programs differ between systems, so a copied node_modules does not count. */
const platform = `${process.platform}-${process.arch}`
const platformFile = inProject('node_modules', '.floatpath-platform')

/** Compares what npm says it installed with the lock file; optional packages may be missing. */
function isInstalled() {
  if (!existsSync(inProject('node_modules', '.package-lock.json'))) return false
  if (existsSync(platformFile) && readFileSync(platformFile, 'utf8') !== platform) return false
  const installed = readJson('node_modules', '.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(([folder, locked]) => {
    if (folder === '') return true
    const found = installed[folder]
    return found ? found.version === locked.version : Boolean(locked.optional || locked.devOptional)
  })
}

/** Installs the locked dependencies unless they are already there. */
export async function ensureInstalled({ quiet = false } = {}) {
  checkNode()
  if (isInstalled()) return
  await withLock('install', async () => {
    if (isInstalled()) return
    if (!quiet) say('Installing the locked dependencies …')
    // Developers' tools build the page, so they are wanted where NODE_ENV says production, too.
    const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
    const { code, text } = await runNpm(args, { output: 'capture', minutes: 20 })
    if (code !== 0) throw new Error(`npm ci failed with code ${code}.\n${text.trim()}`)
    writeFileSync(platformFile, platform)
  })
}

if (isProgram(import.meta.url)) {
  await ensureInstalled().catch((error) => {
    say(error.message)
    process.exitCode = 1
  })
}
