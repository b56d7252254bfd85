import type { Page } from '@playwright/test'
import { encodeLink } from '../src/core/permalink/encode-link.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { patch } from '../src/core/topology/document.ts'
import { serializeDocument } from '../src/core/topology/serialize.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const rule = 'loadBalancingRule/https-a'
const other = {
  ...patch(twoTlsSites, rule, { enableFloatingIP: false }),
  name: 'Before the change',
}

function fragmentOf(document: typeof other): string {
  const link = encodeLink(document)
  if (!link.ok) throw new Error(link.reason)
  return link.fragment
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Compare diagrams' })

async function open(page: Page) {
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Compare with another diagram' }).click()
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}

test('a link is compared with the open diagram, in words and on the canvas', async ({
  page,
  pageAddress,
}) => {
  await page.goto('./')
  const dialog = await open(page)
  await dialog.getByLabel('Before: link or text').fill(`${pageAddress}#${fragmentOf(other)}`)
  await expect(dialog.getByText('Floating IP: off → on')).toBeVisible()
  await expect(dialog.getByText('Name: Before the change → Two TLS sites on one port')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Compared with Before the change: 0 added, 1 changed, 0 removed')).toBeVisible()
  await expect(page.locator('.difference--changed').getByText('Changed')).toBeVisible()
  // It follows edits.
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await expect(page.locator('.difference')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo: Disable floating IP on https-a' }).click()
  await expect(page.locator('.difference')).toHaveCount(1)
  await page.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(page.locator('.difference')).toHaveCount(0)
})

test('the open diagram is compared with a later file, and what went is shown where it stood', async ({
  page,
}) => {
  const { [rule]: _gone, ...resources } = twoTlsSites.resources
  const later = {
    ...twoTlsSites,
    name: 'Later',
    resources: {
      ...resources,
      'client/new': { name: 'new', ipAddress: '10.0.1.9', location: 'virtualNetwork' },
    },
    layout: { ...twoTlsSites.layout, 'client/new': { x: -320, y: 480 } },
  } as unknown as typeof twoTlsSites
  await page.goto('./')
  const dialog = await open(page)
  await dialog.getByLabel('Before: which diagram').selectOption({ label: 'The open diagram' })
  await dialog.getByLabel('After: which diagram').selectOption({ label: 'A file' })
  await dialog.getByLabel('After: file').setInputFiles({
    name: 'later.json',
    mimeType: 'application/json',
    buffer: Buffer.from(serializeDocument(later)),
  })
  await expect(dialog.getByText('load-balancing rule https-a of lb-web')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(page.getByText('Shared diagram, read-only. Your own diagram is kept.')).toBeVisible()
  await expect(page.locator('.difference--added').getByText('Added')).toBeVisible()
  await expect(page.locator('.difference--removed')).toContainText('https-a')
  await page.getByRole('button', { name: 'Back to my diagram' }).click()
  await expect(page.locator('.diagram-name')).toHaveText(twoTlsSites.name)
})

test('what cannot be read is said, and nothing changes', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page)
  await dialog.getByLabel('Before: link or text').fill('https://example.org/#1.AAAAAAAA')
  await expect(dialog.getByText(/This link/)).toBeVisible()
  await dialog.getByLabel('Before: link or text').fill('{"a": [')
  await expect(dialog.getByRole('status').filter({ hasText: /not JSON/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Show on the canvas' })).toBeDisabled()
  const box = dialog.getByLabel('Before: link or text')
  await box.evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'x'.repeat(100 * 1024 * 1024))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(dialog.getByText('Pasted text is larger than 32 MB')).toBeVisible()
})

test('the comparison is accessible in both themes and fits a small window', async ({ page, pageAddress }) => {
  await page.goto('./')
  for (const scheme of ['light', 'dark'] as const) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    const dialog = await open(page)
    await dialog.getByLabel('Before: link or text').fill(`${pageAddress}#${fragmentOf(other)}`)
    await expect(dialog.getByText('Floating IP: off → on')).toBeVisible()
    await page.setViewportSize({ width: 1024, height: 768 })
    await expectNoAxeViolations(page, '.dialog')
    const box = await dialog.boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 768).toBe(true)
    await dialog.getByRole('button', { name: 'Show on the canvas' }).click()
    await expect(page.locator('.difference')).toHaveCount(1)
    await expectNoAxeViolations(page, '.bar')
    await expectNoAxeViolations(page, '.difference')
    await page.getByRole('button', { name: 'Stop comparing' }).click()
  }
})
