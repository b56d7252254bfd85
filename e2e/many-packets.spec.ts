import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

/** How many points of the overlay are not empty, and how many of them are in a colour. */
const painted = (page: Page, [red, green, blue]: readonly [number, number, number]) =>
  page.evaluate(
    (wanted) => {
      const surface = document.querySelector<HTMLCanvasElement>('.swarm__surface')
      const context = surface?.getContext('2d')
      if (!surface || !context) return 0
      const { data } = context.getImageData(0, 0, surface.width, surface.height)
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        if ([0, 1, 2].every((part) => Math.abs((data[at + part] ?? 0) - (wanted[part] ?? 0)) < 12)) {
          if ((data[at + 3] ?? 0) > 200) count++
        }
      }
      return count
    },
    [red, green, blue],
  )

test('the packets of every rule play at once, in the colours of their frontends', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('./')
  const all = page.getByRole('button', { name: 'Play the packets of every rule at once' })
  await all.click()
  const bar = page.getByText('4 packets of every rule: 1 is lost or refused, where a cross is drawn.')
  await expect(bar).toBeVisible()
  // A lost packet rests at its cross for as long as a busy machine may look away.
  await page.getByRole('button', { name: 'Speed ½×' }).click()
  await expect.poll(() => painted(page, [0x65, 0x41, 0xd9])).toBeGreaterThan(10)
  await expect.poll(() => painted(page, [0x0b, 0x7d, 0x72])).toBeGreaterThan(10)
  const lost = () => painted(page, [0xc4, 0x28, 0x1b])
  await expect.poll(lost, { timeout: 40_000, intervals: [400] }).toBeGreaterThan(10)
  await page.getByRole('button', { name: /^Zoom is/ }).click()
  await expectNoAxeViolations(page)

  // An edit is followed at once.
  await page.getByRole('switch', { name: 'Floating IP on https-b' }).click()
  await expect(page.getByText('4 packets of every rule: none is lost.')).toBeVisible()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.locator('.swarm')).toHaveCount(0)
})

test('the packets of one rule are played from its menu, and stand still for who wants no motion', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto('./')
  await page.getByRole('group', { name: /^Load-balancing rule https-b,/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Play all its packets' }).click()
  await expect(page.getByText('2 packets of https-b: 1 is lost or refused')).toBeVisible()
  await expect.poll(() => painted(page, [0xc4, 0x28, 0x1b])).toBeGreaterThan(10)
  const shot = () => page.locator('.swarm__surface').evaluate((one: HTMLCanvasElement) => one.toDataURL())
  const before = await shot()
  await page.waitForTimeout(400)
  expect(await shot()).toBe(before)
})
