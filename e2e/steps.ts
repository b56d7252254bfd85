import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** A node by its type and name: `Virtual machine web1`. */
export const thing = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name},`) })

export const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo: / })

/** Where the name of the diagram stands. */
export const diagramName = (page: Page) => page.locator('.diagram-name')

/** Where a node is on the screen. */
export async function boxOf(page: Page, name: string) {
  const box = await thing(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not drawn.`)
  return box
}

/** Gives the diagram another name. */
export async function rename(page: Page, name: string): Promise<void> {
  await diagramName(page).getByRole('button').click()
  await page.getByLabel('Diagram name').fill(name)
  await page.keyboard.press('Enter')
  await expect(diagramName(page)).toHaveText(name)
}

/** Gives the diagram another name, and waits until that is saved. */
export async function renameAndSave(page: Page, name: string): Promise<void> {
  await rename(page, name)
  await expect(page.getByText('Saved in this browser')).toBeVisible()
}

/** Opens a document as a file that is chosen in the import dialog. */
export async function importDocument(page: Page, document: object): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click()
  const buffer = Buffer.from(JSON.stringify(document))
  const file = { name: 'diagram.json', mimeType: 'application/json', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Opens a document as a file that is dropped on the page. */
export async function dropDocument(page: Page, document: object): Promise<void> {
  // Before something is drawn nobody listens for files yet.
  await page.locator('.react-flow__node, .empty-hint').first().waitFor()
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'diagram.json'))
    window.document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    )
  }, JSON.stringify(document))
}
