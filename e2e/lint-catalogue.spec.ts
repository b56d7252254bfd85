import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function openProblems(page: Page): Promise<void> {
  await page.goto('./')
  await bottom(page)
    .getByRole('tab', { name: /^Problems/ })
    .click()
  await expect(bottom(page).getByText('web2 has no interface with 10.0.0.101')).toBeVisible()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`“Why?” opens the page with the packet that dies, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openProblems(page)
    await bottom(page).getByRole('button', { name: /^Why/ }).click()
    const rules = dialog(page, 'Lint rules')
    await expect(
      rules.getByRole('heading', { name: 'A guest does not hold the frontend address' }),
    ).toBeVisible()
    await expect(rules.getByText('The packet that dies')).toBeVisible()
    await expect(rules.getByText('Dropped in vm2’s guest: nothing holds 10.0.0.100')).toBeVisible()
    await expect(rules.getByText('vm2 gets a loopback adapter with 10.0.0.100/32.')).toBeVisible()
    await expect(rules.getByRole('link', { name: /floating IP configuration/ }).first()).toBeVisible()
    await expectNoAxeViolations(page, 'dialog')
    await page.keyboard.press('Escape')
    await expect(rules).toBeHidden()
    await expectNoAxeViolations(page, '.bottom-panel')
  })
}

test('the catalogue is found from the shortcuts and searched by Azure’s error code', async ({ page }) => {
  await openProblems(page)
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await dialog(page, 'Shortcuts').getByRole('button', { name: 'Lint rules' }).click()
  const rules = dialog(page, 'Lint rules')
  await rules.getByRole('searchbox').fill('RulesUseSameBackendPortProtocolAndPool')
  await rules
    .getByRole('button', { name: /backend-port-reused/ })
    .first()
    .click()
  await expect(
    rules.getByRole('article').getByText('RulesUseSameBackendPortProtocolAndPool', { exact: true }),
  ).toBeVisible()
  await rules.getByRole('searchbox').fill('xyzzy')
  await expect(rules.getByText('No lint rule matches. Try fewer words.')).toBeVisible()
  await rules.getByRole('searchbox').fill('')
  await rules.getByRole('button', { name: 'Info', exact: true }).click()
  await expect(rules.getByRole('button', { name: /guest-unknown/ })).toBeVisible()
  await expectNoAxeViolations(page, 'dialog')
})

test('a finding is accepted with a reason, counted apart, and taken up again', async ({ page }) => {
  await openProblems(page)
  await bottom(page)
    .getByRole('button', { name: /^Accept with a reason/ })
    .click()
  const ask = dialog(page, 'Accept with a reason')
  await expect(ask.getByRole('button', { name: 'Accept' })).toBeDisabled()
  await ask.getByRole('textbox', { name: 'Reason' }).fill('web2 joins next week')
  await expectNoAxeViolations(page, 'dialog')
  await page.keyboard.press('Enter')
  await expect(bottom(page).getByText('Reason: web2 joins next week')).toBeVisible()
  await expect(bottom(page).getByRole('tab', { name: /^Problems/ })).toContainText('1 accepted')
  await expect(page).toHaveTitle('Two TLS sites on one port – Floatpath')
  await expectNoAxeViolations(page, '.bottom-panel')
  await bottom(page)
    .getByRole('button', { name: /^No longer accept/ })
    .click()
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
  await page.getByRole('button', { name: 'Undo: No longer accept guest-address-missing' }).click()
  await expect(bottom(page).getByText('Reason: web2 joins next week')).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Accept guest-address-missing' }).click()
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
})

test('everything that has one fix is fixed as one step', async ({ page }) => {
  await openProblems(page)
  await bottom(page).getByRole('button', { name: 'Fix everything that has one fix' }).click()
  await expect(page.getByText('1 fix made, 0 problems left.')).toBeVisible()
  await expect(bottom(page).getByText('Nothing is wrong.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Fix everything that has one fix' }).click()
  await expect(bottom(page).getByText('web2 has no interface with 10.0.0.101')).toBeVisible()
})
