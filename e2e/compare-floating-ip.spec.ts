import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const side = (page: Page, word: 'on' | 'off') => page.getByRole('region', { name: `Floating IP ${word}` })
const rowAt = (page: Page, word: 'on' | 'off', place: string) =>
  side(page, word).getByRole('row').filter({ hasText: place }).first()
const canvas = (page: Page) => page.locator('.packet-layer')

test('a rule’s packet is shown with floating IP on and off side by side', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Compare floating IP on and off for https-b' }).click()

  await expect(side(page, 'on')).toContainText('set now')
  await expect(side(page, 'on')).toContainText('Dropped in web2’s guest')
  await expect(side(page, 'off')).toContainText('Answered by web2')
  await expect(rowAt(page, 'on', 'Azure host').getByRole('cell').nth(3)).toHaveText('10.0.0.101:443')
  await expect(rowAt(page, 'off', 'Azure host').getByRole('cell').nth(3)).toHaveText('10.0.0.5:443')
  await expect(rowAt(page, 'off', 'Azure host').getByRole('img', { name: 'differs' })).toBeVisible()
  await expect(rowAt(page, 'off', 'app-tier').getByRole('img', { name: 'differs' })).toHaveCount(0)

  // One transport moves both packets.
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('slider', { name: 'Position of the packet' }).press('End')
  await expect(page.getByRole('button', { name: 'Play both' })).toBeVisible()
  await expect(canvas(page).locator('.packet')).toHaveCount(2)
  await expect(canvas(page)).toContainText('Dropped in web2’s guest: nothing holds 10.0.0.101')
  await expect(side(page, 'off').getByRole('row').last().getByRole('button')).toHaveAttribute(
    'aria-current',
    'step',
  )
  await expectNoAxeViolations(page, '.bottom-panel')

  // The other way can be taken at once, and undone.
  await side(page, 'off').getByRole('button', { name: 'Turn off' }).click()
  await expect(side(page, 'off')).toContainText('set now')
  await expect(page.getByRole('switch', { name: 'Floating IP on https-b' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Undo: Disable floating IP on https-b' }).click()
  await expect(side(page, 'on')).toContainText('set now')
})

test('the comparison is opened by keyboard from the finder and left from the trace', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('compare floating')
  await page.keyboard.press('Enter')
  await expect(side(page, 'on')).toBeVisible()
  const step = side(page, 'on').getByRole('button', { name: /^Step 1,/ })
  await page.getByRole('button', { name: 'Pause' }).press('Enter')
  await page.getByRole('slider', { name: 'Position of the packet' }).press('Home')
  await step.focus()
  await page.keyboard.press('ArrowDown')
  await expect(side(page, 'on').getByRole('button', { name: /^Step 2,/ })).toBeFocused()
  await expect(side(page, 'off').getByRole('button', { name: /^Step 2,/ })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await page.getByRole('button', { name: 'Floating IP on and off side by side' }).press('Enter')
  await expect(side(page, 'on')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Step 2, lb-web / https-b' })).toHaveAttribute(
    'aria-current',
    'step',
  )
})

test('the properties of a rule open its comparison', async ({ page }) => {
  await page.goto('./')
  const properties = page.getByRole('complementary', { name: 'Properties' })
  await properties.getByTitle('Select frontend IP site-a', { exact: true }).click()
  await properties.getByTitle('Select load-balancing rule https-a', { exact: true }).click()
  await properties.getByRole('button', { name: 'Compare floating IP on and off' }).click()
  await expect(page.getByText('https-a is answered either way')).toBeVisible()
})
