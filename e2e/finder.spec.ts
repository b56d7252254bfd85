import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const finder = 'Actions and search'

test('things, problems and packets are found by address, lint rule and verdict', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: finder })
  const box = dialog.getByRole('combobox')
  await box.fill('10.0.0.101 frontend')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await box.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('site-b')

  await page.keyboard.press('Control+k')
  await box.fill('guest-address-missing')
  await box.press('Enter')
  await expect(page.getByRole('switch', { name: 'Floating IP', exact: true })).toBeFocused()

  await page.keyboard.press('Control+k')
  await expectNoAxeViolations(page, 'dialog')
  await box.fill('not answered')
  await expect(dialog.getByRole('option').first()).toContainText('site-b')
  await box.press('Enter')
  await expect(page.getByRole('tab', { name: 'Packet trace' })).toHaveAttribute('aria-selected', 'true')
})

test('nodes are found by the verdict that stands on them', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+f')
  const dialog = page.getByRole('dialog', { name: 'Find in the diagram' })
  const box = dialog.getByRole('combobox')
  await box.fill('guest drops 10.0.0.101:443')
  await expect(dialog.getByRole('option').first()).toContainText(
    'virtual machine · Guest drops 10.0.0.101:443',
  )
  await box.fill('1 of 2 answer')
  await expect(dialog.getByRole('option').first()).toContainText('load-balancing rule · 1 of 2 answer')
  await box.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('https-b')
})

test('an action runs from the keyboard, and Ctrl F leaves actions out', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: finder })
  await dialog.getByRole('combobox').fill('dark theme')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+f')
  const find = page.getByRole('dialog', { name: 'Find in the diagram' })
  await find.getByRole('combobox').fill('dark theme')
  await expect(find.getByText('Nothing matches')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(find).toBeHidden()
})
