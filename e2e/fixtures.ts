import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { serve } from '../src/tooling/static-server.mjs'

export { expect }

interface TestFixtures {
  /** Nobody has been here before, so that the guide is shown. */
  firstVisit: boolean
  /** What went wrong on the page so far; a test that provokes something takes it out again. */
  pageProblems: string[]
  /** Opens a page as somebody else's browser would: nothing stored, watched like the test's own page. */
  elsewhere: (options?: BrowserContextOptions) => Promise<Page>
}

interface WorkerFixtures {
  /** The address of the built page. */
  pageAddress: string
}

/** Runs in each page before it loads: somebody who has been here has read the guide. */
function rememberGuide(): void {
  const key = 'floatpath.preferences'
  try {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ guideSeen: true }))
  } catch {
    // A blank page, or a frame without an origin, has no storage.
  }
}

/** Collects what the pages of a context do against their promises. */
async function watch(
  context: BrowserContext,
  pageAddress: string,
  problems: string[],
  firstVisit: boolean,
): Promise<void> {
  if (!firstVisit) await context.addInitScript(rememberGuide)
  // Chromium reports a violation on the console, too, but not every kind as an error.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(pageAddress).origin) {
      problems.push(`request to another origin: ${request.url()}`)
    }
  })
}

/** Tests that fail on anything the page does against its promises, whatever else they check. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  pageAddress: [
    async ({ browserName: _ }, use) => {
      const server = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0)
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],

  firstVisit: [false, { option: true }],

  baseURL: ({ pageAddress }, use) => use(pageAddress),

  pageProblems: [
    async ({ context, pageAddress, firstVisit }, use) => {
      const problems: string[] = []
      await watch(context, pageAddress, problems, firstVisit)
      await use(problems)
      expect(problems, 'policy violations, errors and requests to other origins').toEqual([])
    },
    { auto: true },
  ],

  elsewhere: async ({ browser, pageAddress, pageProblems, viewport, firstVisit }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: pageAddress, viewport, ...options })
      contexts.push(context)
      await watch(context, pageAddress, pageProblems, firstVisit)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

/** Fails with the name, the rule and the element of every accessibility violation on the page. */
export async function expectNoAxeViolations(page: Page, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ])
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  )
  expect(found, 'accessibility violations').toEqual([])
}
