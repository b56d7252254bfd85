import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const node = (page: Page, name: RegExp) => page.getByRole('group', { name })
const rule = (page: Page, name: string) => node(page, new RegExp(`^Load-balancing rule ${name},`))
const machine = (page: Page, name: string) => node(page, new RegExp(`^Virtual machine ${name},`))

async function openTemplate(page: Page, name: string): Promise<void> {
  await page.goto('./')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('menuitem', { name: 'Templates' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
}

test('weak host switches and listeners are turned on the node, with the keyboard too', async ({ page }) => {
  await page.goto('./')
  await expect(rule(page, 'https-a')).toContainText('2 of 2 answer')
  const send = machine(page, 'web1').getByRole('switch', { name: 'Weak host send on Loopback site-a' })
  await send.focus()
  await page.keyboard.press('Space')
  await expect(send).not.toBeChecked()
  await expect(send).toBeFocused()
  await expect(rule(page, 'https-a')).toContainText('1 of 2 answer')
  await page.getByRole('button', { name: 'Undo: Disable weak host send on Loopback site-a' }).click()
  await expect(rule(page, 'https-a')).toContainText('2 of 2 answer')

  const listens = machine(page, 'web1').getByRole('switch', { name: 'IIS listens' })
  await listens.click()
  await expect(listens).not.toBeChecked()
  await expect(machine(page, 'web1')).toContainText('Guest refuses 10.0.0.100:443')
  await listens.press('Enter')
  await expect(listens).toBeChecked()
  await expect(rule(page, 'https-a')).toContainText('2 of 2 answer')

  await page.getByRole('button', { name: /^Zoom is/ }).click()
  for (const target of [send, listens]) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(23.9)
  }
  await expectNoAxeViolations(page)
})

test('a probe can be taken to be down, which is marked, changes packets only and is saved nowhere', async ({
  page,
}) => {
  await page.goto('./')
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
  await machine(page, 'web1').focus()
  const whatIf = page.getByRole('button', { name: 'What if the probe of web1 is down' })
  await whatIf.press('Enter')
  await expect(whatIf).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('complementary', { name: 'Properties' })).toContainText('In this diagram')
  await expect(rule(page, 'https-a')).toContainText('1 of 2 answer')
  await expect(machine(page, 'web1')).toContainText('Probe down: gets no packets')
  const bar = page.getByText('What if web1: probe down.')
  await expect(bar).toBeVisible()
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('whatIf')
  await page.getByRole('button', { name: /^Zoom is/ }).click()
  await expectNoAxeViolations(page)

  await page.getByRole('tab', { name: 'Reachability' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Reachability' })).toContainText(/probe/i)
  await page.getByRole('button', { name: 'End the what-if' }).click()
  await expect(bar).toHaveCount(0)
  await expect(rule(page, 'https-a')).toContainText('2 of 2 answer')
})

test('a cluster address fails over to another member, from the diagram and from its properties', async ({
  page,
}) => {
  await openTemplate(page, 'SQL Server availability group')
  const frontend = node(page, /^Frontend IP listener,/)
  await expect(rule(page, 'listener')).toContainText('1 of 2 answer')
  await expect(machine(page, 'sql2')).toContainText('Probe down')
  await frontend.getByRole('button', { name: 'Fail over listener to another VM' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move to sql2' }).press('Enter')
  await expect(machine(page, 'sql2')).toContainText('Guest sees 10.0.0.10:1433')
  await expect(rule(page, 'listener')).toContainText('1 of 2 answer')
  await expect(page.getByRole('button', { name: 'Undo: Fail listener over to sql2' })).toBeVisible()

  await frontend.press('Enter')
  const properties = page.getByRole('complementary', { name: 'Properties' })
  await expect(properties).toContainText('Held by sql2.')
  await properties.getByRole('button', { name: 'Move to sql1' }).click()
  await expect(properties).toContainText('Held by sql1.')
  await expect(machine(page, 'sql1')).toContainText('Guest sees 10.0.0.10:1433')
})
