import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { thing, undoButton } from './steps.ts'

const pick = (page: Page, name: string, modifiers: ('Shift' | 'Control')[] = []) =>
  thing(page, name).click({ position: { x: 60, y: 12 }, modifiers })
const nothingToUndo = (page: Page) => page.getByRole('button', { name: 'Undo: nothing to take back' })

/** Where a node is on the canvas, whatever the zoom. */
const placeOf = (page: Page, name: string) =>
  thing(page, name).evaluate((node) => {
    const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform)
    return { x: m41, y: m42 }
  })

test('several things are aligned and spread with buttons, each as one step', async ({ page }) => {
  await page.goto('./')
  await pick(page, 'Client app-tier')
  await pick(page, 'Frontend IP site-a', ['Shift'])
  await pick(page, 'Frontend IP site-b', ['Shift'])
  await expectNoAxeViolations(page, '.properties-panel')
  await page.getByRole('button', { name: 'Spread horizontally' }).click()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Spread 3 things horizontally')
  await page.getByRole('button', { name: 'Align left edges' }).click()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Align left edges of 3 things')
  const [client, first, second] = await Promise.all(
    ['Client app-tier', 'Frontend IP site-a', 'Frontend IP site-b'].map((name) => placeOf(page, name)),
  )
  expect([first?.x, second?.x]).toEqual([client?.x, client?.x])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(nothingToUndo(page)).toBeVisible()
})

test('the menu of several things aligns them', async ({ page }) => {
  await page.goto('./')
  await pick(page, 'Frontend IP site-a')
  await pick(page, 'Load-balancing rule https-b', ['Shift'])
  await thing(page, 'Load-balancing rule https-b').click({ button: 'right', position: { x: 60, y: 12 } })
  const menu = page.getByRole('menu', { name: '2 selected things' })
  await expect(menu.getByRole('menuitem', { name: 'Spread horizontally' })).toHaveCount(0)
  await menu.getByRole('menuitem', { name: 'Align top edges' }).click()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Align top edges of 2 things')
})

test('the finder aligns, too, and says what it needs', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('align top')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Select two or more nodes to align them.')).toBeVisible()
})

test('arrow keys move what is selected by 8 pixels, with Shift by 40, and a burst is one step', async ({
  page,
}) => {
  await page.goto('./')
  const before = await placeOf(page, 'Client app-tier')
  await thing(page, 'Client app-tier').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => placeOf(page, 'Client app-tier')).toEqual({ x: before.x - 40, y: before.y + 16 })
  await expect(
    page.locator('[aria-live=assertive]').filter({ hasText: 'Moved left by 40 pixels' }),
  ).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf(page, 'Client app-tier')).toEqual(before)
  await expect(nothingToUndo(page)).toBeVisible()
})

test('nothing moves while the diagram is locked', async ({ page }) => {
  await page.goto('./')
  await pick(page, 'Client app-tier')
  const before = await placeOf(page, 'Client app-tier')
  await page.getByRole('button', { name: 'Lock the diagram' }).click()
  await thing(page, 'Client app-tier').focus()
  for (const key of ['ArrowDown', 'Delete', 'Control+d']) await page.keyboard.press(key)
  await expect(page.getByText('The diagram is locked.').first()).toBeVisible()
  expect(await placeOf(page, 'Client app-tier')).toEqual(before)
  await expect(nothingToUndo(page)).toBeVisible()
})

test('lines show where what is dragged is in line with other things, and everything stays on the grid', async ({
  page,
}) => {
  await page.goto('./')
  const client = await thing(page, 'Client app-tier').boundingBox()
  const rule = await thing(page, 'Load-balancing rule https-a').boundingBox()
  if (!client || !rule) throw new Error('They are not there.')
  await page.mouse.move(client.x + 60, client.y + 12)
  await page.mouse.down()
  await page.mouse.move(client.x + 61, client.y + 40, { steps: 4 })
  const wanted = (await placeOf(page, 'Load-balancing rule https-a')).y
  for (let y = rule.y + 4; (await placeOf(page, 'Client app-tier')).y !== wanted && y < rule.y + 24; y += 2) {
    await page.mouse.move(client.x + 60, y, { steps: 2 })
  }
  await expect(page.locator('.guides path:not([d=""])').first()).toBeAttached()
  await page.mouse.up()
  await expect(page.locator('.guides')).toHaveCount(0)
  const { x, y } = await placeOf(page, 'Client app-tier')
  expect([x % 8, y % 8].map(Math.abs)).toEqual([0, 0])
  expect(y).toBe(wanted)
})

/** Watches a node from now on: how many different places it stands at until it stands still again. */
async function watchPlaces(page: Page, name: string): Promise<() => Promise<number>> {
  const watch = await thing(page, name).evaluateHandle((node) => {
    const seen = new Set<string>()
    // The first time, what arranges has to be loaded first.
    let end = performance.now() + 10_000
    const places = new Promise<number>((resolve) => {
      const look = () => {
        const known = seen.size
        seen.add((node as HTMLElement).style.transform)
        if (known === 1 && seen.size === 2) end = performance.now() + 1_500
        if (performance.now() < end) requestAnimationFrame(look)
        else resolve(seen.size)
      }
      look()
    })
    return { places }
  })
  return () => watch.evaluate(({ places }) => places)
}

test('tidying up arranges everything in columns on its way there, as one step, and only when asked', async ({
  page,
  elsewhere,
}) => {
  const scatter = async (on: Page) => {
    await on.goto('./')
    await pick(on, 'Client app-tier')
    for (let press = 0; press < 5; press++) await on.keyboard.press('Shift+ArrowDown')
    await pick(on, 'Load-balancing rule https-a')
    for (let press = 0; press < 7; press++) await on.keyboard.press('Shift+ArrowDown')
  }
  await scatter(page)
  const before = await placeOf(page, 'Load-balancing rule https-a')
  const places = await watchPlaces(page, 'Load-balancing rule https-a')
  await page.keyboard.press('Shift+A')
  expect(await places()).toBeGreaterThan(3)
  const names = [
    'Client app-tier',
    'Frontend IP site-a',
    'Load-balancing rule https-a',
    'Backend pool web-pool',
    'Virtual machine web1',
  ]
  const columns = await Promise.all(names.map(async (name) => (await placeOf(page, name)).x))
  expect(columns).toEqual(columns.toSorted((one, other) => one - other))
  expect((await placeOf(page, 'Load-balancing rule https-a')).y).toBe(
    (await placeOf(page, 'Frontend IP site-a')).y,
  )
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Tidy up the diagram')
  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf(page, 'Load-balancing rule https-a')).toEqual(before)

  const still = await elsewhere({ reducedMotion: 'reduce' })
  await scatter(still)
  const fewer = await watchPlaces(still, 'Load-balancing rule https-a')
  await still.keyboard.press('Shift+A')
  expect(await fewer()).toBeLessThanOrEqual(2)
})
