import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { thing, undoButton } from './steps.ts'

const pick = (page: Page, name: string, modifiers: ('Shift' | 'Control')[] = []) =>
  thing(page, name).click({ position: { x: 60, y: 12 }, modifiers })

test('a virtual machine is duplicated, copied and pasted with its parts, each as one step', async ({
  page,
}) => {
  await page.goto('./')
  await pick(page, 'Virtual machine web1')
  await page.keyboard.press('Control+d')
  await expect(thing(page, 'Virtual machine web3')).toContainText('10.0.0.6')
  await expect(page.getByText('Copied web1 as web3, with 10.0.0.6.')).toBeVisible()
  await expect(thing(page, 'Load-balancing rule https-b')).toContainText('2 of 3 answer')
  await expectNoAxeViolations(page, '.notices')

  // What was pasted is selected and has the keyboard, so that it can be copied on.
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(thing(page, 'Virtual machine web4')).toBeVisible()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Paste virtual machine web3 as web4')
  await page.keyboard.press('Control+z')
  await expect(thing(page, 'Virtual machine web4')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(thing(page, 'Virtual machine web3')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()
})

test('there is one message on what was done last, and it offers to take back nothing older', async ({
  page,
}) => {
  await page.goto('./')
  await pick(page, 'Virtual machine web1')
  for (const name of ['web3', 'web4', 'web5']) {
    await page.keyboard.press('Control+d')
    await expect(thing(page, `Virtual machine ${name}`)).toBeVisible()
  }
  const messages = page.locator('.notice')
  await expect(messages).toHaveCount(1)
  await expect(messages).toContainText('as web5')
  const undo = messages.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(undoButton(page)).toHaveAccessibleName(/^Undo: Move/)
  await expect(undo).toHaveCount(0)
})

test('everything is copied into another tab as text and works there', async ({ page, context }) => {
  await page.goto('./')
  await pick(page, 'Client app-tier')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect(page.getByText('Copied. Paste it here or in another Floatpath tab.')).toBeVisible()

  const other = await context.newPage()
  await other.goto('./')
  await other.getByRole('button', { name: 'New', exact: true }).click()
  await other.getByRole('menuitem', { name: 'Empty diagram' }).click()
  await other.keyboard.press('Control+v')
  await expect(thing(other, 'Load-balancing rule https-a')).toContainText('2 of 2 answer')
  await expect(thing(other, 'Load-balancing rule https-b')).toContainText('1 of 2 answer')
  await expect(thing(other, 'Virtual machine web1')).toContainText('10.0.0.4')

  // Once more beside the first ones: a network, addresses and names of its own, and it works the same.
  await other.keyboard.press('Control+v')
  await expect(thing(other, 'Virtual network vnet-web-2')).toHaveAccessibleName(/10\.1\.0\.0\/16/)
  await expect(thing(other, 'Load-balancing rule https-a')).toHaveCount(2)
  await expect(thing(other, 'Load-balancing rule https-a').last()).toContainText('2 of 2 answer')
  await expect(other.getByText(/^Pasted \d+ things under free names and addresses\.$/)).toBeVisible()
})

test('a security group is copied alone, with the keyboard, and pasted on a subnet', async ({ page }) => {
  await page.goto('./')
  await pick(page, 'Virtual machine web1')
  await page.keyboard.press('g')
  const group = page.getByRole('button', { name: 'nsg-web1-nic', exact: true })
  await group.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'nsg-web1-nic' })).toBeVisible()
  await page.keyboard.press('Control+c')
  await expect(page.getByText('Copied. Paste it here or in another Floatpath tab.')).toBeVisible()
  await page.keyboard.press('Control+v')
  await expect(page.getByText(/^Select the subnet or network interface that gets/)).toBeVisible()

  await thing(page, 'Subnet snet-web').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+v')
  await expect(undoButton(page)).toHaveAccessibleName(
    'Undo: Paste network security group nsg-web1-nic as nsg-web1-nic-2 on snet-web',
  )
  const pasted = thing(page, 'Subnet snet-web').getByRole('button', { name: 'nsg-web1-nic-2' })
  await expect(pasted).toBeVisible()
  await pasted.click({ button: 'right' })
  const menu = page.getByRole('menu', { name: /nsg-web1-nic-2/ })
  await expect(menu.getByRole('menuitem', { name: 'Duplicate' })).toHaveCount(0)
  await menu.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(pasted).toHaveCount(0)
})

test('cutting takes things away as one step, and pasting brings them back under their names', async ({
  page,
}) => {
  await page.goto('./')
  await pick(page, 'Virtual machine web1')
  await pick(page, 'Virtual machine web2', ['Shift'])
  await page.keyboard.press('Control+x')
  await expect(thing(page, 'Virtual machine web1')).toBeHidden()
  await expect(thing(page, 'Virtual machine web2')).toBeHidden()
  await expect(undoButton(page)).toHaveAccessibleName(
    'Undo: Cut 2 virtual machines, 2 network interfaces, 3 loopback adapters and 4 listeners',
  )
  await page.keyboard.press('Control+v')
  await expect(thing(page, 'Virtual machine web1')).toContainText('10.0.0.4')
  await expect(thing(page, 'Virtual machine web2')).toContainText('10.0.0.5')
})

test('hostile and other text changes nothing', async ({ page }) => {
  await page.goto('./')
  const paste = (text: string) =>
    page.evaluate((given) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', given)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  await paste('{"kind":"floatpath-copy","version":1,"copied":["x"],"resources":{"__proto__":{}}}')
  await expect(page.getByText('What was copied is damaged, so nothing was pasted.')).toBeVisible()
  await paste('{"version":1}')
  await expect(page.getByText('Pasted text could not be opened. Your diagram is unchanged.')).toBeVisible()
  await page.keyboard.press('Escape')
  await paste('hello')
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()
})

test('several things are selected with a box or with Shift, and move together', async ({ page }) => {
  await page.goto('./')
  const names = ['Frontend IP site-a', 'Load-balancing rule https-a']
  const boxes = () =>
    Promise.all(
      names.map(
        async (name) => (await thing(page, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 },
      ),
    )
  const before = await boxes()
  const [first, second] = before
  if (!first || !second) throw new Error('They are not there.')
  await page.keyboard.down('Shift')
  await page.mouse.move(first.x - 4, first.y - 4)
  await page.mouse.down()
  await page.mouse.move(
    second.x + second.width + 6,
    Math.max(first.y + first.height, second.y + second.height) + 4,
    { steps: 5 },
  )
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('complementary', { name: 'Properties' })).toContainText('2 things')

  await page.mouse.move(first.x + 60, first.y + 12)
  await page.mouse.down()
  await page.mouse.move(first.x + 60, first.y + 112, { steps: 6 })
  await page.mouse.up()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move 2 things')
  const after = await boxes()
  expect(after[0]?.y).toBeGreaterThan(first.y + 60)
  expect((after[0]?.y ?? 0) - first.y).toBeCloseTo((after[1]?.y ?? 0) - second.y, 0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeVisible()
})

test('what goes along with a deleted thing is listed and can be taken back', async ({ page }) => {
  await page.goto('./')
  await pick(page, 'Frontend IP site-b')
  await page.keyboard.press('Delete')
  const notice = page.locator('.notice')
  await expect(notice).toContainText('Deleted frontend IP site-b and 1 load-balancing rule.')
  await expect(notice.getByRole('listitem')).toHaveText('load-balancing rule https-b')
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(thing(page, 'Load-balancing rule https-b')).toBeVisible()
})
