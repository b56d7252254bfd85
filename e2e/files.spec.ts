import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../src/core/topology/serialize.ts'
import { expect, test } from './fixtures.ts'
import { diagramName, renameAndSave } from './steps.ts'

/** A browser's dialog for saving cannot be operated: in its place a file of the page's own file system is chosen. */
async function chooseBy(page: Page, file: string): Promise<void> {
  await page.addInitScript((name) => {
    const choose = async () => {
      const folder = await navigator.storage.getDirectory()
      Object.assign(window, { asked: ((window as unknown as { asked?: number }).asked ?? 0) + 1 })
      return folder.getFileHandle(name, { create: true })
    }
    Object.defineProperty(window, 'showSaveFilePicker', { value: choose })
  }, file)
}

const textOf = (page: Page, file: string) =>
  page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory()
    return (await (await folder.getFileHandle(name)).getFile()).text()
  }, file)

const timesAsked = (page: Page) => page.evaluate(() => (window as unknown as { asked?: number }).asked ?? 0)

test('Ctrl S saves to the same file again', async ({ page }) => {
  await chooseBy(page, 'mine.floatpath.json')
  await page.goto('./')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to mine.floatpath.json.')).toBeVisible()
  const first = await textOf(page, 'mine.floatpath.json')
  expect(first).toBe(serializeDocument(twoTlsSites))
  await renameAndSave(page, 'Changed')
  await page.keyboard.press('Control+s')
  // While the browser puts the written file in place of the old one there is none.
  await expect(async () => {
    expect(await textOf(page, 'mine.floatpath.json')).toContain('"name": "Changed"')
  }).toPass({ timeout: 15_000 })
  expect(await timesAsked(page)).toBe(1)
  const second = await textOf(page, 'mine.floatpath.json')
  const others = second.split('\n').filter((line) => !first.split('\n').includes(line))
  expect(others).toEqual(['  "name": "Changed",'])
  await page.keyboard.press('Control+Shift+s')
  await expect.poll(() => timesAsked(page)).toBe(2)
})

for (const way of ['dropped', 'chosen'] as const) {
  test(`a diagram that was ${way} as a file is saved to that file`, async ({ page }) => {
    await page.addInitScript(() => {
      const handle = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('theirs.floatpath.json')
      Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: handle })
      const refuse = () => Promise.reject(new Error('nobody is to be asked'))
      Object.assign(window, { showOpenFilePicker: async () => [await handle()], showSaveFilePicker: refuse })
    })
    await page.goto('./')
    const text = serializeDocument({ ...twoTlsSites, name: 'From a file' })
    await page.evaluate(async (held) => {
      const folder = await navigator.storage.getDirectory()
      const stream = await (
        await folder.getFileHandle('theirs.floatpath.json', { create: true })
      ).createWritable()
      await stream.write(held)
      await stream.close()
    }, text)
    if (way === 'dropped') {
      await page.evaluate((held) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([held], 'theirs.floatpath.json'))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      }, text)
    } else {
      await page.getByRole('button', { name: 'Import' }).click()
      await page.getByRole('button', { name: 'Choose files' }).click()
    }
    await expect(diagramName(page)).toHaveText('From a file')
    await renameAndSave(page, 'Changed here')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('Saved to theirs.floatpath.json.')).toBeVisible()
    const { name, ...rest } = JSON.parse(await textOf(page, 'theirs.floatpath.json'))
    expect(name).toBe('Changed here')
    expect(rest).toEqual({ ...twoTlsSites, name: undefined })
  })
}

test('a file that another program changed is not overwritten without asking', async ({ page }) => {
  await chooseBy(page, 'mine.floatpath.json')
  await page.goto('./')
  await renameAndSave(page, 'Mine')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to mine.floatpath.json.')).toBeVisible()
  await page.waitForTimeout(20)
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const stream = await (await folder.getFileHandle('mine.floatpath.json')).createWritable()
    await stream.write('theirs')
    await stream.close()
  })
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/was changed by another program\. Nothing was written/)).toBeVisible()
  expect(await textOf(page, 'mine.floatpath.json')).toBe('theirs')
  await page.getByRole('button', { name: 'Overwrite it' }).click()
  await expect.poll(() => textOf(page, 'mine.floatpath.json')).toContain('"name": "Mine"')
})

test('where the browser cannot write files, Ctrl S downloads one', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
  })
  await page.goto('./')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  expect(download.suggestedFilename()).toBe('two-tls-sites-on-one-port.floatpath.json')
  expect(await readFile(await download.path(), 'utf8')).toBe(serializeDocument(twoTlsSites))
})

test('fields that this version does not know survive opening, editing and saving', async ({ page }) => {
  await chooseBy(page, 'later.floatpath.json')
  await page.goto('./')
  const rule = 'loadBalancingRule/https-a'
  const later = {
    ...twoTlsSites,
    madeBy: { tool: 'a later version', tags: [1, null, 'x'] },
    resources: {
      ...twoTlsSites.resources,
      [rule]: { ...twoTlsSites.resources[rule], adaptiveTimeout: { seconds: 7 } },
    },
  }
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByLabel('Or paste the text').fill(JSON.stringify(later))
  await page.getByRole('button', { name: 'Open pasted text' }).click()
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to later.floatpath.json.')).toBeVisible()
  const expected = structuredClone(later) as { resources: Record<string, object> }
  Object.assign(expected.resources[rule] ?? {}, { enableFloatingIP: false })
  expect(await textOf(page, 'later.floatpath.json')).toBe(`${JSON.stringify(expected, null, 2)}\n`)
})
