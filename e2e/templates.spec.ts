import { expect, expectNoAxeViolations, test } from './fixtures.ts'

test('a template is found by its symptom, opened with the keyboard and taken back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('menuitem', { name: 'Templates' }).click()
  const dialog = page.getByRole('dialog', { name: 'Templates' })
  await expect(dialog).toBeVisible()
  await page.keyboard.type('nobody sees this')
  await expect(dialog.getByText('No template matches')).toBeVisible()
  const find = dialog.getByRole('searchbox', { name: 'Find a template' })
  await find.fill('weak host send')
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ templates?$/)
  await expect(dialog.getByText('Starts broken').first()).toBeVisible()
  await dialog.getByRole('button', { name: /Windows.*send/i }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Opened the template')).toBeVisible()
  await expect(page.locator('.react-flow__node').filter({ hasText: 'win1' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.locator('.react-flow__node').filter({ hasText: 'web1' }).first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the gallery is accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await page.getByRole('button', { name: 'New' }).click()
    await page.getByRole('menuitem', { name: 'Templates' }).click()
    await expect(page.getByRole('dialog', { name: 'Templates' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
}
