import { readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { firstLoad, firstLoadBudget } from './first-load-size.mjs'
import { isKernelRequired, verifyKernel } from './kernel/verify.mjs'
import { inProject, say } from './project.mjs'
import { runScript } from './run.mjs'

/** One check that either holds or does not. */
const verdict = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1 })

const exitsClean = async (script, args) => verdict((await runScript(script, args)).code === 0)

/** Runs a test runner that writes a report and counts what is in it. */
async function countTests(script, args, { env, minutes, count }) {
  const report = inProject('.cache', 'test-report.json')
  rmSync(report, { force: true })
  const { code } = await runScript(script, args(report), { env: env?.(report), minutes })
  let counts = { passed: 0, failed: 0 }
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    say(`No report from ${script}: ${error.message}`)
  }
  // A runner that ended badly without a failed test has failed itself.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const unitTests = () =>
  countTests(
    'vitest/vitest.mjs',
    (report) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      minutes: 20,
      count: ({ numPassedTests, numFailedTests, testResults }) => ({
        passed: numPassedTests,
        // A file that cannot even be loaded has no test that could fail.
        failed:
          numFailedTests +
          testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
      }),
    },
  )

async function endToEndTests() {
  await ensureBuilt(['page'])
  await ensureBrowser()
  return countTests(
    '@playwright/test/cli.js',
    () => ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    {
      minutes: 25,
      env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
      count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
    },
  )
}

async function build() {
  await ensureBuilt()
  return verdict(true)
}

async function firstLoadSize() {
  await ensureBuilt(['page'])
  const files = firstLoad(inProject('dist'))
  for (const { file, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    `${(total / 1000).toFixed(1).padStart(7)} kB of at most ${firstLoadBudget / 1000} kB, compressed`,
  )
  return verdict(files.length > 0 && total <= firstLoadBudget)
}

/** Where no kernel can be asked, nothing passed and nothing failed. */
async function kernel() {
  const result = await verifyKernel()
  if (result === 'skipped' && !isKernelRequired) return { passed: 0, failed: 0 }
  return verdict(result === 'agrees')
}

const stages = {
  types: ['Types', () => exitsClean('typescript/bin/tsc', ['-b'])],
  lint: ['Format and lint', () => exitsClean('@biomejs/biome/bin/biome', ['check'])],
  unit: ['Unit, golden and property tests', unitTests],
  kernel: ['The simulator against a Linux kernel', kernel],
  build: ['Production build', build],
  size: ['Size of the first load', firstLoadSize],
  e2e: ['End-to-end tests in a real browser', endToEndTests],
}

/** `--only unit,lint` picks stages; without it all run. */
function chosenStages() {
  const at = process.argv.findIndex((argument) => argument.startsWith('--only'))
  if (at < 0) return Object.keys(stages)
  const value = process.argv[at].split('=')[1] ?? process.argv[at + 1] ?? ''
  const names = value.split(',').filter((name) => name in stages)
  if (names.length === 0) throw new Error(`--only takes some of: ${Object.keys(stages).join(', ')}`)
  return names
}

/** Runs every stage, also after one that failed: one run shows everything there is to mend. */
async function runStages(names) {
  const total = { passed: 0, failed: 0 }
  for (const name of names) {
    const [title, stage] = stages[name]
    console.log(`\n== ${title}`)
    const start = performance.now()
    const result = await stage().catch((error) => {
      console.log(error.message)
      return verdict(false)
    })
    total.passed += result.passed
    total.failed += result.failed
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`-- ${title}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`)
  }
  return total
}

try {
  const names = chosenStages()
  await ensureInstalled()
  const { passed, failed } = await runStages(names)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
} catch (error) {
  say(error.message)
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
}
