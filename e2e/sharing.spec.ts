import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share the diagram' })

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
  const other = await elsewhere()
  await other.goto(link)
  await expect(other.locator('.diagram-name')).toHaveText(await page.locator('.diagram-name').innerText())
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
