import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureInstalled } from '../ensure-installed.mjs'
import { inProject, say } from '../project.mjs'
import { runScript } from '../run.mjs'
import { mutants } from './mutants.mjs'

const workers = 2
const slow = ['laws', 'packet-laws', 'incremental'].map((name) => `src/core/simulator/${name}.test.ts`)
slow.push('src/core/agreement.test.ts')

/** The tests that watch the simulator: first those that end quickly, then properties of whole diagrams. */
const stages = [
  ['src/core/simulator', 'src/core/scenarios', 'src/core/topology/security-evaluation.test.ts'].concat(
    slow.map((file) => `--exclude=${file}`),
  ),
  slow,
]

/** A busy machine must not make a test fail that only takes long: what does not end is stopped from outside. */
const config = "export default { test: { include: ['src/**/*.test.ts'], testTimeout: 0 } }\n"

/** A copy of what the tests need, in the temp folder, where mutants may be put into it. */
function copyOfTree(parent, number) {
  const folder = path.join(parent, String(number))
  mkdirSync(path.join(folder, 'src'), { recursive: true })
  cpSync(inProject('src', 'core'), path.join(folder, 'src', 'core'), { recursive: true })
  for (const file of ['package.json', 'src/tsconfig.base.json'])
    cpSync(inProject(file), path.join(folder, file))
  symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'), 'dir')
  writeFileSync(path.join(folder, 'vitest.config.mjs'), config)
  return folder
}

const options = ['--no-isolate', '--maxWorkers=1', '--no-cache', '--bail=1', '--reporter=json']

/** The tests did not get so far as to judge a mutant: neither caught nor survived. */
class CouldNotRun extends Error {
  constructor(text) {
    const lines = stripVTControlCharacters(text).trim().split('\n')
    super(`tests could not run: ${lines.find((line) => /error/i.test(line)) ?? lines.at(-1)}`)
  }
}

/** Runs the tests in a copy until the first one fails. Returns its name, or undefined where all pass. */
async function firstFailure(folder) {
  for (const files of stages) {
    const report = path.join(folder, 'report.json')
    rmSync(report, { force: true })
    const { code, text } = await runScript(
      'vitest/vitest.mjs',
      ['run', '--root', folder, ...options, `--outputFile=${report}`, ...files],
      { cwd: folder, env: { CI: '1' }, output: 'capture', minutes: 10 },
    )
    if (code === 0) continue
    if (code === 124) return 'it does not end'
    if (!existsSync(report)) throw new CouldNotRun(text || `vitest ended with ${code}`)
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = testResults
      .flatMap(({ name, assertionResults }) => assertionResults.map((one) => ({ ...one, name })))
      .find(({ status }) => status === 'failed')
    const message = testResults.find((file) => file.message)?.message ?? text
    if (!failed) throw new CouldNotRun(message)
    return `${path.basename(failed.name, '.test.ts')}: ${failed.title}`
  }
  return undefined
}

async function tryMutant({ file, find, replace }, folder) {
  const place = path.join(folder, 'src', 'core', file)
  const text = readFileSync(place, 'utf8')
  if (text.split(find).length !== 2) throw new Error(`“${find}” does not stand exactly once in ${file}`)
  writeFileSync(
    place,
    text.replace(find, () => replace),
  )
  try {
    return await firstFailure(folder)
  } finally {
    writeFileSync(place, text)
  }
}

const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

function printRow(mark, { file, why }, told = file) {
  console.log(`${mark.padEnd(8)}  ${cut(why, 76).padEnd(76)}  ${cut(told, 90)}`)
}

/** Tries all mutants, each worker in a copy of its own. Returns how many a test caught, and how many were not judged. */
async function tryAll(chosen, parent) {
  const left = [...chosen]
  const count = { caught: 0, notJudged: 0 }
  const work = async (folder) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      try {
        const caughtBy = await tryMutant(mutant, folder)
        printRow(caughtBy ? 'caught' : 'SURVIVED', mutant, caughtBy)
        if (caughtBy) count.caught++
      } catch (error) {
        if (!(error instanceof CouldNotRun)) throw error
        printRow('NOT RUN', mutant, error.message)
        count.notJudged++
      }
    }
  }
  const folders = Array.from({ length: workers }, (_, number) => copyOfTree(parent, number))
  const failure = await firstFailure(folders[0])
  if (failure) throw new Error(`The tests fail without any mutant: ${failure}`)
  await Promise.all(folders.map(work))
  return count
}

/** Every mutant, or those whose file or reason holds one of the words given. */
function chosenMutants(words) {
  if (words.length === 0) return mutants
  return mutants.filter(({ file, why }) => words.some((word) => `${file} ${why}`.includes(word)))
}

const parent = mkdtempSync(path.join(tmpdir(), 'floatpath-mutation-'))
process.on('exit', () => rmSync(parent, { recursive: true, force: true }))
try {
  await ensureInstalled()
  const chosen = chosenMutants(process.argv.slice(2))
  const { caught, notJudged } = await tryAll(chosen, parent)
  const rest = notJudged > 0 ? `; tests could not run for ${notJudged}` : ''
  console.log(`\n${caught} of ${chosen.length} wrong decisions are caught by a test${rest}`)
  process.exitCode = caught < chosen.length ? 1 : 0
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
