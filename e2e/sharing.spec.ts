import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { textInPng } from '../src/core/picture/png-document.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../src/core/topology/serialize.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share the diagram' })

/** Text of this many characters in which nothing repeats, so that a link can hardly shorten it. */
function noise(length: number): string {
  let seed = 1
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }
  return Array.from({ length }, () => String.fromCharCode(35 + (next() % 57))).join('')
}

/** Opens the first example with a field that makes its link long. */
async function openLarge(page: Page, length: number): Promise<void> {
  const document = { ...twoTlsSites, name: 'Large', notes: noise(length) }
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByLabel('Or paste the text').fill(serializeDocument(document))
  await page.getByRole('button', { name: 'Open pasted text' }).click()
  await expect(page.locator('.diagram-name')).toHaveText('Large')
}

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'More ways to share' }).click()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Link' })).toBeVisible()
  return dialogOf(page)
}

test('the share dialog gives the link, its length, Markdown, a QR code and a file', async ({
  page,
  elsewhere,
}) => {
  await page.goto('./')
  const dialog = await openDialog(page)
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(link).toMatch(/#1\.[\w-]+$/)
  await expect(dialog.getByText(`${link.length.toLocaleString('en')} characters.`)).toBeVisible()
  await expect(dialog.getByText('Short enough for mail, chat and documents.')).toBeVisible()
  expect(await dialog.getByRole('textbox', { name: 'Markdown' }).inputValue()).toContain(`](<${link}>)`)
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await expect(dialog.getByText(/nothing leaves this browser\. A link cannot be revoked/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.floatpath\.json$/)
  await expect(dialog.getByRole('img', { name: 'Preview of two-tls-sites-on-one-port.svg' })).toBeVisible()
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download PNG' }).click(),
  ])
  expect(picture.suggestedFilename()).toBe('two-tls-sites-on-one-port.png')
  const png = await readFile(await picture.path())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(JSON.parse(textInPng(png) ?? '')).toEqual(twoTlsSites)
  const other = await elsewhere()
  await other.goto(link)
  await expect(other.locator('.diagram-name')).toHaveText(await page.locator('.diagram-name').innerText())
})

test('a picture is put on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  const dialog = await openDialog(page)
  await dialog.getByRole('button', { name: 'Copy picture' }).click()
  await expect(dialog.getByRole('status')).toContainText('Picture copied.')
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toEqual(['image/png'])
})

test('a link to look at is read-only everywhere, one to edit becomes a copy with the first change', async ({
  page,
  elsewhere,
}) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByLabel('Or paste the text').fill(serializeDocument({ ...twoTlsSites, name: 'Sent' }))
  await page.getByRole('button', { name: 'Open pasted text' }).click()
  await expect(page.locator('.diagram-name')).toHaveText('Sent')
  const dialog = await openDialog(page)
  const box = dialog.getByRole('textbox', { name: 'Link' })
  const toView = await box.inputValue()
  await dialog.getByRole('radio', { name: /^To edit/ }).check()
  await expect(box).not.toHaveValue(toView)
  const toEdit = await box.inputValue()

  const other = await elsewhere()
  await other.goto(toView)
  await expect(other.getByText('Shared diagram, read-only.')).toBeVisible()
  const floating = other.getByRole('switch', { name: 'Floating IP on https-a' })
  await expect(floating).toBeDisabled()
  await expect(other.getByRole('button', { name: 'Add Virtual machine' })).toBeDisabled()
  await expect(other.getByLabel('Name of the diagram')).toBeDisabled()
  for (const part of ['.bar', '.palette', '.top-bar', '.properties-frame']) {
    await expectNoAxeViolations(other, part)
  }
  const node = other.getByRole('group', { name: /^Load-balancing rule https-a/ })
  await node.click()
  await expect(other.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled()
  await node.press('Delete')
  await expect(other.getByText('This shared diagram is read-only.')).toBeVisible()
  await other
    .getByRole('tab', { name: /^Problems/ })
    .first()
    .click()
  await expect(other.getByText(/web2 has no interface with 10\.0\.0\.101/).first()).toBeVisible()
  await expect(other.getByRole('button', { name: /^(Fix|Ways to fix|Accept)/ })).toHaveCount(0)
  await expect(other.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()
  expect(await other.evaluate(async () => (await indexedDB.databases()).length)).toBeLessThan(2)
  await other.getByRole('alert').getByRole('button', { name: 'Edit a copy' }).click()
  await floating.click()
  await expect(floating).not.toBeChecked()
  await expect(other.getByText('Saved in this browser')).toBeVisible()

  const third = await elsewhere()
  await third.goto(toEdit)
  await expect(third.getByText('Your first change makes a copy of it.')).toBeVisible()
  await expect(third.getByText('Shared diagram, not saved')).toBeVisible()
  const theirs = third.getByRole('switch', { name: 'Floating IP on https-a' })
  await theirs.click()
  await expect(theirs).not.toBeChecked()
  await expect(third.getByText('Saved in this browser')).toBeVisible()
  expect(new URL(third.url()).hash).toBe('')
  await third.getByRole('button', { name: 'Undo: Disable floating IP on https-a' }).click()
  await third.getByRole('button', { name: 'Undo: Open Sent' }).click()
  await expect(third.locator('.diagram-name')).toHaveText(twoTlsSites.name)
})

test('where the clipboard is closed the link is selected for copying by hand', async ({ page }) => {
  await page.goto('./')
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })
  })
  await page.getByRole('button', { name: 'Copy link' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Copy: Link' }).click()
  await expect(dialog.getByRole('status')).toContainText('press Ctrl C')
  const selected = await dialog.getByRole('textbox', { name: 'Link' }).evaluate((element) => {
    const { selectionStart, selectionEnd, value } = element as HTMLTextAreaElement
    return value.slice(selectionStart, selectionEnd)
  })
  expect(selected).toMatch(/#1\.[\w-]+$/)
})

test('the share dialog is accessible in both themes and fits a small window', async ({ page }) => {
  await page.goto('./')
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    const dialog = await openDialog(page)
    await expectNoAxeViolations(page, '.dialog')
    const box = await dialog.boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 768).toBe(true)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('a long link is said to break in places and has no QR code', async ({ page }) => {
  await page.goto('./')
  await openLarge(page, 4_000)
  const dialog = await openDialog(page)
  await expect(dialog.getByText(/Over 2,000 characters/)).toBeVisible()
  await expect(dialog.getByText('The link is too long for a QR code.')).toBeVisible()
  await expectNoAxeViolations(page, '.dialog')
})

test('a diagram that no link can carry is offered as a file', async ({ page }) => {
  await page.goto('./')
  await openLarge(page, 70_000)
  await page.getByRole('button', { name: 'More ways to share' }).click()
  const dialog = dialogOf(page)
  await expect(
    dialog.getByText(/64000 characters at most.*Share the diagram as a file instead\./),
  ).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('large.floatpath.json')
})
