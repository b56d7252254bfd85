import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { diagramName, renameAndSave } from './steps.ts'

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your diagrams' })
const listed = (page: Page) => dialogOf(page).getByRole('listitem').locator('.saved__name')

test('several diagrams are listed, opened, renamed, copied and deleted with undo', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'First')
  await choose(page, 'Empty diagram')
  await renameAndSave(page, 'Second')
  await choose(page, 'Your diagrams')
  const dialog = dialogOf(page)
  await expect(listed(page)).toHaveText(['Second Open here', 'First'])
  await dialog.getByRole('button', { name: 'Rename First' }).click()
  await dialog.getByLabel('Name of the diagram').fill('The first')
  await page.keyboard.press('Enter')
  await expect(listed(page)).toHaveText(['Second Open here', 'The first'])
  await dialog.getByRole('button', { name: 'Copy The first' }).click()
  await expect(listed(page)).toHaveText(['The first (copy)', 'Second Open here', 'The first'])
  await dialog.getByRole('button', { name: 'Delete The first', exact: true }).click()
  await expect(listed(page)).toHaveText(['The first (copy)', 'Second Open here'])
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(listed(page)).toHaveText(['The first (copy)', 'Second Open here', 'The first'])
  await dialog.getByRole('button', { name: 'Open The first (copy)' }).click()
  await expect(dialog).toBeHidden()
  await expect(diagramName(page)).toHaveText('The first (copy)')
  await expect(page.getByRole('group', { name: /^Virtual machine/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Undo: Open/ }).click()
  await expect(diagramName(page)).toHaveText('Second')
  await page.reload()
  await expect(diagramName(page)).toHaveText('Second')
})

test('the open diagram can be deleted and brought back', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Other')
  await choose(page, 'Empty diagram')
  await renameAndSave(page, 'To be deleted')
  await choose(page, 'Your diagrams')
  await dialogOf(page).getByRole('button', { name: 'Delete To be deleted' }).click()
  await expect(listed(page)).toHaveText(['Other Open here'])
  await page.keyboard.press('Escape')
  await expect(diagramName(page)).toHaveText('Other')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(diagramName(page)).toHaveText('To be deleted')
})

test('a former state is looked at and restored, and a kept version stays', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Before')
  await choose(page, 'Versions of this diagram')
  const dialog = page.getByRole('dialog', { name: 'Versions of this diagram' })
  await dialog.getByLabel('Name of the version').fill('Good state')
  await dialog.getByRole('button', { name: 'Keep the present version' }).click()
  await expect(dialog.getByRole('button', { name: /Good state/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await renameAndSave(page, 'After')
  await choose(page, 'Versions of this diagram')
  await dialog.getByRole('button', { name: /^Kept version Good state/ }).click()
  const preview = dialog.getByRole('region', { name: 'Preview of Good state' })
  await expect(preview.getByRole('img', { name: 'Preview of before.svg' })).toBeVisible()
  await expect(preview.getByText('Name: After → Before')).toBeVisible()
  await expect(preview.getByText('Floating IP: off → on')).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(diagramName(page)).toHaveText('Before')
  await expect(page.getByRole('switch', { name: 'Floating IP on https-a' })).toBeChecked()
  await page.getByRole('button', { name: /^Undo: Restore/ }).click()
  await expect(diagramName(page)).toHaveText('After')
})

test('a second tab says that the diagram is open, and a copy leaves the first alone', async ({
  page,
  context,
}) => {
  await page.goto('./')
  await renameAndSave(page, 'First')
  const second = await context.newPage()
  await second.goto('./')
  await expect(second.getByText(/This diagram is open in another tab, too/)).toBeVisible()
  await second.getByRole('button', { name: 'Work on a copy' }).click()
  await expect(diagramName(second)).toHaveText('First (copy)')
  await renameAndSave(second, 'The copy')
  await renameAndSave(page, 'First, changed')
  await expect(second.getByText(/Another tab has saved/)).toBeHidden()
  await second.reload()
  await expect(diagramName(second)).toHaveText('The copy')
})

test('what the other tab saved can be overruled and stays in the history', async ({ page, context }) => {
  await page.goto('./')
  await renameAndSave(page, 'First')
  const second = await context.newPage()
  await second.goto('./')
  await renameAndSave(second, 'From the second')
  await expect(page.getByText('Another tab has saved a different diagram.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByText('Another tab has saved a different diagram.')).toBeHidden()
  await expect(second.getByText('Another tab has saved a different diagram.')).toBeVisible()
  await choose(page, 'Versions of this diagram')
  await expect(
    page
      .getByRole('dialog')
      .getByRole('button', { name: /From the second/ })
      .first(),
  ).toBeVisible()
})

test('an edit right before the page goes away is there afterwards', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  await diagramName(page).getByRole('button').click()
  await page.getByLabel('Diagram name').fill('Just now')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(diagramName(page)).toHaveText('Just now')
})

test('a reload in the middle of a drag loses neither the diagram nor the place', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  const node = page.getByRole('group', { name: /^Virtual machine web1/ })
  const box = await node.boundingBox()
  if (!box) throw new Error('no box')
  await page.mouse.move(box.x + 30, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 150, box.y + 90, { steps: 5 })
  await page.reload()
  await expect(diagramName(page)).toHaveText('Mine')
  await expect(page.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(2)
  await page.mouse.up()
})

test('the diagram of an earlier version is taken over', async ({ page }) => {
  await page.goto('./')
  await page.evaluate(
    (text) => {
      localStorage.clear()
      localStorage.setItem('floatpath.document', text)
    },
    JSON.stringify({ ...twoTlsSites, name: 'Kept before' }),
  )
  await page.reload()
  await expect(diagramName(page)).toHaveText('Kept before')
  await choose(page, 'Your diagrams')
  await expect(listed(page)).toHaveText(['Kept before Open here'])
})

test('storage that is full is said at once, and a file is offered', async ({ page }) => {
  await page.addInitScript(() => {
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = fail
    Storage.prototype.setItem = fail
  })
  await page.goto('./')
  await diagramName(page).getByRole('button').click()
  await page.getByLabel('Diagram name').fill('Too much')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not saved: no room in this browser')).toBeVisible()
  await expect(page.getByText(/There is no room left for this diagram/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download', exact: true }).click(),
  ])
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).name).toBe('Too much')
})

test('storage that is blocked is said before anything was drawn', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: blocked })
    Object.defineProperty(window, 'sessionStorage', { get: blocked })
    Object.defineProperty(window, 'indexedDB', { get: blocked })
  })
  await page.goto('./')
  await expect(page.getByText('Not saved: blocked by this browser')).toBeVisible()
  await expect(page.getByText(/does not let pages keep anything/)).toBeVisible()
  await diagramName(page).getByRole('button').click()
  await page.getByLabel('Diagram name').fill('Still works')
  await page.keyboard.press('Enter')
  await expect(diagramName(page)).toHaveText('Still works')
})

