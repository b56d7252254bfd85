import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { importDocument } from './steps.ts'

const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })
const properties = (page: Page) => page.getByRole('complementary', { name: 'Properties' })
const grid = (page: Page) => bottom(page).getByRole('grid')
const row = (page: Page, name: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const cell = (page: Page, name: string, column: string) => row(page, name).locator(`[data-cell="${column}"]`)
const foot = (page: Page) => bottom(page).locator('#table-foot')
const table = (page: Page, name: RegExp) => bottom(page).getByRole('tab', { name })

async function openTable(page: Page, name: RegExp): Promise<void> {
  await page.goto('./')
  await bottom(page).getByRole('tab', { name: 'Table', exact: true }).click()
  await table(page, name).click()
}

/** Copies and pastes without asking the browser for its clipboard. */
const pasteText = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

test('cells are written with the mouse, with the words of the properties for what is wrong', async ({
  page,
}) => {
  await openTable(page, /^Rules/)
  await expect(cell(page, 'https-b', 'status')).toHaveText('Error')
  await expect(cell(page, 'https-b', 'verdict')).toHaveText('1 of 2 answer')
  await expect(cell(page, 'https-b', 'enableFloatingIP')).toContainText('Error: ')

  // The first click goes to the cell, and the diagram with it; the second one writes.
  const port = cell(page, 'https-b', 'frontendPort')
  await port.click()
  await expect(properties(page).getByRole('heading', { name: 'https-b' })).toBeVisible()
  await port.click()
  const input = grid(page).getByRole('textbox', { name: 'Frontend port of https-b' })
  await expect(input).toBeFocused()
  await input.fill('44a')
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  await expect(foot(page)).toContainText('whole number from 0 to 65534')
  await input.press('Enter')
  await expect(input).toBeFocused()
  await input.fill('8443')
  await input.press('Enter')
  await expect(port).toHaveText('8443')
  await expect(page.getByRole('button', { name: 'Undo: Change frontend port of https-b' })).toBeVisible()
  await expect(
    page
      .getByRole('button', { name: /^https-b/ })
      .or(page.getByText('8443 → 443'))
      .first(),
  ).toBeVisible()

  // A reference is chosen from a list, a switch is turned by the second click.
  const frontend = cell(page, 'https-b', 'frontendIPConfiguration')
  await frontend.click()
  await frontend.click()
  await grid(page)
    .getByRole('combobox', { name: 'Frontend IP of https-b' })
    .selectOption({ label: 'site-a, 10.0.0.100' })
  await expect(frontend).toHaveText('site-a')
  const floating = cell(page, 'https-b', 'enableFloatingIP')
  await floating.click()
  await floating.click()
  await expect(floating).toContainText('Off')
  await page.getByRole('button', { name: 'Undo: Disable floating IP on https-b' }).click()
  await expect(floating).toContainText('On')
})

test('a table is read, written, sorted and left with the keyboard alone', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find an action/ }).fill('as tables')
  await page.keyboard.press('Enter')
  const frontends = table(page, /^Frontends/)
  await frontends.focus()
  await page.keyboard.press('ArrowRight')
  await expect(table(page, /^Rules/)).toBeFocused()
  for (const name of ['Filter rows', /^All/, /^With problems/, /^Add load-balancing rule/]) {
    await page.keyboard.press('Tab')
    await expect(
      bottom(page).getByLabel(name).or(bottom(page).getByRole('button', { name })).first(),
    ).toBeFocused()
  }

  // Tab goes to one cell of the grid; the arrow keys go on from there.
  await page.keyboard.press('Tab')
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.keyboard.press('ArrowDown')
  await expect(grid(page).getByRole('rowheader', { name: 'https-b' })).toBeFocused()
  await expect(row(page, 'https-b')).toHaveAttribute('aria-selected', 'true')

  // A letter begins to write, Escape leaves things as they were, Tab takes over and goes on.
  await page.keyboard.type('renamed')
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('rowheader', { name: 'https-b' })).toBeFocused()
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  await expect(cell(page, 'https-b', 'frontendPort')).toBeFocused()
  await page.keyboard.type('8443')
  await page.keyboard.press('Tab')
  await expect(cell(page, 'https-b', 'frontendPort')).toContainText('8443')
  await expect(cell(page, 'https-b', 'backendPort')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(cell(page, 'https-b', 'enableFloatingIP')).toContainText('Off')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'https-b', 'frontendPort')).toContainText('443')

  // Members of a pool are ticked.
  await table(page, /^Pools/).focus()
  await page.keyboard.press('Enter')
  await grid(page).locator('[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+ArrowLeft')
  while (
    !(await cell(page, 'web-pool', 'backendIPConfigurations').evaluate(
      (one) => one === document.activeElement,
    ))
  )
    await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const members = bottom(page).getByRole('group', { name: 'Members of web-pool' })
  await expect(members.getByRole('checkbox')).toHaveCount(2)
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'web-pool', 'backendIPConfigurations')).toHaveText('web2 / ipconfig1')

  // The last cell deletes its row, and the focus stays in the table.
  await table(page, /^Listeners/).focus()
  await page.keyboard.press('Enter')
  await grid(page).locator('[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const before = await grid(page).getByRole('row').count()
  await page.keyboard.press('Enter')
  await expect(grid(page).getByRole('row')).toHaveCount(before - 1)
  await expect(grid(page).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(grid(page).locator(':focus')).toHaveCount(0)
})

