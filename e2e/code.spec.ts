import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })
const properties = (page: Page) => page.getByRole('complementary', { name: 'Properties' })
const editor = (page: Page) => bottom(page).getByRole('textbox', { name: 'The diagram as JSON' })
const said = (page: Page) => bottom(page).locator('.code-view__said')
const inStep = 'Text and diagram say the same.'
const takeDiagram = (page: Page) => bottom(page).getByRole('button', { name: 'Take the diagram' })

async function openCode(page: Page): Promise<void> {
  await page.goto('./')
  await bottom(page).getByRole('tab', { name: 'Code', exact: true }).click()
  await bottom(page).getByRole('button', { name: 'Use the height of the page' }).click()
  await expect(editor(page)).toContainText('"Two TLS sites on one port"')
}

/** Goes to the first place of a text by the editor's own search, with the cursor after it. */
async function goTo(page: Page, text: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const search = bottom(page).getByRole('textbox', { name: 'Find' })
  await search.selectText()
  await page.keyboard.type(text)
  await search.press('Enter')
  await search.press('Escape')
  await page.keyboard.press('ArrowRight')
}

test('what is written reaches the diagram as one step, and the diagram the text', async ({ page }) => {
  await openCode(page)
  await goTo(page, '"name": "site-b')
  await page.keyboard.type('-new')
  await expect(said(page)).toContainText(inStep)
  await expect(properties(page).getByRole('heading', { name: 'site-b-new' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo: Edit the JSON' }).click()
  await expect(editor(page)).not.toContainText('site-b-new')
  await page.getByRole('button', { name: 'Redo: Edit the JSON' }).click()
  await expect(editor(page)).toContainText('site-b-new')

  await properties(page).getByRole('textbox', { name: 'Private IP address' }).fill('10.0.0.77')
  await expect(editor(page)).toContainText('10.0.0.77')
})

test('text that cannot be read says where and why, and leaves the diagram as it was', async ({ page }) => {
  await openCode(page)
  await goTo(page, '"version": 1')
  await page.keyboard.type(' oops')
  await expect(said(page)).toContainText(/Line 2, column \d+: A comma or } is expected here\./)
  await expect(said(page)).toContainText('The diagram stays as it was.')
  await expectNoAxeViolations(page, '.bottom-panel')

  // The text is still there after a look at another tab.
  await bottom(page)
    .getByRole('tab', { name: /^Problems/ })
    .click()
  await bottom(page).getByRole('tab', { name: 'Code', exact: true }).click()
  await expect(editor(page)).toContainText('1 oops')
  await expect(said(page)).toContainText('Line 2')

  // A change of the diagram meanwhile is not lost, and neither is the text, until somebody says so.
  await bottom(page).getByRole('button', { name: 'Show the canvas again' }).click()
  await page.getByRole('switch', { name: 'Floating IP on https-b' }).click()
  await expect(bottom(page).getByRole('alert')).toContainText('Both are still there.')
  await expect(editor(page)).toContainText('1 oops')
  await expectNoAxeViolations(page, '.bottom-panel')
  await takeDiagram(page).click()
  await expect(editor(page)).not.toContainText('oops')
  await expect(said(page)).not.toContainText('Line 2')
  await expect(page.getByRole('switch', { name: 'Floating IP on https-b' })).not.toBeChecked()

  // The other answer.
  await goTo(page, '"version": 1')
  await page.keyboard.type('x')
  await expect(said(page)).toContainText('Line 2')
  await page.getByRole('switch', { name: 'Floating IP on https-b' }).click()
  await expect(takeDiagram(page)).toBeVisible()
  await goTo(page, '"version": 1')
  await page.keyboard.press('Delete')
  await expect(bottom(page).getByRole('alert')).toContainText('The text can be read again.')
  await expect(page.getByRole('switch', { name: 'Floating IP on https-b' })).toBeChecked()
  await bottom(page).getByRole('button', { name: 'Take the text' }).click()
  await expect(page.getByRole('switch', { name: 'Floating IP on https-b' })).not.toBeChecked()
  await expect(bottom(page).getByRole('alert')).toBeHidden()
})

test('JSON that is no diagram is refused at its place', async ({ page }) => {
  await openCode(page)
  await goTo(page, '"port": ')
  for (let digit = 0; digit < 4; digit++) await page.keyboard.press('Delete')
  await page.keyboard.type('"many')
  await expect(said(page)).toContainText(/Line \d+, column \d+: This must be a number\./)
  await page.keyboard.press('Control+z')
  await expect(said(page)).not.toContainText('This must be a number.')
})

test('cursor and selection go together', async ({ page }) => {
  await openCode(page)
  await goTo(page, '"loadBalancingRule/https-b')
  await expect(properties(page).getByRole('heading', { name: 'https-b' })).toBeVisible()
  await bottom(page).getByRole('button', { name: 'Show the canvas again' }).click()
  await page
    .locator('.react-flow__node', { hasText: 'web2' })
    .last()
    .click({ position: { x: 20, y: 8 } })
  await expect(editor(page).getByText('"virtualMachine/web2"').first()).toBeInViewport()
  await expect(editor(page).locator('.cm-activeLine')).toContainText('"virtualMachine/web2"')
})

test('findings stand at their field, with their fix', async ({ page }) => {
  await openCode(page)
  await editor(page).focus()
  await page.keyboard.press('F8')
  await expect(said(page)).toContainText('Error: web2 has no interface with 10.0.0.101')
  await expect(properties(page).getByRole('heading', { name: 'https-b' })).toBeVisible()
  await bottom(page)
    .getByRole('button', { name: /Add 10\.0\.0\.101/ })
    .first()
    .click()
  await expect(said(page)).toContainText(inStep)
  await page.getByRole('button', { name: /^Undo: Add 10\.0\.0\.101/ }).click()
})

test('names and values are completed with the keyboard alone', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find an action/ }).fill('as json')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeVisible()
  await goTo(page, '"loadBalancingRule/https-b": {')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"enableT')
  const offers = bottom(page).getByRole('listbox')
  await expect(offers.getByRole('option').first()).toContainText('enableTcpReset')
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Space')
  await expect(editor(page)).toContainText('"enableTcpReset": true,')
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText(inStep)

  await goTo(page, '"probe": "')
  await page.keyboard.press('Control+Space')
  await expect(offers.getByRole('option', { name: /probe\/health/ })).toBeVisible()
  await expectNoAxeViolations(page, '.bottom-panel')
  await page.keyboard.press('Escape')
  // Tab leaves the editor: it is no trap.
  await page.keyboard.press('Tab')
  await expect(editor(page)).not.toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the code view is accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openCode(page)
    await expectNoAxeViolations(page, '.bottom-panel')
    await editor(page).focus()
    await page.keyboard.press('Control+f')
    await page.keyboard.press('F8')
    await expectNoAxeViolations(page, '.bottom-panel')
  })
}
