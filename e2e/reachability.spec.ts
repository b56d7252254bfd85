import type { Page } from '@playwright/test'
import { sqlAvailabilityGroup } from '../src/core/scenarios/sql-availability-group.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { importDocument } from './steps.ts'

const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })
const form = (page: Page) => page.getByRole('form', { name: 'Your flow' })
const picker = (page: Page) => bottom(page).getByLabel('Flow to trace')
const grid = (page: Page) => bottom(page).getByRole('grid')
const openGrid = (page: Page) => bottom(page).getByRole('tab', { name: 'Reachability' }).click()

test('any flow can be traced, stays while the diagram is edited, and can be removed', async ({ page }) => {
  await page.goto('./')
  await bottom(page).getByRole('button', { name: 'Trace another flow' }).click()

  // The form begins with the flow that is watched; a change is traced as it is typed.
  await expect(form(page).getByRole('combobox', { name: 'From' })).toBeFocused()
  await expect(form(page).getByRole('combobox', { name: 'To', exact: true })).toHaveValue('site-b')
  const port = form(page).getByRole('textbox', { name: 'Port' })
  await port.fill('8443')
  await expect(bottom(page).getByText('Dropped at the frontend: no rule takes site-b:8443')).toBeVisible()
  await port.fill('84430')
  await expect(port).toHaveAccessibleDescription('A port is a whole number from 1 to 65535.')
  await port.fill('8443')
  await expectNoAxeViolations(page, '.bottom-panel')

  // It is on offer beside the flows that the diagram is meant for, and an edit does not take it away.
  await page.keyboard.press('Escape')
  await expect(bottom(page).getByRole('button', { name: 'Edit your flow' })).toBeFocused()
  await picker(page).selectOption({ label: '✓ app-tier → site-a:443 → web1' })
  await page.getByRole('switch', { name: 'Floating IP on https-b' }).click()
  await picker(page).selectOption({ label: '✕ app-tier → site-b:8443' })
  await page.keyboard.press('Control+z')
  await expect(bottom(page).getByText('Dropped at the frontend: no rule takes site-b:8443')).toBeVisible()

  await bottom(page).getByRole('button', { name: 'Edit your flow' }).click()
  await form(page).getByRole('button', { name: 'Remove your flow' }).click()
  await expect(form(page)).toBeHidden()
  await expect(picker(page)).not.toContainText('8443')
})

test('a VM calls out, bound to an address that Azure does not know', async ({ page }) => {
  await page.goto('./')
  await bottom(page).getByRole('button', { name: 'Trace another flow' }).click()
  await form(page).getByRole('combobox', { name: 'From' }).fill('web1')
  await form(page).getByRole('combobox', { name: 'To', exact: true }).fill('203.0.113.80')
  await expect(form(page)).toContainText('A connection out of the virtual network.')
  await form(page).getByRole('combobox', { name: 'Source address' }).fill('10.0.0.100')
  await expect(bottom(page).getByText('the source is no address of its NIC').first()).toBeVisible()
  await form(page).getByRole('combobox', { name: 'From' }).fill('app-tier')
  await form(page).getByRole('combobox', { name: 'To', exact: true }).fill('2001:db8::1')
  await expect(bottom(page).getByRole('status').filter({ hasText: 'IPv6' })).toBeVisible()
})

test('the grid shows which address each guest sees, and opens the trace behind a cell', async ({ page }) => {
  await page.goto('./')
  await openGrid(page)
  await expect(grid(page).getByRole('row')).toHaveCount(3)
  await expect(grid(page).getByRole('row', { name: /https-a/ })).toContainText('2 of 2')
  const failing = grid(page).getByRole('button', { name: '10.0.0.101, https-b to web2: Dropped' })
  await expect(failing).toHaveAttribute('title', 'Dropped in web2’s guest: nothing holds 10.0.0.101')

  await bottom(page).getByRole('button', { name: 'Failing 1' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await bottom(page).getByRole('searchbox', { name: 'Filter rules' }).fill('site-a')
  await expect(bottom(page).getByText('No rule matches the filter.')).toBeVisible()
  await bottom(page).getByRole('searchbox', { name: 'Filter rules' }).fill('')

  await failing.click()
  await expect(bottom(page).getByRole('tab', { name: 'Packet trace' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(picker(page).locator('option:checked')).toHaveText('✕ app-tier → site-b:443 → web2')
  await expect(bottom(page).locator('[aria-current=step]')).toHaveAccessibleName(/web2/)
})

test('the grid is walked with the arrow keys and follows an edit', async ({ page }) => {
  await page.goto('./')
  await openGrid(page)
  await bottom(page).getByRole('button', { name: 'Failing 1' }).focus()
  await page.keyboard.press('Tab')
  await expect(grid(page).getByRole('button', { name: 'https-a', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const cell = grid(page).getByRole('button', { name: /https-b to web2/ })
  await expect(cell).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await expect(grid(page).getByRole('button', { name: /https-a to web1/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bottom(page).getByText('Answered by web1')).toBeVisible()

  await openGrid(page)
  await page.getByRole('switch', { name: 'Floating IP on https-b' }).click()
  await expect(cell).toHaveAccessibleName('10.0.0.5, https-b to web2: Answered')
})

test('a member without the cluster address stands by, and each client can be asked for', async ({ page }) => {
  await page.goto('./')
  await importDocument(page, sqlAvailabilityGroup.document)
  await openGrid(page)
  const standby = grid(page).getByRole('button', { name: /^Standby, listener to sql2/ })
  await expect(standby).toBeVisible()
  await expect(bottom(page).getByRole('button', { name: 'Failing 0' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Client' })).toBeVisible()
  await bottom(page).getByRole('combobox', { name: 'Client' }).selectOption('10.0.1.4')
  await expect(grid(page).getByRole('columnheader', { name: 'Client' })).toBeHidden()
  await standby.click()
  await expect(picker(page).locator('option:checked')).toHaveText('10.0.1.4 → listener:1433 → sql2')
  await expect(bottom(page).getByText('Dropped at the frontend: sql2 does not pass its probe')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`form and grid are accessible in the ${colorScheme} theme on a small page`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('./')
    await openGrid(page)
    await expect(grid(page)).toBeVisible()
    await expectNoAxeViolations(page, '.bottom-panel')
    await bottom(page).getByRole('tab', { name: 'Packet trace' }).click()
    await bottom(page).getByRole('button', { name: 'Trace another flow' }).click()
    await form(page).getByRole('textbox', { name: 'Port' }).fill('no')
    await expectNoAxeViolations(page, '.bottom-panel')
  })
}
