import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { thing } from './steps.ts'

const menu = (page: Page, name: string) => page.getByRole('menu', { name })
const pane = (page: Page) => page.locator('.react-flow__pane')

test('the right button opens what can be done to a node, a row and the diagram', async ({ page }) => {
  await page.goto('./')
  await thing(page, 'Load-balancing rule https-a').click({ button: 'right', position: { x: 60, y: 12 } })
  await expectNoAxeViolations(page, '[role=menu]')
  await menu(page, 'https-a').getByRole('menuitem', { name: 'Play a packet' }).click()
  await expect(page.getByRole('tab', { name: 'Packet trace' })).toHaveAttribute('aria-selected', 'true')

  await thing(page, 'Virtual machine web1').click({ button: 'right', position: { x: 60, y: 12 } })
  await menu(page, 'web1').getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(thing(page, 'Virtual machine web3')).toBeVisible()
  await page.keyboard.press('Control+z')

  const listener = thing(page, 'Virtual machine web1').getByRole('button', { name: 'Select listener IIS' })
  await listener.click({ button: 'right' })
  await menu(page, 'web1 / IIS').getByRole('menuitem', { name: 'Delete' }).click()
  await expect(listener).toBeHidden()
  await page.keyboard.press('Control+z')

  await pane(page).click({ button: 'right', position: { x: 30, y: 30 } })
  await expectNoAxeViolations(page, '[role=menu]')
  await menu(page, 'Diagram').getByRole('menuitem', { name: 'Client' }).click()
  await expect(thing(page, 'Client client-1')).toBeVisible()
})

test('the menu of a node turns its switches and repairs what is wrong with it', async ({ page }) => {
  await page.goto('./')
  const [rule, machine] = [thing(page, 'Load-balancing rule https-b'), thing(page, 'Virtual machine web1')]
  const choose = async (node: typeof rule, item: string) => {
    await node.click({ button: 'right', position: { x: 60, y: 12 } })
    await page.getByRole('menu').getByRole('menuitem', { name: item, exact: true }).click()
  }
  await choose(rule, 'Turn floating IP off')
  await expect(rule).toContainText('2 of 2 answer')
  await choose(rule, 'Turn floating IP on')
  await expect(rule).toContainText('1 of 2 answer')
  await choose(rule, 'Fix')
  const fixes = page.getByRole('menu', { name: 'Fix https-b' })
  await expectNoAxeViolations(page, '.choices')
  await fixes.getByRole('menuitem').first().press('Enter')
  await expect(rule).toContainText('2 of 2 answer')

  await choose(machine, 'What if its probe is down')
  await expect(rule).toContainText('1 of 2 answer')
  await choose(machine, 'End its what-if')
  await machine.getByRole('button', { name: 'Select listener IIS' }).click({ button: 'right' })
  await menu(page, 'web1 / IIS').getByRole('menuitem', { name: 'Stop listening' }).click()
  await expect(machine.getByRole('switch', { name: 'IIS listens' })).not.toBeChecked()
})

test('the menu is opened, walked and left with the keyboard, and the focus comes back', async ({ page }) => {
  await page.goto('./')
  const rule = thing(page, 'Frontend IP site-a')
  await rule.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+F10')
  await expect(menu(page, 'site-a').getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(menu(page, 'site-a').getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page, 'site-a')).toBeHidden()
  await expect(rule).toBeFocused()

  // Nothing selected: the menu of the diagram.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F10')
  await expect(menu(page, 'Diagram')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a client is connected to a subnet without drawing a line', async ({ page }) => {
  await page.goto('./')
  await thing(page, 'Client app-tier').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+F10')
  await expect(menu(page, 'app-tier').getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('c')
  await expect(menu(page, 'app-tier').getByRole('menuitem', { name: 'Connect to' })).toBeFocused()
  await page.keyboard.press('Enter')
  const choices = page.getByRole('menu', { name: 'Connect app-tier to' })
  await choices.getByRole('menuitem', { name: 'snet-web, subnet' }).press('Enter')
  await expect(
    page.getByRole('button', { name: /^Undo: Move app-tier to snet-web and give it / }),
  ).toBeVisible()
})

test('what a locked diagram offers changes nothing', async ({ page }) => {
  await page.goto('./')
  await pane(page).click({ button: 'right', position: { x: 30, y: 30 } })
  await menu(page, 'Diagram').getByRole('menuitem', { name: 'Lock the diagram' }).click()
  await thing(page, 'Client app-tier').click({ button: 'right', position: { x: 60, y: 12 } })
  await expect(menu(page, 'app-tier').getByRole('menuitem')).toHaveText([
    /^Play a packet/,
    /^Zoom to the selection/,
    /^Copy/,
    /^Unlock the diagram/,
  ])
  await menu(page, 'app-tier').getByRole('menuitem', { name: 'Unlock the diagram' }).click()
  await expect(page.getByRole('button', { name: 'Lock the diagram' })).toBeVisible()
})

test('keys fit the diagram, zoom to the selection and back to natural size', async ({ page }) => {
  await page.goto('./')
  const percent = page.getByRole('button', { name: /^Zoom is / })
  const before = await percent.textContent()
  await thing(page, 'Client app-tier').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect(percent).not.toHaveText(before ?? '')
  await page.keyboard.press('0')
  await expect(percent).toHaveText('100 %')
  await page.keyboard.press('Shift+Home')
  await expect
    .poll(async () => {
      const box = await thing(page, 'Client app-tier').boundingBox()
      const frame = await page.locator('.react-flow').boundingBox()
      return box && frame && Math.abs(box.x + box.width / 2 - frame.x - frame.width / 2) < 8
    })
    .toBe(true)
  await page.keyboard.press('Home')
  await expect(percent).toHaveText(before ?? '')
})

test('every action is in the finder once', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  for (const name of [
    'Duplicate what is selected',
    'Lock or unlock the diagram',
    'Zoom to the selection',
    'Fit the diagram',
  ]) {
    await box.fill(name)
    await expect(page.getByRole('dialog').getByRole('option', { name })).toHaveCount(1)
  }
})
