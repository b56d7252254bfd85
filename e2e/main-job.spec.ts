import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

const loadBalancingRule = (page: Page, name: string) =>
  page.getByRole('group', { name: new RegExp(`^Load-balancing rule ${name},`) })
const virtualMachine = (page: Page, name: string) =>
  page.getByRole('group', { name: new RegExp(`^Virtual machine ${name},`) })
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true })
const traceRows = (page: Page) => page.getByRole('tabpanel', { name: 'Packet trace' }).getByRole('row')

/** Plays the packet that the trace panel shows, as fast as the player goes, to its end. */
async function playToTheEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speed 4×' }).click()
  await play(page).click()
  await expect(page.getByRole('button', { name: 'Step forward' })).toBeDisabled({ timeout: 20_000 })
  await expect(play(page)).toBeVisible()
}

test('a newcomer sees what is wrong, mends it and watches the packet arrive', async ({ page }) => {
  await page.goto('./')

  // One error, on the guest that lacks the address, and a rule that only half of the pool answers.
  await expect(page).toHaveTitle('(1) Two TLS sites on one port – Floatpath')
  await expect(loadBalancingRule(page, 'https-a')).toContainText('2 of 2 answer')
  await expect(loadBalancingRule(page, 'https-b')).toContainText('1 of 2 answer')
  await expect(virtualMachine(page, 'web2')).toContainText('No adapter holds')

  // The packet that fails is ready to be played, and dies in web2's guest.
  await playToTheEnd(page)
  await expect(page.getByText('Dropped in web2’s guest: nothing holds 10.0.0.101').first()).toBeVisible()
  // Things on the canvas are as large as the zoom makes them; their size is judged at 100 %.
  await page.getByRole('button', { name: /^Zoom is/ }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Fit the diagram' }).click()

  await page.getByRole('tab', { name: 'Problems 1' }).first().click()
  const problem = page.getByRole('button', { name: /^web2 has no interface with 10\.0\.0\.101/ })
  await problem.click()
  await expect(page.getByRole('complementary', { name: 'Properties' })).toContainText('https-b')
  await page.getByRole('button', { name: 'Fix: Add 10.0.0.101 to a loopback adapter of web2' }).click()

  await expect(page).toHaveTitle('Two TLS sites on one port – Floatpath')
  await expect(loadBalancingRule(page, 'https-b')).toContainText('2 of 2 answer')
  await expect(virtualMachine(page, 'web2')).not.toContainText('No adapter holds')

  await page.getByRole('tab', { name: 'Packet trace' }).click()
  await playToTheEnd(page)
  await expect(page.getByText('Answered by web2').first()).toBeVisible()
  await expect(traceRows(page).last()).toContainText('app-tier')

  // The repair is an ordinary step.
  await page.keyboard.press('Control+z')
  await expect(loadBalancingRule(page, 'https-b')).toContainText('1 of 2 answer')
  await page.keyboard.press('Control+Shift+Z')
  await expect(loadBalancingRule(page, 'https-b')).toContainText('2 of 2 answer')
})

test('floating IP off and on changes which address the guest sees', async ({ page }) => {
  await page.goto('./')
  const rule = loadBalancingRule(page, 'https-a')
  const floating = page.getByRole('switch', { name: 'Floating IP on https-a' })
  await page.getByRole('button', { name: 'Play a packet through https-a' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  const atTheHost = traceRows(page).filter({ hasText: 'Azure host' }).first()

  await expect(rule).toHaveAccessibleName(/guest sees 10\.0\.0\.100:443/)
  await expect(atTheHost.getByRole('cell').nth(3)).toHaveText('10.0.0.100:443')

  await floating.click()
  await expect(floating).not.toBeChecked()
  await expect(rule).toHaveAccessibleName(/floating IP off, guest sees its NIC address/)
  await expect(atTheHost.getByRole('cell').nth(3)).toHaveText('10.0.0.4:443changed')
  // Two host rows on the way back: the guest's own address, and the frontend's put back.
  await expect(traceRows(page).last().getByRole('cell').nth(2)).toHaveText('10.0.0.100:443')

  await page.getByRole('button', { name: 'Undo: Disable floating IP on https-a' }).click()
  await expect(floating).toBeChecked()
  await expect(atTheHost.getByRole('cell').nth(3)).toHaveText('10.0.0.100:443')
})

test('a packet is played through a rule or from a client to the backend that does not answer', async ({
  page,
}) => {
  const dropped = page.getByText('Dropped in web2’s guest: nothing holds 10.0.0.101').first()
  for (const name of ['Play a packet through https-b', 'Play a packet from app-tier']) {
    await page.goto('./')
    await page.getByRole('button', { name: 'Play a packet through https-a' }).click()
    await expect(page.getByText('Answered by web1').first()).toBeVisible()
    await page.getByRole('button', { name }).click()
    await expect(dropped).toBeVisible()
  }
})

/** How many different places the packet stood at while it was played to its end. */
async function placesOfPacket(page: Page): Promise<number> {
  await page.evaluate(() => {
    const places = new Set<string>()
    Object.assign(window, { places })
    const look = () => {
      const packet = document.querySelector<HTMLElement>('.packet')
      if (packet) places.add(packet.style.transform)
      requestAnimationFrame(look)
    }
    look()
  })
  await playToTheEnd(page)
  return page.evaluate(() => (window as unknown as { places: Set<string> }).places.size)
}

test('what is selected is renamed with F2, and a row by a double click', async ({ page }) => {
  await page.goto('./')
  await virtualMachine(page, 'web1').getByRole('button', { name: 'Select listener IIS' }).dblclick()
  await page.getByRole('textbox', { name: 'Name of IIS' }).fill('Site')
  await page.keyboard.press('Enter')
  await expect(virtualMachine(page, 'web1')).toContainText('Site')
  await expect(page.getByRole('button', { name: 'Select listener Site' })).toBeFocused()
  await page.getByRole('group', { name: /^Client app-tier,/ }).click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of app-tier' }).fill('shop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: /^Client shop,/ })).toBeFocused()
})

test('a thing that lands elsewhere than it was let go says where, and can be taken back', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('group', { name: /^Client app-tier,/ }).click({ position: { x: 60, y: 12 } })
  await page.getByRole('button', { name: 'Add Listener', exact: true }).click()
  const notice = page.getByText(/^Added listener .* to web\d\.$/)
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Redo: Add listener/ })).toBeEnabled()
})

test('with reduced motion the hops light up one after the other and nothing travels', async ({
  page,
  elsewhere,
}) => {
  await page.goto('./')
  const hops = 5
  expect(await placesOfPacket(page)).toBeGreaterThan(hops * 2)

  const still = await elsewhere({ reducedMotion: 'reduce' })
  await still.goto('./')
  const places = await placesOfPacket(still)
  expect(places).toBeGreaterThan(1)
  expect(places).toBeLessThanOrEqual(hops + 1)
  await expect(virtualMachine(still, 'web2').locator('.machine-row--dropped')).toContainText('10.0.0.101')
})

test('the packet can be paused, stepped both ways and scrubbed', async ({ page }) => {
  await page.goto('./')
  const step = page.getByRole('status', { name: 'Step' })
  await expect(step).toHaveText('1 / 5')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(step).toHaveText('3 / 5')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(step).toHaveText('2 / 5')
  await page.getByRole('slider', { name: 'Position of the packet' }).press('End')
  await expect(step).toHaveText('5 / 5')
  const current = page.getByRole('tabpanel', { name: 'Packet trace' }).locator('[aria-current=step]')
  await expect(current).toHaveAccessibleName('Step 5, web2 / guest')
})
