import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { encodeLink } from '../src/core/permalink/encode-link.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../src/core/topology/serialize.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { diagramName, rename } from './steps.ts'

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByLabel('Or paste the text').fill(text)
  await page.getByRole('button', { name: 'Open pasted text' }).click()
}

async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  await page.keyboard.press('Escape')
  return readFile(await download.path(), 'utf8')
}

/** The link of the open diagram, as the clipboard would hold it. */
async function linkOf(page: Page): Promise<string> {
  await page.evaluate(() => {
    const copied: string[] = []
    Object.assign(window, { copied })
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
    })
  })
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText(/^Link copied: \d+ characters/)).toBeVisible()
  return page.evaluate(() => (window as unknown as { copied: string[] }).copied[0] ?? '')
}

test('edits survive a reload, and undo takes them back', async ({ page }) => {
  await page.goto('./')
  await rename(page, 'Mine')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.reload()
  await expect(diagramName(page)).toHaveText('Mine')
  await rename(page, 'Mine again')
  await page.getByRole('button', { name: 'Undo: Rename the diagram to Mine again' }).click()
  await expect(diagramName(page)).toHaveText('Mine')
})

test('what is exported can be imported, byte for byte', async ({ page }) => {
  await page.goto('./')
  const text = serializeDocument({ ...twoTlsSites, name: 'Round trip' })
  await paste(page, text)
  await expect(page.getByText('Opened Round trip.')).toBeVisible()
  expect(await exported(page)).toBe(text)
  await page.keyboard.press('Control+z')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
})

test('an exported diagram comes back identical after a reload', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await rename(page, 'To be exported')
  const before = await exported(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Empty diagram' }).click()
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('group', { name: /^Virtual machine/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Import' }).click()
  await page
    .getByLabel('Diagram file')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(before) })
  await expect(diagramName(page)).toHaveText('To be exported')
  expect(await exported(page)).toBe(before)
})

test('files that are no diagram are refused in words, and the work stays', async ({ page }, testInfo) => {
  await page.goto('./')
  const before = await exported(page)
  const other = JSON.stringify({ name: 'some-package', version: '1.0.0', dependencies: {} })
  const files = [
    { buffer: Buffer.alloc(33 * 1024 * 1024, ' '), says: /32 MB/ },
    { buffer: Buffer.from(other), says: /This is not a Floatpath document/ },
    {
      buffer: Buffer.from([0xff, 0xd8, 0x00, 0x01, 0x1b, 0x5b]),
      says: /is not text: it is neither UTF-8 nor UTF-16/,
    },
  ]
  for (const { buffer, says } of files) {
    await page.getByRole('button', { name: 'Import' }).click()
    // From a file: handing over so many bytes takes the browser long.
    const file = testInfo.outputPath('a.json')
    await writeFile(file, buffer)
    await page.getByLabel('Diagram file').setInputFiles(file)
    await expect(page.getByRole('dialog').getByText(says).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  expect(await exported(page)).toBe(before)
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeDisabled()
})

test('what is no diagram changes nothing and is said so', async ({ page }) => {
  await page.goto('./')
  await paste(page, '{"version": 1, "name": "Broken", "resources": {"probe/a": {"name": 5}}}')
  await expect(page.getByText('resources.probe/a.name: This must be text.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
})

test('a link opens elsewhere without touching the diagram there', async ({ page, elsewhere }) => {
  await page.goto('./')
  await rename(page, 'Shared')
  const link = await linkOf(page)
  expect(link.length - link.indexOf('#')).toBeLessThan(450)

  const sent = await exported(page)

  const other = await elsewhere()
  await other.goto('./')
  await rename(other, 'Their own')
  await expect(other.getByText('Saved in this browser')).toBeVisible()
  await other.goto(link)
  await expect(diagramName(other)).toHaveText('Shared')
  expect(await exported(other)).toBe(sent)
  await other.getByRole('button', { name: 'Back to my diagram' }).click()
  await expect(diagramName(other)).toHaveText('Their own')

  await other.goto(link)
  await other.getByRole('button', { name: 'Edit a copy' }).click()
  await other.getByRole('button', { name: /^Undo: / }).click()
  await expect(diagramName(other)).toHaveText('Their own')
})

test('a link opens however mail has mangled it, in the address or pasted', async ({ page, pageAddress }) => {
  const encoded = encodeLink({ ...twoTlsSites, name: 'Sent' })
  const fragment = encoded.ok ? encoded.fragment : ''
  const quoted = `> <${pageAddress}#${fragment.slice(0, 40)}=\r\n> ${fragment.slice(40)}>&utm_source=mail`
  const opened = async () => {
    await expect(page.getByText('Shared diagram, read-only.')).toBeVisible()
    await expect(diagramName(page)).toHaveText('Sent')
    await page.getByRole('button', { name: 'Back to my diagram' }).click()
    await expect(diagramName(page)).toHaveText(twoTlsSites.name)
    expect(new URL(page.url()).pathname).toBe('/')
  }
  // A mail program has written the # as %23, which makes the link a path.
  await page.goto(`./%23${fragment}?utm_source=mail`)
  await opened()
  await paste(page, quoted)
  await opened()
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, quoted)
  await opened()
})

test('a link that lost its end is refused and the own diagram stays', async ({ page }) => {
  await page.goto('./')
  const link = await linkOf(page)
  await page.goto('about:blank')
  await page.goto(link.slice(0, -5))
  await expect(page.getByText('This link could not be opened. Your own diagram is unchanged.')).toBeVisible()
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
  expect(new URL(page.url()).hash).toBe('')
})

test('two tabs do not overwrite each other', async ({ page, context }) => {
  await page.goto('./')
  await rename(page, 'First')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  const second = await context.newPage()
  await second.goto('./')
  await rename(second, 'Second')
  await expect(page.getByText('Another tab has saved a different diagram.')).toBeVisible()
  await page.getByRole('button', { name: 'Load it' }).click()
  await expect(diagramName(page)).toHaveText('Second')
})

test('palette, dialogs and menus have no accessibility violations', async ({ page }) => {
  test.slow()
  await page.goto('./')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expectNoAxeViolations(page, '.palette')
    for (const name of ['Shortcuts', 'Import', 'Export']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoAxeViolations(page, '.dialog')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.getByRole('button', { name: 'New' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectNoAxeViolations(page, '.top-bar')
    await page.keyboard.press('Escape')
  }
})
