import type { Page } from '@playwright/test'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share the diagram' })

async function share(page: Page) {
  await page.getByRole('button', { name: 'More ways to share' }).click()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Link' })).toBeVisible()
  return dialogOf(page)
}

const textIn = (page: Page, name: string) => dialogOf(page).getByRole('textbox', { name }).inputValue()

test('a link looks at the hop that its sender looks at', async ({ page, elsewhere }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'What if the probe of web1 is down' }).press('Enter')
  const step = page.getByRole('button', { name: 'Step forward' })
  for (let hop = 0; hop < 3; hop++) await step.click()
  await expect(page.getByLabel('Step', { exact: true })).toHaveText('4 / 5')
  await page.getByRole('group', { name: /^Load-balancing rule https-b/ }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  const zoom = await page.locator('.react-flow__viewport').getAttribute('style')
  const dialog = await share(page)
  const plain = await textIn(page, 'Link')
  await dialog.getByRole('checkbox', { name: /^What you see now/ }).check()
  await expect.poll(async () => (await textIn(page, 'Link')).length).toBeGreaterThan(plain.length + 60)
  const withoutTheme = await textIn(page, 'Link')
  await dialog.getByRole('checkbox', { name: /^Light or dark/ }).check()
  await expect.poll(() => textIn(page, 'Link')).not.toBe(withoutTheme)
  const link = await textIn(page, 'Link')

  const other = await elsewhere({ colorScheme: 'dark' })
  await other.goto(link)
  await expect(other.locator('.diagram-name')).toHaveText(twoTlsSites.name)
  await expect(other.getByLabel('Step', { exact: true })).toHaveText('4 / 5')
  await expect(other.locator('.properties-frame')).toContainText('https-b')
  await expect(
    other.getByRole('button', { name: /^What if the probe of web1 is/, pressed: true }),
  ).toBeAttached()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light')
  const scaleOf = (style: string | null) => Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1])
  await expect
    .poll(async () => scaleOf(await other.locator('.react-flow__viewport').getAttribute('style')))
    .toBeCloseTo(scaleOf(zoom), 1)
  // The theme of the sender is not kept.
  await other.goto('about:blank')
  await other.goto(plain)
  await expect(other.locator('html')).not.toHaveAttribute('data-theme', /./)
})

test('a view that means nothing is left out, and the diagram opens', async ({ page, elsewhere }) => {
  await page.goto('./')
  await share(page)
  const link = await textIn(page, 'Link')
  const other = await elsewhere()
  for (const rest of ['vAAAA', 'v', 'x'.repeat(5_000)]) {
    await other.goto('about:blank')
    await other.goto(link + rest)
    await expect(other.locator('.diagram-name')).toHaveText(twoTlsSites.name)
    await expect(other.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(2)
  }
})

test('a diagram in a frame of another page plays, touches no storage and opens outside', async ({
  page,
  elsewhere,
}) => {
  await page.goto('./')
  await share(page)
  const snippet = await textIn(page, 'Embed in a page')
  expect(snippet).toMatch(/^<iframe src="http:\/\/127\.0\.0\.1:\d+\/\?embed=1#1\./)

  const other = await elsewhere()
  await other.setContent(`<!doctype html><html lang="en"><title>Wiki</title><body>${snippet}</body></html>`)
  const frame = other.frameLocator('iframe')
  await expect(frame.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(2)
  await expect(frame.locator('.top-bar, .palette, .properties-frame, .bottom-panel')).toHaveCount(0)
  await expect(frame.getByRole('switch', { name: 'Floating IP on https-a' })).toBeDisabled()
  await frame.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(frame.locator('.packet-layer')).toBeAttached()
  const address = /src="([^"]+)"/.exec(snippet)?.[1] ?? ''
  await other.goto(address)
  await expect(other.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(2)
  // What the fixture put there for every page is all there is.
  expect(await other.evaluate(() => Object.entries({ ...localStorage }))).toEqual([
    ['floatpath.preferences', JSON.stringify({ guideSeen: true })],
  ])
  expect(await other.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  for (const scheme of ['light', 'dark'] as const) {
    await other.emulateMedia({ colorScheme: scheme })
    await expectNoAxeViolations(other, '.embed__bar')
  }
  const open = other.getByRole('link', { name: 'Open in Floatpath' })
  const full = (await open.getAttribute('href')) ?? ''
  expect(full).toBe(address.replace('?embed=1', ''))
  await other.goto(full)
  await expect(other.locator('.diagram-name')).toHaveText(twoTlsSites.name)
})

test('a frame without a diagram says so', async ({ page }) => {
  await page.goto('./?embed=1')
  await expect(page.getByText('The address of this frame carries no diagram.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('./?embed=1#1.AAAAAAAA')
  await expect(page.getByRole('alert')).toContainText(/This link/)
})
