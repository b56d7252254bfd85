import { expect, expectNoAxeViolations, test } from './fixtures.ts'

test.use({ firstVisit: true })

test('a guide of at most six steps is shown once, leaves the page usable and can be found again', async ({
  page,
}) => {
  await page.goto('./')
  const guide = page.getByRole('region', { name: 'Guide' })
  await expect(guide.getByRole('heading', { name: 'An address has one colour' })).toBeVisible()
  await expect(guide.getByText(/^1 of [1-6]$/)).toBeVisible()
  await expect(page.locator('.guide-ring')).toBeVisible()
  await expectNoAxeViolations(page, '.guide')
  // It is beside the work, not before it.
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await expect(page.getByRole('switch', { name: 'Floating IP on https-a' })).not.toBeChecked()
  // What is moved out of the canvas has no ring over the panels.
  const ring = page.locator('.guide-ring')
  for (let zoom = 0; zoom < 6; zoom++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(ring).toBeHidden()
  await page.getByRole('button', { name: /^Fit/ }).click()
  await expect(ring).toBeVisible()
  await guide.getByRole('button', { name: 'Next' }).click()
  await expect(guide.getByRole('heading')).toHaveText('Floating IP decides what the guest sees')
  await guide.getByRole('button', { name: 'Skip' }).click()
  await expect(guide).toHaveCount(0)

  await page.reload()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await expect(guide).toHaveCount(0)

  // With the keyboard alone, to its end.
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('take the guide')
  await page.keyboard.press('Enter')
  await expect(guide).toBeFocused()
  for (let step = 2; step <= 6; step++) {
    await guide.getByRole('button', { name: 'Next' }).press('Enter')
    await expect(guide.getByText(`${step} of 6`)).toBeVisible()
  }
  await guide.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(guide).toHaveCount(0)
})

test('Escape puts the guide away', async ({ page }) => {
  await page.goto('./')
  const guide = page.getByRole('region', { name: 'Guide' })
  await guide.getByRole('button', { name: 'Next' }).press('Escape')
  await expect(guide).toHaveCount(0)
})

test('who follows a link to a diagram gets no guide', async ({ page, elsewhere }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'More ways to share' }).click()
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue()
  const visitor = await elsewhere()
  await visitor.goto(link)
  await expect(visitor.locator('.react-flow__node').first()).toBeVisible()
  await expect(visitor.getByRole('region', { name: 'Guide' })).toHaveCount(0)
})

test('nothing lies under the guide, at any width', async ({ page }) => {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('./')
    const guide = page.getByRole('region', { name: 'Guide' })
    await expect(guide).toBeVisible()
    const covered = await guide.evaluate((card) => {
      const box = card.getBoundingClientRect()
      const others = ['.stage__canvas', '.properties-panel', '.bottom-panel', '.palette', '.top-bar']
      return others.filter((name) => {
        const other = document.querySelector(name)?.getBoundingClientRect()
        const across = other && other.left < box.right - 1 && box.left < other.right - 1
        return across && other.top < box.bottom - 1 && box.top < other.bottom - 1
      })
    })
    expect(covered, `at ${width}`).toEqual([])
  }
})

test('the guide stays in reach beside the properties of what is selected', async ({ page }) => {
  for (const [width, height] of [
    [1024, 768],
    [720, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto('./')
    const guide = page.getByRole('region', { name: 'Guide' })
    await expect(guide).toBeVisible()
    await page.getByRole('group', { name: /^Client app-tier,/ }).click({ position: { x: 20, y: 10 } })
    const sheet = page.getByRole('complementary', { name: 'Properties' })
    await expect(sheet).toBeVisible()
    // A press on a button that is under something fails.
    for (let step = 2; step <= 6; step++) {
      await guide.getByRole('button', { name: 'Next' }).click()
      await expect(guide.getByText(`${step} of 6`)).toBeVisible()
      const [card, panel] = [await guide.boundingBox(), await sheet.boundingBox()]
      if (!card || !panel) throw new Error('The guide and the properties are not both there.')
      const isBeside = card.x + card.width <= panel.x
      expect(isBeside || panel.y + panel.height <= card.y, `step ${step} at ${width}`).toBe(true)
    }
    await sheet.getByRole('button', { name: /^Close/ }).click()
  }
})
