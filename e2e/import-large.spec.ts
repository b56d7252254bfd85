import type { Page } from '@playwright/test'
import { piecesOf } from '../src/core/import/test-pieces.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { expect, test } from './fixtures.ts'
import { diagramName } from './steps.ts'

const { loadBalancer } = piecesOf()
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import' })
const preview = (page: Page) => dialogOf(page).getByRole('region', { name: 'What the import does' })

test('texts and files of 100 MB are refused at once, pasted into the box and dropped', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Import' }).click()
  const box = dialogOf(page).getByLabel('Or paste the text')
  const paste = (text: string, more = 0) =>
    box.evaluate(
      (field, [start, blanks]) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', start + ' '.repeat(blanks))
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        field.dispatchEvent(event)
        // A browser that puts so much into a field may end.
        return event.defaultPrevented
      },
      [text, more] as const,
    )
  const huge = 100 * 1024 * 1024
  const alert = dialogOf(page).getByRole('alert')
  expect(await paste('{', huge)).toBe(true)
  await expect(alert).toContainText('Pasted text is larger than 32 MB, the most that can be opened.')
  await expect(box).toHaveValue('')
  await dialogOf(page).getByRole('button', { name: 'Leave out Pasted text' }).click()
  // What is only long is read without going through the box, and what is short goes into it.
  expect(await paste(JSON.stringify(loadBalancer), 300_000)).toBe(true)
  await expect(preview(page).getByText(/^Added \d+/)).toBeVisible()
  expect(await paste('short')).toBe(false)
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()

  await page.evaluate((size) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(size)], 'huge.json'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, huge)
  await expect(alert).toContainText('huge.json is larger than 32 MB')
  await page.keyboard.press('Escape')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeDisabled()
})
