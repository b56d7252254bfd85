import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const properties = (page: Page) => page.getByRole('complementary', { name: 'Properties' })
const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })

/** Selects things one after the other through the rows that lead from one to the next. */
async function openThing(page: Page, ...names: readonly string[]): Promise<void> {
  await page.goto('./')
  for (const name of names) {
    await properties(page).getByTitle(name, { exact: true }).click()
  }
}

test('a field says what is wrong while it is typed, and one stay in it is one step for undo', async ({
  page,
}) => {
  await openThing(page, 'Select frontend IP site-b', 'Select load-balancing rule https-b')
  const port = properties(page).getByRole('textbox', { name: 'Frontend port' })
  await port.fill('44a')
  await expect(port).toHaveAttribute('aria-invalid', 'true')
  await expect(port).toHaveAccessibleDescription(/whole number from 0 to 65534.*keeps 443/)
  await port.press('Escape')
  await expect(port).toHaveValue('443')
  await port.fill('')
  await port.pressSequentially('8443')
  await expect(port).toHaveAttribute('aria-invalid', 'false')
  await page.getByRole('button', { name: 'Undo: Change frontend port of https-b' }).click()
  await expect(port).toHaveValue('443')
})

test('an address outside its subnet reaches the diagram and is reported beside the field', async ({
  page,
}) => {
  await openThing(page, 'Select frontend IP site-b')
  const address = properties(page).getByRole('textbox', { name: 'Private IP address' })
  await address.fill('10.0.1.5')
  await expect(address).toHaveAccessibleDescription('10.0.1.5 is not in snet-web (10.0.0.0/24).')
  await address.fill('')
  await expect(address).toHaveAttribute('placeholder', 'Not set')
  await expect(address).toHaveAttribute('aria-invalid', 'false')
})

test('F8 opens the problem at its field, and a fix takes it away', async ({ page }) => {
  await page.goto('./')
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
  await page.keyboard.press('F8')
  await expect(properties(page).getByRole('heading', { name: 'https-b' })).toBeVisible()
  await expect(properties(page).getByRole('switch', { name: 'Floating IP' })).toBeFocused()
  await expect(bottom(page).getByText('web2 has no interface with 10.0.0.101')).toBeVisible()
  await bottom(page).getByRole('button', { name: /^Why/ }).click()
  await expect(page.getByRole('dialog', { name: 'Lint rules' }).getByText('What to do')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoAxeViolations(page, '.bottom-panel')
  await bottom(page).getByRole('button', { name: /^Fix:/ }).click()
  await expect(bottom(page).getByText('Nothing is wrong.')).toBeVisible()
  await expect(bottom(page).getByText('0 errors, 0 new')).toBeAttached()
  await expect(page).toHaveTitle('Two TLS sites on one port – Floatpath')
  await page.getByRole('button', { name: /^Undo: Add 10\.0\.0\.101/ }).click()
  await expect(bottom(page).getByText('1 error, 1 new')).toBeAttached()
})

test('the trace is read hop by hop with the keyboard alone', async ({ page }) => {
  await page.goto('./')
  await bottom(page).getByLabel('Flow to trace').selectOption({ label: '✕ app-tier → site-b:443 → web2' })
  await expect(bottom(page).getByText('Dropped in web2’s guest: nothing holds 10.0.0.101')).toBeVisible()
  await bottom(page).getByRole('button', { name: 'Step 1, app-tier' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(bottom(page).getByRole('button', { name: 'Step 2, lb-web / https-b' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(bottom(page).locator('[aria-current=step]')).toHaveAccessibleName(/web2/)
  await expect(bottom(page).getByRole('row', { name: 'Not reached' })).toContainText('IIS')
  await bottom(page).getByRole('button', { name: 'web1: Answered' }).click()
  await expect(bottom(page).getByRole('rowheader', { name: 'Reply' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panels are accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('./')
    await expectNoAxeViolations(page, '.properties-panel')
    await expectNoAxeViolations(page, '.bottom-panel')
    await properties(page).getByTitle('Select frontend IP site-b', { exact: true }).click()
    await expectNoAxeViolations(page, '.properties-panel')
    await properties(page).getByTitle('Select load-balancing rule https-b', { exact: true }).click()
    await properties(page)
      .getByRole('tab', { name: /Problems/ })
      .click()
    await expect(properties(page).getByText('https-b reaches 2 of 2 backends')).toBeVisible()
    await expectNoAxeViolations(page, '.properties-panel')
  })
}
