import type { Locator, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { dropDocument } from './steps.ts'

const properties = (page: Page) => page.getByRole('complementary', { name: 'Properties' })
const rule = (page: Page) => page.getByRole('group', { name: /^Load-balancing rule https-b,/ })
const widthOf = async (one: Locator) => (await one.boundingBox())?.width ?? 0

/** A machine with 40 listeners, long names and addresses of IPv6, behind one rule. */
function crowdedMachine(): object {
  const name = 'a-name-as-long-as-a-naming-convention-makes-it-prod-westeurope-001'
  const frontend = 'fd00:aaaa:bbbb:cccc:1111:2222:3333:4444'
  const loadBalancer = 'loadBalancer/lb'
  const virtualMachine = 'virtualMachine/vm'
  const listeners = Array.from({ length: 40 }, (_, index) => [
    `listener/l${index}`,
    {
      name: index === 3 ? `service-${name}` : `svc-${index}`,
      virtualMachine,
      protocol: index % 2 === 1 ? 'Udp' : 'Tcp',
      address: index % 3 === 0 ? frontend : '0.0.0.0',
      port: 443 + index,
    },
  ])
  const resources = {
    'loadBalancer/lb': { name: `lb-${name}`, sku: 'Standard', tier: 'Regional' },
    'virtualNetwork/vnet': { name: `vnet-${name}`, addressPrefixes: ['10.0.0.0/16', 'fd00:aaaa:bbbb::/48'] },
    'subnet/snet': {
      name: `snet-${name}`,
      virtualNetwork: 'virtualNetwork/vnet',
      addressPrefixes: ['10.0.0.0/24', 'fd00:aaaa:bbbb:cccc::/64'],
    },
    'client/c': {
      name: 'c',
      ipAddress: 'fd00:aaaa:bbbb:cccc:ffff:eeee:dddd:1234',
      location: 'virtualNetwork',
    },
    'frontendIPConfiguration/f': {
      name: `frontend-${name}`,
      loadBalancer,
      subnet: 'subnet/snet',
      privateIPAddress: frontend,
      privateIPAddressVersion: 'IPv6',
    },
    'backendAddressPool/p': { name, loadBalancer, backendIPConfigurations: ['ipConfiguration/i6'] },
    'loadBalancingRule/r': {
      name: `rule-${name}`,
      loadBalancer,
      frontendIPConfiguration: 'frontendIPConfiguration/f',
      backendAddressPool: 'backendAddressPool/p',
      protocol: 'Tcp',
      frontendPort: 443,
      backendPort: 443,
      enableFloatingIP: true,
    },
    [virtualMachine]: { name, guest: { os: 'windows' } },
    'networkInterface/n': { name: `nic-${name}`, virtualMachine, guest: { name: `Ethernet ${name}` } },
    'ipConfiguration/i4': {
      name: 'ipconfig1',
      networkInterface: 'networkInterface/n',
      subnet: 'subnet/snet',
      privateIPAddress: '10.0.0.4',
      primary: true,
    },
    'ipConfiguration/i6': {
      name: 'ipconfig6',
      networkInterface: 'networkInterface/n',
      subnet: 'subnet/snet',
      privateIPAddress: 'fd00:aaaa:bbbb:cccc:aaaa:bbbb:cccc:1001',
      privateIPAddressVersion: 'IPv6',
    },
    'loopbackInterface/lo': { name: `Loopback ${name}`, virtualMachine, addresses: [`${frontend}/128`] },
    ...Object.fromEntries(listeners),
  }
  return { version: 1, name: `Diagram with ${name}`, resources, layout: {} }
}

/** What sticks out of the page on the right, or of the window that it is laid out for. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { page: scrollWidth - clientWidth, window: innerWidth - screen.width }
  })

test('the properties are made wider with the mouse and the keyboard, and stay so', async ({ page }) => {
  await page.goto('./')
  const edge = page.getByRole('separator', { name: 'Width of the properties' })
  const before = await widthOf(properties(page))
  const box = await edge.boundingBox()
  if (!box) throw new Error('There is no edge.')
  await page.mouse.move(box.x + 4, 300)
  await page.mouse.down()
  await page.mouse.move(box.x - 76, 300, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(properties(page))).toBeGreaterThan(before + 70)
  const dragged = await widthOf(properties(page))
  await edge.focus()
  await edge.press('ArrowRight')
  await expect.poll(() => widthOf(properties(page))).toBe(dragged - 24)
  await expect(edge).toHaveAttribute('aria-valuenow', `${dragged - 24}`)
  await page.reload()
  await expect.poll(() => widthOf(properties(page))).toBe(dragged - 24)
  // As wide as they go, they leave every tab of the panel below in reach.
  await edge.focus()
  for (let step = 0; step < 20; step++) await edge.press('ArrowLeft')
  await page.getByRole('tab', { name: 'Code' }).click({ trial: true })
  await expectNoAxeViolations(page, '.properties-frame')
})

test('at 200 % zoom every tab is reached, and a packet is played and read', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await page.goto('./')
  await expect(rule(page)).toBeVisible()
  for (const name of ['Problems', 'Reachability', 'Table', 'Code', 'Packet trace']) {
    await page.getByRole('tab', { name }).first().click({ trial: true })
  }
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('tab', { name: 'Packet trace' }).click()
  await expect(page.getByRole('button', { name: /^Step 2, / })).toHaveAttribute('aria-current', 'step')
  expect(await tooWide(page)).toEqual({ page: 0, window: 720 - (await page.evaluate(() => screen.width)) })
})

/** Does an action by its name. */
async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(words)
  const found = page.getByRole('dialog').getByRole('option', { selected: true })
  await expect(found).toContainText(new RegExp(words.replace(/s$/, ''), 'i'))
  await page.keyboard.press('Enter')
}

