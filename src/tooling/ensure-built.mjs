import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { withLock } from './lock.mjs'
import { inProject, isProgram, root, say } from './project.mjs'

const common = ['package-lock.json', 'src/core', 'src/tooling/ensure-built.mjs']

/** The two things we build: where they go, what they are made of, and how. */
const targets = {
  page: {
    folder: 'dist',
    entry: 'index.html',
    sources: [...common, 'index.html', 'vite.config.ts', 'public', 'src/main.tsx', 'src/ui', 'src/tooling'],
    config: { configFile: inProject('vite.config.ts'), mode: 'production' },
  },
  cli: {
    folder: 'dist-cli',
    entry: 'floatpath.js',
    sources: [...common, 'src/cli'],
    config: {
      configFile: false,
      publicDir: false,
      // Everything is bundled, so that the command starts fast and needs no node_modules.
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: inProject('src/cli/main.ts'),
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'floatpath.js' } },
      },
    },
  },
}

function filesUnder(relative) {
  const absolute = inProject(relative)
  if (!existsSync(absolute)) return []
  return readdirSync(path.dirname(absolute), { withFileTypes: true })
    .filter((entry) => entry.name === path.basename(absolute))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(absolute).flatMap((name) => filesUnder(`${relative}/${name}`))
        : relative,
    )
}

/** Changes when, and only when, a file changes that the target is made of; tests are in no target. */
function hashOf(sources) {
  const hash = createHash('sha256')
  const files = sources
    .flatMap(filesUnder)
    .filter((file) => !/\.test\.tsx?$|__golden__|node_modules/.test(file))
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0')
  return hash.digest('hex')
}

/** Kept inside the built folder: whoever builds by other means removes it, and we build again. */
const hashFile = (target) => inProject(target.folder, '.source-hash')

function isFresh(target, hash) {
  return (
    existsSync(inProject(target.folder, target.entry)) &&
    existsSync(hashFile(target)) &&
    readFileSync(hashFile(target), 'utf8') === hash
  )
}

/** Builds beside the old folder and swaps at the end: a server in between never sees half a page. */
async function build(target, hash) {
  const fresh = inProject('.cache', `${target.folder}.new`)
  const old = inProject('.cache', `${target.folder}.old`)
  rmSync(fresh, { recursive: true, force: true })
  rmSync(old, { recursive: true, force: true })
  mkdirSync(inProject('.cache'), { recursive: true })
  const vite = await import('vite')
  await vite.build({
    root,
    logLevel: 'warn',
    ...target.config,
    customLogger: stderrLogger(),
    build: { ...target.config.build, outDir: fresh, emptyOutDir: true, reportCompressedSize: false },
  })
  writeFileSync(path.join(fresh, '.source-hash'), hash)
  if (existsSync(inProject(target.folder))) renameSync(inProject(target.folder), old)
  renameSync(fresh, inProject(target.folder))
  rmSync(old, { recursive: true, force: true })
}

/** Vite's words, on stderr and only from warnings upwards. */
function stderrLogger() {
  const warned = new Set()
  const warn = (text) => say(text)
  return {
    hasWarned: false,
    info: () => {},
    clearScreen: () => {},
    warn,
    warnOnce: (text) => {
      if (!warned.has(text)) warn(text)
      warned.add(text)
    },
    error: (text) => say(text),
    hasErrorLogged: () => false,
  }
}

/** Builds the page, the command-line program or both unless they are newer than their sources. */
export async function ensureBuilt(names = Object.keys(targets), { force = false, quiet = false } = {}) {
  for (const name of names) {
    const target = targets[name]
    if (!force && isFresh(target, hashOf(target.sources))) continue
    await withLock(`build-${name}`, async () => {
      const hash = hashOf(target.sources)
      if (!force && isFresh(target, hash)) return
      const start = performance.now()
      await build(target, hash)
      if (!quiet) say(`Built ${target.folder}/ in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    })
  }
}

if (isProgram(import.meta.url)) {
  const names = process.argv.slice(2).filter((argument) => argument in targets)
  try {
    await ensureInstalled()
    await ensureBuilt(names.length > 0 ? names : undefined, { force: process.argv.includes('--force') })
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
