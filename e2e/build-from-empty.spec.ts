import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const thing = (page: Page, name: RegExp) => page.getByRole('group', { name })

/** Drags an entry of the palette with the mouse and lets it go over a place of the target, in parts of its size. */
async function drag(page: Page, entry: string, target: Locator, x = 0.5, y = 0.5): Promise<void> {
  const from = await page.getByRole('button', { name: `Add ${entry}`, exact: true }).boundingBox()
  const to = await target.boundingBox()
  if (!from || !to) throw new Error(`There is nothing to drag ${entry} to.`)
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 10, { steps: 3 })
  await page.mouse.move(to.x + to.width * x, to.y + to.height * y, { steps: 6 })
  await page.mouse.up()
}

test('the two-site example is built from an empty canvas with the mouse alone', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Empty diagram' }).click()
  const pane = page.locator('.react-flow__pane')
  const frontend = (n: number) => thing(page, new RegExp(`^Frontend IP frontend-${n},`))
  const loadBalancingRule = (n: number) => thing(page, new RegExp(`^Load-balancing rule rule-${n},`))
  const subnet = thing(page, /^Subnet snet-1,/)
  const virtualMachine = (n: number) => thing(page, new RegExp(`^Virtual machine vm${n},`))

  // A frontend brings its load balancer, virtual network and subnet; the second one lands beside it.
  // The first one is let go in the middle, over the hint of an empty canvas.
  const hint = page.getByText('Start with a frontend IP or a virtual machine')
  await drag(page, 'Internal frontend IP', hint)
  await expect(hint).toBeHidden()
  await expect(frontend(1)).toHaveAccessibleName('Frontend IP frontend-1, 10.0.0.100, internal')
  await expect(thing(page, /^Load balancer lb-1, Standard, internal/)).toBeVisible()
  await expect(subnet).toHaveAccessibleName('Subnet snet-1, 10.0.0.0/24')
  await drag(page, 'Internal frontend IP', pane, 0.35, 0.65)
  await expect(frontend(2)).toHaveAccessibleName('Frontend IP frontend-2, 10.0.0.101, internal')

  await drag(page, 'Load-balancing rule', frontend(1))
  await expect(loadBalancingRule(1)).toContainText('443 → 443')
  await drag(page, 'Load-balancing rule', frontend(2))
  await expect(loadBalancingRule(2)).toContainText('443 → 443')

  // Two rules to one backend port need floating IP; the second one has it, the first one gets it.
  const firstFloating = page.getByRole('switch', { name: 'Floating IP on rule-1' })
  if (!(await firstFloating.isChecked())) await firstFloating.click()
  await expect(firstFloating).toBeChecked()
  await expect(page.getByRole('switch', { name: 'Floating IP on rule-2' })).toBeChecked()

  await drag(page, 'Virtual machine', subnet, 0.5, 0.6)
  await expect(virtualMachine(1)).toContainText('10.0.0.4')
  await drag(page, 'Virtual machine', subnet, 0.5, 0.95)
  await expect(virtualMachine(2)).toContainText('10.0.0.5')
  await expect(thing(page, /^Backend pool pool-1, 2 members/)).toBeVisible()
  await page.getByRole('button', { name: 'Fit the diagram' }).click()

  for (const n of [1, 2]) {
    await drag(page, 'Listener', virtualMachine(n), 0.5, 0.3)
    await expect(virtualMachine(n).getByTitle('0.0.0.0:443', { exact: true })).toHaveText('443')
    // Floating IP delivers the frontend's address, and nothing in the guest holds it yet.
    await expect(virtualMachine(n)).toContainText('No adapter holds')
    await drag(page, 'Loopback adapter', virtualMachine(n), 0.5, 0.3)
    await page.getByRole('menuitem', { name: /all|both/i }).click()
    await expect(virtualMachine(n)).not.toContainText('No adapter holds')
  }

  await drag(page, 'Health probe', loadBalancingRule(1))
  await expect(loadBalancingRule(1)).toContainText(/probe \d+/)
  await drag(page, 'Client', pane, 0.05, 0.9)
  await page
    .getByRole('tab', { name: /^Problems/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Errors 0' })).toBeVisible()
  await expect(loadBalancingRule(1)).toContainText('2 of 2 answer')
  await expect(loadBalancingRule(2)).toContainText('2 of 2 answer')

  await loadBalancingRule(2).hover()
  await page.getByRole('button', { name: 'Play a packet through rule-2' }).click()
  await page.getByRole('button', { name: 'Speed 4×' }).click()
  await expect(page.getByRole('button', { name: 'Step forward' })).toBeDisabled({ timeout: 20_000 })
  await expect(page.getByText('Answered by vm1').first()).toBeVisible()

  // Nothing was lost on the way: every gesture was one step.
  await expect(page.getByRole('button', { name: /^Undo: Add / })).toBeEnabled()
})