test('a saved diagram that is damaged is said so, kept and offered as a file', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('floatpath')
        request.onsuccess = () => {
          const transaction = request.result.transaction(['texts', 'diagrams'], 'readwrite')
          transaction.objectStore('diagrams').getAllKeys().onsuccess = ({ target }) => {
            const [id] = (target as IDBRequest<string[]>).result
            transaction.objectStore('texts').put('{"version":1,', id)
          }
          transaction.oncomplete = () => {
            request.result.close()
            done()
          }
        }
      }),
  )
  await page.reload()
  await expect(page.getByText(/cannot be read\. It is kept, and an example is open instead/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the damaged copy' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe('{"version":1,')
  await choose(page, 'Your diagrams')
  await expect(listed(page)).toHaveText(['Mine'])
})

test('a fault of the page shows what happened, keeps the diagram and offers it as a file', async ({
  page,
  pageProblems,
}) => {
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  // Numbers are written out when the share dialog is drawn: that is where it breaks.
  await page.evaluate(() => {
    Number.prototype.toLocaleString = () => {
      throw new RangeError('Something broke')
    }
  })
  await page.getByRole('button', { name: 'More ways to share' }).click()
  await expect(page.getByRole('heading', { name: 'The page could not be shown' })).toBeVisible()
  await expect(page.getByText('RangeError: Something broke')).toBeVisible()
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expectNoAxeViolations(page)
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the diagram' }).click(),
  ])
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).name).toBe('Mine')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(diagramName(page)).toHaveText('Mine')
  await page.reload()
  await expect(diagramName(page)).toHaveText('Mine')
  expect(pageProblems.splice(0).every((problem) => problem.includes('Something broke'))).toBe(true)
})

test('the dialogs of saved work are accessible in both themes and fit a small window', async ({ page }) => {
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const item of ['Your diagrams', 'Versions of this diagram']) {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
      const dialog = page.getByRole('dialog', { name: item })
      await expect(dialog.getByRole('listitem').first()).toBeVisible()
      if (item !== 'Your diagrams') await dialog.locator('.history__state').last().click()
      await expectNoAxeViolations(page, '.dialog')
      const box = await dialog.boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= 768).toBe(true)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  }
})
