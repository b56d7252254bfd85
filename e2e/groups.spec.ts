import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { boxOf, thing, undoButton } from './steps.ts'

const placeOf = (page: Page, name: string) =>
  thing(page, name).evaluate((node) => {
    const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform)
    return { x: m41, y: m42 }
  })

test('a machine dragged into another subnet gets an address there, which is said and can be taken back', async ({
  page,
}) => {
  await page.goto('./')
  await thing(page, 'Virtual network vnet-web').focus()
  await page.keyboard.press('s')
  await expect(thing(page, 'Subnet snet-1')).toBeVisible()
  await page.keyboard.press('Home')
  const [machine, subnet] = [await boxOf(page, 'Virtual machine web1'), await boxOf(page, 'Subnet snet-1')]
  await page.mouse.move(machine.x + 60, machine.y + 12)
  await page.mouse.down()
  await page.mouse.move(machine.x + 70, machine.y + 30, { steps: 4 })
  await page.mouse.move(subnet.x + subnet.width / 2, subnet.y + subnet.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(thing(page, 'Virtual machine web1')).toHaveAccessibleName(/10\.0\.1\.4/)
  await expect(page.getByText('web1 is in snet-1 now, with 10.0.1.4.')).toBeVisible()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move web1 to snet-1 and give it 10.0.1.4')
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect(thing(page, 'Virtual machine web1')).toHaveAccessibleName(/10\.0\.0\.4/)
})

test('from afar the name of a frame stands over it, and under that of the frame around it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await page.goto('./')
  const [network, subnet] = [thing(page, 'Virtual network vnet-web'), thing(page, 'Subnet snet-web')]
  await expect(page.locator('.canvas')).toHaveAttribute('data-far', 'names')
  const edges = async () => {
    const names = [network, subnet].map((node) => node.locator('.container__header').boundingBox())
    const [outer, inner, frame] = await Promise.all([...names, subnet.boundingBox()])
    if (!outer || !inner || !frame) throw new Error('They are not drawn.')
    return { between: inner.y - outer.y - outer.height, below: frame.y - inner.y - inner.height }
  }
  await expect.poll(async () => Math.abs((await edges()).below)).toBeLessThan(2)
  await expect.poll(async () => (await edges()).between).toBeGreaterThan(-2)
})

test('from farther away small nodes keep their names, clear of those beside them', async ({ page }) => {
  await page.goto('./')
  const canvas = page.locator('.canvas')
  const zoomOut = page.getByRole('button', { name: 'Zoom out' })
  await expect(async () => {
    await zoomOut.click()
    await expect(canvas).toHaveAttribute('data-far', 'machines', { timeout: 300 })
  }).toPass()
  const names = [
    'Client app-tier',
    'Frontend IP site-b',
    'Load-balancing rule https-b',
    'Backend pool web-pool',
  ]
  const boxes = () =>
    Promise.all(
      names.map((name) =>
        thing(page, name)
          .locator('.node__name')
          .evaluate((one) => {
            const { left, right, height } = one.getBoundingClientRect()
            return { left, right, height, whole: one.scrollWidth <= one.clientWidth }
          }),
      ),
    )
  await expect.poll(async () => Math.min(...(await boxes()).map(({ height }) => height))).toBeGreaterThan(10)
  const found = await boxes()
  // A pool is narrower than the rest: a long name is cut there, with three dots.
  expect(found.slice(0, -1).map(({ whole }) => whole)).toEqual([true, true, true])
  for (const [index, { right }] of found.slice(0, -1).entries())
    expect(right).toBeLessThanOrEqual(found[index + 1]?.left ?? 0)
})

test('a dragged container takes along what is in it, as one step', async ({ page }) => {
  await page.goto('./')
  const names = ['Load balancer lb-web', 'Frontend IP site-a', 'Backend pool web-pool']
  const before = await Promise.all(names.map((name) => placeOf(page, name)))
  const frame = await boxOf(page, 'Load balancer lb-web')
  await page.mouse.move(frame.x + 30, frame.y + 12)
  await page.mouse.down()
  await page.mouse.move(frame.x + 30, frame.y + 60, { steps: 6 })
  await page.mouse.up()
  const after = await Promise.all(names.map((name) => placeOf(page, name)))
  const moves = after.map(({ x, y }, index) => [x - (before[index]?.x ?? 0), y - (before[index]?.y ?? 0)])
  expect(moves[0]?.[1]).toBeGreaterThan(0)
  expect(moves).toEqual([moves[0], moves[0], moves[0]])
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move lb-web')
})

test('a pool of more than eight machines, which stand in one line each, folds and unfolds', async ({
  page,
}) => {
  await page.goto('./')
  await thing(page, 'Virtual machine web1').click({ position: { x: 60, y: 12 } })
  for (let machine = 3; machine <= 10; machine++) {
    await page.keyboard.press('Control+d')
    await expect(thing(page, `Virtual machine web${machine}`)).toBeVisible()
  }
  const pool = thing(page, 'Backend pool web-pool')
  await pool.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Home')
  await expect(thing(page, 'Virtual machine web5')).toContainText('2 of 2 answer')
  const height = async () => (await pool.boundingBox())?.height ?? 0
  const start = await height()
  await pool.getByRole('button', { name: 'Show all members of web-pool, 2 more' }).click()
  await expect(pool.getByRole('button', { name: 'web10' })).toBeVisible()
  expect(await height()).toBeGreaterThan(start)
  await expectNoAxeViolations(page, '.node')
  await pool.getByRole('button', { name: 'Fold the members of web-pool' }).click()
  await expect(pool.getByRole('button', { name: 'web1', exact: true })).toBeHidden()
  await expect.poll(height).toBeLessThan(start)
  await expect(pool).toContainText('10 members')
  await page.reload()
  await pool.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Home')
  await expect(pool.getByRole('button', { name: 'Show the members of web-pool' })).toBeVisible()
  await pool.getByRole('button', { name: 'Show the members of web-pool' }).click()
  await expect(pool).toContainText('and 2 more')
})