for (const forcedColors of ['active', 'none'] as const) {
  test(`at 200 % zoom dialogs fit and are accessible${forcedColors === 'active' ? ', with forced colours' : ''}`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ forcedColors })
    await page.setViewportSize({ width: 720, height: 450 })
    await page.goto('./')
    await expect(rule(page)).toBeVisible()
    for (const [words, name] of [
      ['import', 'Import'],
      ['export', 'Export'],
      ['share', 'Share the diagram'],
      ['templates', 'Templates'],
      ['shortcuts', 'Shortcuts'],
    ] as const) {
      await act(page, words)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport()
      const body = dialog.locator('.dialog__body')
      expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
      await expectNoAxeViolations(page, 'dialog[open]')
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    await page.getByRole('tab', { name: 'Packet trace' }).click()
    await page.getByRole('button', { name: 'Floating IP on and off side by side' }).click()
    const row = page.getByRole('region', { name: 'Floating IP off' }).getByRole('row').nth(1)
    await expect(row).toBeInViewport()
    await expectNoAxeViolations(page, '.bottom-panel')
  })
}

test('every shortcut is seen whole', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(dialog.getByText('Security group')).toBeVisible()
  const cut = await dialog.locator('.shortcuts__row').evaluateAll((rows) => {
    const edge = rows[0]?.closest('.dialog__body')?.getBoundingClientRect().right ?? 0
    return rows
      .filter((row) => row.scrollWidth > row.clientWidth || row.getBoundingClientRect().right > edge)
      .map((row) => row.textContent)
  })
  expect(cut).toEqual([])
})

test('with forced colours what is chosen, current and wrong stays visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('./')
  await rule(page).click({ position: { x: 40, y: 14 } })
  const look = (one: Locator, name: string) =>
    one.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
  await expect.poll(() => look(rule(page), 'outline-style')).toBe('solid')
  // What shows its buttons when it is pointed at has no empty rings before.
  const quiet = page.getByRole('group', { name: /^Load-balancing rule https-a,/ })
  expect(await look(quiet.locator('.play-button').first(), 'border-top-style')).toBe('none')
  const chosen = page.getByRole('button', { name: 'Speed 1×' })
  const other = page.getByRole('button', { name: 'Speed 2×' })
  expect(await look(chosen, 'background-color')).not.toBe(await look(other, 'background-color'))
  const row = page.locator('.trace-table__row--current')
  expect(await look(row, 'outline-style')).toBe('solid')
  expect(await look(rule(page).locator('.badge'), 'border-top-style')).toBe('solid')
  const on = page.getByRole('switch', { name: 'Floating IP on https-b' })
  const knob = () =>
    on.locator('.switch__track').evaluate((track) => {
      const { marginLeft, backgroundColor } = getComputedStyle(track, '::after')
      return { place: marginLeft, seen: backgroundColor !== getComputedStyle(track).backgroundColor }
    })
  const before = await knob()
  expect(before.seen).toBe(true)
  await on.click()
  await expect.poll(async () => (await knob()).place).not.toBe(before.place)
  expect((await knob()).seen).toBe(true)
})