test('canvas and table select the same', async ({ page }) => {
  await openTable(page, /^Rules/)
  await page
    .locator('.react-flow__node', { hasText: 'web2' })
    .last()
    .click({ position: { x: 20, y: 8 } })
  await expect(table(page, /^VMs/)).toHaveAttribute('aria-selected', 'true')
  await expect(row(page, 'web2')).toHaveAttribute('aria-selected', 'true')
  await expect(cell(page, 'web2', '#addresses')).toContainText('10.0.0.5, 10.0.0.100')

  await grid(page).getByRole('rowheader', { name: 'web1' }).click()
  await expect(properties(page).getByRole('heading', { name: 'web1' })).toBeVisible()
  await grid(page)
    .getByRole('rowheader', { name: 'web2' })
    .click({ modifiers: ['Control'] })
  await expect(properties(page).getByRole('heading', { name: '2 selected' })).toBeVisible()

  // What another table holds about a row is shown there.
  await cell(page, 'web2', '#listeners').click()
  await cell(page, 'web2', '#listeners').click()
  await expect(table(page, /^Listeners/)).toHaveAttribute('aria-selected', 'true')
  await expect(grid(page).getByRole('row')).toHaveCount(3)
})

test('rows are added, pasted from a spreadsheet, refused as a whole and taken back', async ({ page }) => {
  await openTable(page, /^Probes/)
  await bottom(page).getByRole('button', { name: 'Add health probe' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(3)
  await expect(grid(page).getByRole('row').last()).toHaveAttribute('aria-selected', 'true')

  await table(page, /^Rules/).click()
  await cell(page, 'https-a', 'frontendPort').click()
  await pasteText(page, '8443\t9443\n8444\t9444\n')
  await expect(cell(page, 'https-a', 'backendPort')).toContainText('9443')
  await expect(cell(page, 'https-b', 'frontendPort')).toContainText('8444')
  await page.getByRole('button', { name: 'Undo: Paste into 2 load-balancing rules' }).click()
  await expect(cell(page, 'https-b', 'frontendPort')).toContainText('443')

  await cell(page, 'https-b', 'name').click()
  await pasteText(page, 'https-b\nudp-1\nudp-2')
  await expect(grid(page).getByRole('row')).toHaveCount(5)
  await expect(page.locator('.react-flow__node', { hasText: 'udp-2' })).toBeVisible()

  await cell(page, 'https-a', 'frontendPort').click()
  await pasteText(page, '1\n2\nthree')
  await expect(page.getByText('Nothing was pasted: 1 cell cannot be read.')).toBeVisible()
  await expect(page.getByText(/Row 3, Frontend port: /)).toBeVisible()
  await expect(cell(page, 'https-a', 'frontendPort')).toContainText('443')
})

test('a thousand rows scroll, are found, and are written without waiting', async ({ page }) => {
  const machines = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [
      `listener/service-${index}`,
      {
        name: `service-${index}`,
        virtualMachine: 'virtualMachine/vm',
        protocol: 'Tcp',
        address: '0.0.0.0',
        port: index + 1,
      },
    ]),
  )
  await page.goto('./')
  await importDocument(page, {
    version: 1,
    name: 'Many listeners',
    resources: { 'virtualMachine/vm': { name: 'vm', guest: { os: 'linux' } }, ...machines },
    layout: {},
  })
  await bottom(page).getByRole('tab', { name: 'Table', exact: true }).click()
  await table(page, /^Listeners/).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1001')
  expect(await grid(page).getByRole('row').count()).toBeLessThan(80)

  await grid(page).getByRole('rowheader', { name: 'service-0', exact: true }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  await expect(grid(page).getByRole('rowheader', { name: 'service-999' })).toBeFocused()
  await expect(grid(page).getByRole('rowheader', { name: 'service-999' })).toBeInViewport()
  await expect(row(page, 'service-999')).toHaveAttribute('aria-rowindex', '1001')

  // The focused row stays while it is scrolled out of sight.
  await grid(page).evaluate((one) => one.parentElement?.scrollTo(0, 0))
  await expect(grid(page).getByRole('rowheader', { name: 'service-5', exact: true })).toBeVisible()
  await expect(grid(page).getByRole('rowheader', { name: 'service-999' })).toBeFocused()

  await bottom(page).getByRole('searchbox', { name: 'Filter rows' }).fill('service-77')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '12')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the tables are accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openTable(page, /^Rules/)
    await expectNoAxeViolations(page, '.bottom-panel')
    await cell(page, 'https-b', 'frontendPort').click()
    await cell(page, 'https-b', 'frontendPort').click()
    await grid(page).getByRole('textbox').fill('99999')
    await expectNoAxeViolations(page, '.bottom-panel')
    await page.keyboard.press('Escape')
    for (const name of [/^VMs/, /^Loopbacks/, /^Pools/, /^NAT rules/]) {
      await table(page, name).click()
      await expectNoAxeViolations(page, '.bottom-panel')
    }
  })
}

test('on a phone a cell is written by touch', async ({ elsewhere }) => {
  const page = await elsewhere({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto('./')
  await bottom(page).getByRole('tab', { name: 'Table', exact: true }).tap()
  await bottom(page).getByRole('button', { name: 'Use the height of the page' }).tap()
  await table(page, /^Frontends/).tap()
  const address = cell(page, 'site-b', 'privateIPAddress')
  await address.scrollIntoViewIfNeeded()
  await address.tap()
  await address.tap()
  const input = grid(page).getByRole('textbox', { name: 'Private IP address of site-b' })
  await input.fill('10.0.0.102')
  await input.press('Enter')
  await expect(address).toHaveText('10.0.0.102')
  await expectNoAxeViolations(page)
})
