import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { ensureInstalled } from './ensure-installed.mjs'
import { withLock } from './lock.mjs'
import { inProject, isProgram, say } from './project.mjs'
import { run, runNpm, runScript } from './run.mjs'

/** Where the end-to-end tests read which browser to start, and how. */
export const browserFile = inProject('.cache', 'browser.json')

const isRoot = process.getuid?.() === 0
const quietArgs = ['--no-first-run', '--disable-background-networking', '--disable-quic']

/** Starts a browser and has it set a line of text: the only proof that its libraries and a font are there. */
async function prove(candidate) {
  const { chromium } = await import('@playwright/test')
  // Chromium refuses its sandbox to root, and some containers refuse it to everybody.
  const sandboxes = isRoot ? [['--no-sandbox']] : [[], ['--no-sandbox']]
  let failure
  for (const sandbox of sandboxes) {
    const args = [...quietArgs, ...sandbox]
    try {
      const browser = await chromium.launch({
        executablePath: candidate.executablePath,
        args,
        env: { ...process.env, ...candidate.env },
        timeout: 30_000,
      })
      try {
        const page = await browser.newPage()
        await page.setContent('<span>text</span>')
        if (!(await page.locator('span').isVisible())) throw new Error('it starts but finds no font')
        return { ...candidate, args, version: browser.version() }
      } finally {
        await browser.close()
      }
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** What is worth saying of a failed start, out of pages of log. */
function shortReason(error) {
  const lines = stripVTControlCharacters(String(error.message ?? error))
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''))
    .filter((line) => line !== '' && !line.startsWith('<launching>'))
  const telling = /shared libraries|sandbox|EACCES|ENOENT|ENOTFOUND|doesn't exist|font|Timeout/i
  return (lines.find((line) => telling.test(line)) ?? lines[0] ?? 'unknown reason').slice(0, 160)
}

/** Chrome, Chromium and Edge where each system keeps them. */
function systemBrowsers() {
  const { env } = process
  const combine = (folders, names) =>
    folders.filter(Boolean).flatMap((folder) => names.map((name) => path.join(folder, name)))
  const places = {
    linux: () =>
      combine(
        [...(env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'],
        [
          'google-chrome-stable',
          'google-chrome',
          'chromium',
          'chromium-browser',
          'chromium-headless-shell',
          'microsoft-edge-stable',
        ],
      ),
    darwin: () =>
      combine(
        ['/Applications', path.join(env.HOME ?? '/', 'Applications')],
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
      ),
    win32: () =>
      combine(
        [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA],
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
      ),
  }
  const found = (places[process.platform]?.() ?? []).filter((file) => existsSync(file))
  // On many systems /bin is /usr/bin; what a link leads to decides only whether it was seen before.
  const distinct = new Map(found.map((file) => [realpathSync(file), file]))
  return [...distinct.values()].map((executablePath) => ({ from: 'system', executablePath }))
}

async function installPlaywrights() {
  const { code, text } = await runScript('@playwright/test/cli.js', ['install', 'chromium', '--only-shell'], {
    output: 'capture',
    minutes: 5,
  })
  if (code !== 0) throw new Error(text.match(/E[A-Z]{5,}[^\n]*/)?.[0] ?? `exit code ${code}`)
  return [{ from: 'playwright install' }]
}

const packagedFolder = inProject('.cache', 'chromium')

function packagedBrowser() {
  const executablePath = path.join(packagedFolder, 'chromium')
  if (!existsSync(executablePath)) return []
  // The package looks for its fonts where a Lambda has them.
  const fontFolders = [path.join(packagedFolder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  writeFileSync(
    path.join(packagedFolder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fontFolders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${path.join(packagedFolder, 'font-cache')}</cachedir>
</fontconfig>
`,
  )
  const libraries = [path.join(packagedFolder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
  return [
    {
      from: 'npm',
      executablePath,
      env: {
        LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
        FONTCONFIG_FILE: path.join(packagedFolder, 'fonts.conf'),
      },
    },
  ]
}

/** A headless Chromium out of an npm package that brings its own system libraries; needs no rights at all. */
async function installPackaged() {
  const packageFolder = inProject('.cache', 'chromium-package')
  mkdirSync(packageFolder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(inProject('src', 'tooling', 'browser', name), path.join(packageFolder, name))
  }
  const installed = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: packageFolder,
    output: 'capture',
  })
  if (installed.code !== 0) throw new Error(`npm ci: ${installed.text.match(/npm error (.*)/)?.[1]}`)
  rmSync(packagedFolder, { recursive: true, force: true })
  mkdirSync(packagedFolder, { recursive: true })
  const main = path.join(packageFolder, 'node_modules/@sparticuz/chromium/build/index.js')
  const unpack = `await (await import(${JSON.stringify(pathToFileURL(main).href)})).default.executablePath()`
  const unpacked = await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    output: 'capture',
    // It unpacks into the temporary folder, and its libraries only where it believes itself in a Lambda.
    env: { TMPDIR: packagedFolder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  rmSync(packageFolder, { recursive: true, force: true })
  if (unpacked.code !== 0) throw new Error(`unpacking: ${unpacked.text.trim().slice(-160)}`)
  return packagedBrowser()
}

async function installDebians() {
  const options = { output: 'capture', minutes: 10, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  await run('apt-get', [...wait, 'update'], options)
  const install = [...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']
  const { code } = await run('apt-get', install, options)
  if (code !== 0) throw new Error(`apt-get install chromium: exit code ${code}`)
  return systemBrowsers()
}

/** Cheapest first; each step is taken only when no browser of the steps before it starts. */
function steps() {
  const { platform, arch, env } = process
  const always = true
  return [
    ['$TEST_BROWSER', env.TEST_BROWSER, () => [{ from: '$TEST_BROWSER', executablePath: env.TEST_BROWSER }]],
    [
      'the browser of last time',
      existsSync(browserFile),
      () => [JSON.parse(readFileSync(browserFile, 'utf8'))],
    ],
    ["Playwright's own", always, () => [{ from: 'playwright' }]],
    ['system browsers', always, systemBrowsers],
    ['the unpacked npm package', always, packagedBrowser],
    ['playwright install', always, installPlaywrights],
    ['the npm package', platform === 'linux' && arch === 'x64', installPackaged],
    ['apt-get', isRoot && existsSync('/usr/bin/apt-get'), installDebians],
  ].filter(([, applies]) => applies)
}

async function findBrowser() {
  const failures = []
  for (const [name, , candidates] of steps()) {
    try {
      for (const candidate of await candidates()) {
        try {
          return await prove(candidate)
        } catch (error) {
          failures.push(`${name}: ${shortReason(error)}`)
        }
      }
    } catch (error) {
      failures.push(`${name}: ${shortReason(error)}`)
    }
  }
  throw new Error(
    [
      'No Chromium starts on this machine:',
      ...failures.map((failure) => `  ${failure}`),
      'Install Chrome or Chromium, or name one in the environment variable TEST_BROWSER.',
    ].join('\n'),
  )
}

/** Finds or installs a browser that really starts and notes it for the end-to-end tests. */
export async function ensureBrowser() {
  await ensureInstalled()
  const browser = await withLock('browser', async () => {
    const found = await findBrowser()
    writeFileSync(browserFile, JSON.stringify(found, null, 2))
    return found
  })
  say(`Browser: Chromium ${browser.version} (${browser.from})`)
}

if (isProgram(import.meta.url)) {
  await ensureBrowser().catch((error) => {
    say(error.message)
    process.exitCode = 1
  })
}
