import { expect, expectNoAxeViolations, test } from './fixtures.ts'

test('a hop shows its header before and after, and the line that tcpdump prints, to be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await page.getByRole('button', { name: 'Play a packet through https-a' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: /^Step 3, Azure host/ }).click()
  const card = page.getByRole('region', { name: /header and capture$/ })
  await expect(card).toContainText(/Before.*10\.0\.0\.100:443.*After.*10\.0\.0\.4:443changed/)
  await expect(card).toContainText('outside of the guest')

  await page.getByRole('button', { name: /^Step 5, web1 \/ Ethernet/ }).click()
  const line = 'IP 10.0.1.20.50000 > 10.0.0.4.443: Flags [S], seq 1000, win 64240, length 0'
  await expect(card).toContainText('web1, a capture on Ethernet')
  await expect(card.getByText(line)).toBeVisible()
  await card.getByRole('button', { name: 'Copy the line' }).click()
  await expect(card.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)
  await expectNoAxeViolations(page, '.bottom-panel')

  // The packet stays where it is while the diagram is edited and it is traced again.
  await page.getByRole('switch', { name: 'Floating IP on https-a' }).click()
  await expect(card.getByText('IP 10.0.1.20.50000 > 10.0.0.100.443: Flags [S]')).toBeVisible()

  await page.getByRole('button', { name: 'Hide header and capture' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show header and capture' })).toBeVisible()
  await expect(card).toHaveCount(0)
})
