import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { thing } from './steps.ts'

const press = (page: Page, keys: string) => page.keyboard.press(keys)

/** Finds an action or a thing and takes the first. */
async function find(page: Page, words: string): Promise<void> {
  await press(page, 'Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  await box.fill(words)
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toBeVisible()
  await press(page, 'Enter')
  await expect(box).toHaveCount(0)
}

test('a working load balancer is built from nothing, connected, mended and watched without a pointer', async ({
  page,
}) => {
  test.slow()
  await page.goto('./')
  await expect(thing(page, 'Client app-tier')).toBeVisible()
  await find(page, 'start an empty diagram')
  await expect(thing(page, 'Client app-tier')).toHaveCount(0)
  // Each new thing has the keyboard, so that the next one can be put on it.
  for (const [key, name] of [
    ['f', 'Frontend IP frontend-1'],
    ['r', 'Load-balancing rule rule-1'],
    ['v', 'Virtual machine vm1'],
  ] as const) {
    await press(page, key)
    await expect(thing(page, name)).toBeFocused()
  }
  await press(page, 'a')
  await expect(thing(page, 'Virtual machine vm1')).toContainText('443')

  await find(page, 'load-balancing rule rule-1')
  await expect(thing(page, 'Load-balancing rule rule-1')).toBeFocused()
  const floating = page.getByRole('switch', { name: 'Floating IP on rule-1' })
  for (let tabs = 0; tabs < 3; tabs++) await press(page, 'Tab')
  await expect(floating).toBeFocused()
  await press(page, 'Space')
  await expect(floating).toBeChecked()
  await expect(thing(page, 'Virtual machine vm1')).toContainText('No adapter holds')

  await find(page, 'virtual machine vm1')
  await press(page, 'l')
  await expect(thing(page, 'Virtual machine vm1')).not.toContainText('No adapter holds')
  // With nothing selected it stands outside of the subnet.
  await press(page, 'Escape')
  await press(page, 'c')
  await expect(thing(page, 'Client client-1')).toBeFocused()
  await press(page, 'Shift+F10')
  const menu = page.getByRole('menu', { name: 'client-1' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await press(page, 'c')
  await expect(menu.getByRole('menuitem', { name: 'Connect to' })).toBeFocused()
  await press(page, 'Enter')
  const choice = page.getByRole('menuitem', { name: 'snet-1, subnet' })
  await expect(choice).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: /^Undo: Move client-1 to snet-1/ })).toBeVisible()
  await expect(thing(page, 'Client client-1')).toBeFocused()

  await press(page, 't')
  await expect(page.getByText('Answered by vm1').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Step back' })).toBeEnabled()
  await find(page, 'play the packets of every rule')
  await expect(page.getByText(/packets? of every rule: none is lost/)).toBeVisible()
  await find(page, 'stop the packets')
  await expect(page.locator('.swarm')).toHaveCount(0)
})

test('the keyboard stays where it was: with dialogs, choosing, deleting and taking back', async ({
  page,
}) => {
  await page.goto('./')
  const client = thing(page, 'Client app-tier')
  const frontend = thing(page, 'Frontend IP site-a')
  await client.focus()
  await press(page, 'Enter')
  await press(page, 'Control+f')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await press(page, 'Escape')
  await expect(client).toBeFocused()

  await frontend.focus()
  await press(page, 'Shift+Enter')
  const title = page.getByRole('complementary', { name: 'Properties' }).getByRole('heading').first()
  await expect(title).toHaveText('2 selected')
  await press(page, 'Shift+Enter')
  await expect(title).toHaveText('app-tier')
  await expect(frontend).toBeFocused()
  await press(page, 'Enter')
  await press(page, 'Escape')
  await expect(title).toHaveText('Diagram')
  await expect(frontend).toBeFocused()

  await press(page, 'Enter')
  await press(page, 'Delete')
  await expect(frontend).toHaveCount(0)
  await expect(page.locator('.canvas')).toBeFocused()
  await press(page, 'Control+z')
  await expect(frontend).toBeVisible()
})

test('a map of the diagram is there from 15 nodes on, and only then', async ({ page }) => {
  await page.goto('./')
  const map = page.getByRole('img', { name: 'Map of the diagram' })
  await expect(thing(page, 'Client app-tier')).toBeVisible()
  await expect(map).toHaveCount(0)
  for (let nodes = await page.locator('.react-flow__node').count(); nodes < 14; nodes++) {
    await press(page, 'c')
    await expect(page.locator('.react-flow__node')).toHaveCount(nodes + 1)
  }
  await expect(map).toHaveCount(0)
  await press(page, 'c')
  await expect(map).toBeVisible()
})
