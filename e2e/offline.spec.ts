import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { serve } from '../src/tooling/static-server.mjs'
import { expect, test } from './fixtures.ts'
import { diagramName, rename } from './steps.ts'

const built = fileURLToPath(new URL('../dist', import.meta.url))

test.use({ serviceWorkers: 'allow' })

/** Waits until the page would open without a network. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** The built page in a folder below the root, as many hosts serve it. */
async function serveCopy() {
  const folder = mkdtempSync(path.join(tmpdir(), 'floatpath-offline-'))
  cpSync(built, path.join(folder, 'tools/floatpath'), { recursive: true })
  const server = await serve(folder, 0)
  return {
    address: `${server.url}tools/floatpath/`,
    file: (name: string) => path.join(folder, 'tools/floatpath', name),
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

test('after the first visit everything works without a network', async ({ page, context }) => {
  await page.goto('./')
  await kept(page)
  await rename(page, 'Made before')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await context.setOffline(true)
  await page.reload()
  await expect(diagramName(page)).toHaveText('Made before')
  await expect(page.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(2)
  for (const name of ['Import', 'Export']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(page.getByText(/10\.0\.0\.101/).first()).toBeVisible()
  await rename(page, 'Made without a network')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.reload()
  await expect(diagramName(page)).toHaveText('Made without a network')
})

test('a new version asks before it takes over, and unsaved work comes along', async ({ browser }) => {
  const copy = await serveCopy()
  try {
    const context = await browser.newContext({ serviceWorkers: 'allow' })
    const page = await context.newPage()
    await page.goto(copy.address)
    await kept(page)
    await page.reload()
    const script =
      /src="\.\/(assets\/index-[\w-]+\.js)"/.exec(readFileSync(copy.file('index.html'), 'utf8'))?.[1] ?? ''
    // The next version has its script under another name.
    const next = script.replace('index-', 'index-next-')
    for (const file of ['index.html', 'service-worker.js']) {
      writeFileSync(
        copy.file(file),
        readFileSync(copy.file(file), 'utf8')
          .replaceAll(script, next)
          .replace(/version = .\w+./, "version = 'next'"),
      )
    }
    cpSync(copy.file(script), copy.file(next))
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update()
    })
    const asked = page.getByText('A new version of Floatpath is ready. Your diagram is kept.')
    await expect(asked).toBeVisible()
    await rename(page, 'Not saved yet')
    await page.getByRole('button', { name: 'Reload', exact: true }).click()
    await expect(asked).toBeHidden()
    await expect(diagramName(page)).toHaveText('Not saved yet')
    await expect(page.locator('script[type=module]')).toHaveAttribute(
      'src',
      new RegExp(next.replaceAll('.', '\\.')),
    )
  } finally {
    await copy.close()
  }
})

test('the page can be installed', async ({ page }) => {
  await page.goto('./')
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    return (await fetch(link?.href ?? '')).json()
  })
  expect(manifest).toMatchObject({ name: 'Floatpath', start_url: './', display: 'standalone' })
})
