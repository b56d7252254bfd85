import { readFile } from 'node:fs/promises'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

test('a machine’s guest setup is read, copied and downloaded, and follows the diagram', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await page.locator('[data-id="virtualMachine/web2"]').click({ position: { x: 60, y: 12 } })
  const properties = page.getByRole('complementary', { name: 'Properties' })
  await properties.getByRole('tab', { name: 'Guest setup' }).click()
  const code = properties.getByRole('region', { name: 'web2.cmd' })
  await expect(code).toContainText(
    'netsh interface ipv4 add address name="Loopback site-a" address=10.0.0.101',
  )
  await expect(code).toContainText('rem Error in the diagram: ')
  await expect(properties.getByRole('list', { name: 'Notes' })).toContainText('KM-TEST Loopback Adapter')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page, '.guest-setup')
  }
  await properties.getByLabel('Commands for web2').selectOption('web2.ps1')
  await properties.getByRole('button', { name: 'Copy' }).click()
  await expect(properties.getByRole('status')).toHaveText('Copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "Add-Address 'Loopback site-a' '10.0.0.101' 32",
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    properties.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('web2.ps1')
  const bytes = await readFile(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])

  // The parts of a machine lead to the same page; with the address in place the error leaves the script.
  await properties.getByRole('tab', { name: 'Problems' }).click()
  await properties.getByRole('button', { name: /^Add/ }).first().click()
  await properties.getByRole('tab', { name: 'Guest setup' }).click()
  await properties.getByLabel('Commands for web2').selectOption('web2.cmd')
  await expect(code).not.toContainText('rem Error in the diagram: ')
})