test('at 1024 pixels a message leaves the sheet of properties free', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('./')
  await rule(page).click({ position: { x: 40, y: 14 } })
  await page.keyboard.press('Control+d')
  const [message, sheet] = [page.locator('.notice'), page.locator('.properties-frame')]
  await expect(message).toContainText('Copied https-b')
  const [left, right] = [await sheet.boundingBox(), await message.boundingBox()]
  expect((right?.x ?? 0) + (right?.width ?? 0)).toBeLessThan(left?.x ?? 0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the page fits, a packet is played, a problem read and an action found', async ({ page }) => {
    await page.goto('./')
    await expect(rule(page)).toBeVisible()
    expect(await page.evaluate(() => innerWidth)).toBe(390)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await expect(page.getByText('Dropped in web2’s guest: nothing holds 10.0.0.101').first()).toBeVisible()
    await page.getByRole('button', { name: 'Step forward' }).tap()
    await expect(page.getByRole('button', { name: /^Step 2, / })).toHaveAttribute('aria-current', 'step')
    await page.getByRole('button', { name: 'Floating IP on and off side by side' }).tap()
    const off = page.getByRole('region', { name: 'Floating IP off' }).getByRole('row').last()
    await off.scrollIntoViewIfNeeded()
    await off.click({ trial: true })
    await page.getByRole('tab', { name: 'Problems' }).tap()
    await expect(page.getByText('web2 has no interface with 10.0.0.101').first()).toBeVisible()
    await page.getByRole('button', { name: 'Actions and search' }).tap()
    await page.getByRole('dialog').getByRole('combobox').fill('add client')
    await page.getByRole('option', { name: /Add client/ }).tap()
    await expect(page.getByRole('group', { name: /^Client / })).toHaveCount(2)
    expect(await page.evaluate(() => innerWidth)).toBe(390)
  })
})

test('long names, IPv6 addresses and 40 listeners stay within their places', async ({ page }) => {
  await page.goto('./')
  await dropDocument(page, crowdedMachine())
  const machine = page.getByRole('group', { name: /^Virtual machine a-name/ })
  await expect(machine).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.getByRole('dialog').getByRole('combobox').fill('a-name-as-long')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Zoom is/ }).click()
  await expect(page.getByRole('button', { name: 'Zoom is 100 %, set to 100 %' })).toBeVisible()
  // Six listeners, and how many more there are, which the keyboard shows.
  const listeners = machine.getByRole('button', { name: /^Select listener/ })
  await expect(listeners).toHaveCount(6)
  await machine.getByRole('button', { name: /^Show all listeners of a-name.*, 34 more/ }).press('Enter')
  await expect(listeners).toHaveCount(40)
  await expect(machine.getByRole('button', { name: /^Fold 40 listeners of a-name/ })).toBeFocused()
  // One that is not shown is renamed in its place.
  await page.keyboard.press('Control+z')
  await expect(listeners).toHaveCount(6)
  await act(page, 'svc-20')
  await page.keyboard.press('F2')
  await page.getByLabel('Name of svc-20').fill('renamed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Rename svc-20 to renamed' })).toBeVisible()
  await expect(machine).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('button', { name: 'Undo: Delete listener renamed' })).toBeVisible()
  await expect(machine).toBeFocused()
  await page.keyboard.press('Control+z')
  await machine.getByRole('button', { name: /^Show all listeners/ }).press('Enter')
  await expect(listeners).toHaveCount(40)
  const faults = await machine.evaluate((node) => {
    const frame = node.getBoundingClientRect()
    const rows = [...node.querySelectorAll<HTMLElement>('.machine-row')].map((row) =>
      row.getBoundingClientRect(),
    )
    const parts = [...node.querySelectorAll<HTMLElement>('.machine-row .mono, .machine-row .address-chip')]
    const out = parts.filter((part) => {
      const box = part.getBoundingClientRect()
      return box.right > frame.right || box.left < frame.left || part.scrollHeight > part.clientHeight + 4
    })
    const overlapping = rows.filter((one, at) =>
      rows.some(
        (other, index) =>
          index > at &&
          one.left < other.right - 1 &&
          other.left < one.right - 1 &&
          one.top < other.bottom - 1 &&
          other.top < one.bottom - 1,
      ),
    )
    return { rows: rows.length, out: out.map((part) => part.textContent), overlapping: overlapping.length }
  })
  expect(faults).toEqual({ rows: expect.any(Number), out: [], overlapping: 0 })
  expect(faults.rows).toBeGreaterThan(40)
  // Whole addresses are in the trace, each cell of which is in view.
  const table = page.locator('.trace-panel__table')
  await expect(table.getByText('[fd00:aaaa:bbbb:cccc:1111:2222:3333:4444]:443').first()).toBeVisible()
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})
