import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { boxOf, thing, undoButton } from './steps.ts'

interface Point {
  readonly x: number
  readonly y: number
}

test.use({ hasTouch: true })

const percent = (page: Page) => page.getByRole('button', { name: /^Zoom is / })

/** Fingers on the screen, as the browser gets them from a touch screen. */
async function fingers(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id })),
    })
  return {
    down: (...points: Point[]) => send('touchStart', points),
    up: () => send('touchEnd', []),
    /** Moves every finger from one place to another in several steps. */
    slide: async (from: readonly Point[], to: readonly Point[]) => {
      for (let step = 1; step <= 8; step++) {
        const between = from.map(({ x, y }, index) => ({
          x: x + (((to[index]?.x ?? x) - x) * step) / 8,
          y: y + (((to[index]?.y ?? y) - y) * step) / 8,
        }))
        await send('touchMove', between)
      }
    },
  }
}

test('a finger selects, drags, pans and zooms', async ({ page }) => {
  await page.goto('./')
  const touch = await fingers(page)
  const client = await boxOf(page, 'Client app-tier')
  await page.touchscreen.tap(client.x + 60, client.y + 12)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('app-tier')

  const start = { x: client.x + 60, y: client.y + 12 }
  const end = { x: start.x, y: start.y + 96 }
  await touch.down(start)
  await touch.slide([start], [end])
  await touch.up()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move app-tier')
  const moved = await boxOf(page, 'Client app-tier')
  expect(moved.y).toBeGreaterThan(client.y + 60)

  // On free ground the same gesture moves the view and nothing in it.
  const frame = await page.locator('.react-flow').boundingBox()
  if (!frame) throw new Error('There is no canvas.')
  const ground = { x: frame.x + 60, y: frame.y + 40 }
  await touch.down(ground)
  await touch.slide([ground], [{ x: ground.x + 80, y: ground.y + 40 }])
  await touch.up()
  await expect
    .poll(async () => Math.round((await boxOf(page, 'Client app-tier')).x - moved.x))
    .toBeGreaterThan(50)
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move app-tier')

  const before = Number.parseInt((await percent(page).textContent()) ?? '', 10)
  const [left, right] = [
    { x: frame.x + 80, y: frame.y + 60 },
    { x: frame.x + 120, y: frame.y + 60 },
  ]
  await touch.down(left, right)
  await touch.slide(
    [left, right],
    [
      { x: left.x - 40, y: left.y },
      { x: right.x + 60, y: right.y },
    ],
  )
  await touch.up()
  await expect
    .poll(async () => Number.parseInt((await percent(page).textContent()) ?? '', 10))
    .toBeGreaterThan(before)
})

test('a resting finger opens the menu, and a tap chooses from it', async ({ page }) => {
  await page.goto('./')
  const touch = await fingers(page)
  const machine = await boxOf(page, 'Virtual machine web1')
  await touch.down({ x: machine.x + 60, y: machine.y + 12 })
  const menu = page.getByRole('menu', { name: 'web1' })
  await expect(menu).toBeVisible()
  await touch.up()
  await expect(menu).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Duplicate' }).tap()
  await expect(thing(page, 'Virtual machine web3')).toBeVisible()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Duplicate virtual machine web1 as web3')
})

test('two taps on handles connect, as does drawing a line with the finger', async ({ page }) => {
  await page.goto('./')
  const handle = async (name: string, side: 'in' | 'out') => {
    const box = await thing(page, name).locator(`.react-flow__handle[data-handleid=${side}]`).boundingBox()
    if (!box) throw new Error(`${name} has no such handle.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const touch = await fingers(page)
  const [from, to] = [
    await handle('Frontend IP site-b', 'out'),
    await handle('Load-balancing rule https-a', 'in'),
  ]
  await page.touchscreen.tap(from.x, from.y)
  await page.touchscreen.tap(to.x, to.y)
  await expect(undoButton(page)).toHaveAccessibleName(/https-a/)
  const label = await undoButton(page).getAttribute('aria-label')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()

  await touch.down(from)
  await touch.slide([from], [to])
  await touch.up()
  await expect(undoButton(page)).toHaveAccessibleName(label ?? '')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true })

  test('two things are connected by the menu that a resting finger opens', async ({ page }) => {
    await page.goto('./')
    const touch = await fingers(page)
    const frontend = await boxOf(page, 'Frontend IP site-b')
    await touch.down({ x: frontend.x + frontend.width / 2, y: frontend.y + frontend.height / 2 })
    const menu = page.getByRole('menu', { name: 'site-b' })
    await expect(menu).toBeVisible()
    await touch.up()
    await menu.getByRole('menuitem', { name: 'Connect to' }).tap()
    await page.getByRole('menuitem', { name: 'https-a, load-balancing rule' }).tap()
    await expect(undoButton(page)).toHaveAccessibleName(/https-a/)
    await expect(thing(page, 'Frontend IP site-b')).toBeVisible()
  })
})
