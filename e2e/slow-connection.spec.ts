import { expect, test } from './fixtures.ts'

const finder = '**/FinderDialog-*.js'

test('what is typed before the finder is there waits for it, and reaches nothing else', async ({ page }) => {
  let letThrough = () => {}
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(finder, async (route) => {
    await gate
    await route.continue()
  })
  await page.goto('./')
  await expect(page.getByRole('group', { name: /^Client app-tier/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('https-bx')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()
  letThrough()
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('https-b')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('')
})

test('a part of the page that does not come is said, and the keyboard goes on', async ({
  page,
  pageProblems,
}) => {
  await page.route(finder, (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('group', { name: /^Client app-tier/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('alert').getByText(/^This part of the page could not be loaded/)).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('button', { name: /^Undo: Add client/ })).toBeVisible()

  await page.unroute(finder)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('group', { name: /^Client / })).toHaveCount(2)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  const isExpected = (problem: string) => problem.includes('Failed to load resource')
  expect(pageProblems.filter((problem) => !isExpected(problem))).toEqual([])
  pageProblems.length = 0
})
