import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

interface FoundBrowser {
  readonly executablePath?: string
  readonly args: string[]
  readonly env?: Record<string, string>
}

/** What `ensure-browser.mjs` found; without it Playwright's own browser is used. */
const browserFile = inProject('.cache/browser.json')
const browser: FoundBrowser = existsSync(browserFile)
  ? JSON.parse(readFileSync(browserFile, 'utf8'))
  : { args: [] }

export default defineConfig({
  testDir: '.',
  outputDir: inProject('.cache/e2e'),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // Only the tests about it let the page be kept: every other one would wait for it to be copied.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      args: browser.args,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
})
