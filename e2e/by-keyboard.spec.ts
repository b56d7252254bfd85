import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { sites } from './large-document.ts'
import { dropDocument, thing, undoButton } from './steps.ts'

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

/** Chooses from the menu of what has the keyboard what it is connected to. */
async function connectTo(page: Page, name: string, choice: string): Promise<void> {
  await press(page, 'Shift+F10')
  const item = page.getByRole('menu', { name }).getByRole('menuitem', { name: 'Connect to' })
  await expect(page.getByRole('menu', { name }).getByRole('menuitem').first()).toBeFocused()
  while (!(await item.evaluate((element) => element === document.activeElement))) await press(page, 'c')
  await press(page, 'Enter')
  const target = page.getByRole('menuitem', { name: choice })
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await expect(target).toBeVisible()
  for (let step = 0; step < 20; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) break
    await press(page, 'ArrowDown')
  }
  await press(page, 'Enter')
}

test('a machine moves to another subnet, a rule to another frontend, without a pointer', async ({ page }) => {
  await page.goto('./')
  await expect(thing(page, 'Client app-tier')).toBeVisible()
  await find(page, 'virtual network vnet-web')
  await expect(thing(page, 'Virtual network vnet-web')).toBeFocused()
  await press(page, 's')
  await expect(thing(page, 'Subnet snet-1')).toBeFocused()
  await find(page, 'virtual machine web1')
  const machine = thing(page, 'Virtual machine web1')
  await expect(machine).toBeFocused()
  await connectTo(page, 'web1', 'snet-1, subnet')
  await expect(machine).toHaveAccessibleName(/10\.0\.1\.4/)
  await expect(machine).toBeFocused()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move web1 to snet-1 and give it 10.0.1.4')
  await press(page, 'Control+z')
  await expect(machine).toHaveAccessibleName(/10\.0\.0\.4/)

  await find(page, 'frontend ip site-b')
  await expect(thing(page, 'Frontend IP site-b')).toBeFocused()
  await connectTo(page, 'site-b', 'https-a, load-balancing rule')
  await expect(undoButton(page)).toHaveAccessibleName(/https-a/)
  await expect(thing(page, 'Frontend IP site-b')).toBeFocused()
})

test('a pool of many machines folds and unfolds without a pointer', async ({ page }) => {
  await page.goto('./')
  const document = sites(1) as { resources: Record<string, { backendIPConfigurations?: string[] }> }
  const { backendIPConfigurations } = document.resources['backendAddressPool/p0'] ?? {}
  for (const last of ['8', '9']) {
    for (const [id, resource] of Object.entries(document.resources)) {
      if (!id.endsWith('app0-7')) continue
      const text = JSON.stringify(resource).replaceAll('app0-7', `app0-${last}`)
      document.resources[id.replace('app0-7', `app0-${last}`)] = JSON.parse(
        text.replace('0.17', `0.1${last}`),
      )
    }
    backendIPConfigurations?.push(`ipConfiguration/app0-${last}`)
  }
  await dropDocument(page, document)
  await expect(thing(page, 'Virtual machine app0-9')).toBeVisible()
  await find(page, 'backend pool pool-0')
  const pool = thing(page, 'Backend pool pool-0')
  await expect(pool).toBeFocused()
  const button = pool.getByRole('button', { name: /the members of pool-0|all members of pool-0/ })
  for (let tabs = 0; tabs < 12; tabs++) {
    if (await button.evaluate((element) => element === element.ownerDocument.activeElement)) break
    await press(page, 'Tab')
  }
  await expect(button).toBeFocused()
  await press(page, 'Enter')
  await expect(pool.getByRole('button', { name: 'app0-9', exact: true })).toBeVisible()
  await press(page, 'Enter')
  await expect(pool.getByRole('button', { name: 'app0-0', exact: true })).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Fold the members of pool-0')
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
  const message = page.getByText('Deleted frontend IP site-a and 1 load-balancing rule.')
  await expect(message).toBeVisible()
  await press(page, 'Control+z')
  await expect(frontend).toBeVisible()
  // It is no longer so.
  await expect(message).toHaveCount(0)
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
