import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'

async function open(page: Page, format: string) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('Format').selectOption({ label: format })
  return dialog
}

test('a template is read, copied and downloaded', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page, 'Bicep')
  const code = dialog.getByRole('region', { name: 'main.bicep' })
  await expect(code).toContainText(
    "resource loadBalancer_lb_web 'Microsoft.Network/loadBalancers@2025-05-01'",
  )
  await expect(code).toContainText('enableFloatingIP: true')
  await expect(
    dialog.getByRole('region', { name: 'Notes' }).getByText('Listeners are not part of Azure'),
  ).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('main.bicep')
  expect(await readFile(await download.path(), 'utf8')).toContain(
    'param location string = resourceGroup().location',
  )
})

test('scope and version change the text at once', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page, 'Terraform')
  const code = dialog.getByRole('region', { name: 'main.tf' })
  await expect(code).toContainText('floating_ip_enabled')
  await dialog.getByLabel('azurerm provider').selectOption('4')
  await expect(code).toContainText('enable_floating_ip')
  await expect(code).toContainText('resource "azurerm_virtual_network"')
  await dialog.getByLabel('Scope').selectOption('load-balancer')
  await expect(code).not.toContainText('resource "azurerm_virtual_network"')
  await expect(code).toContainText('data "azurerm_subnet"')
})

test('a line selects what it comes from', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page, 'Azure CLI script')
  await dialog.getByRole('button', { name: /az network lb rule create .* https-b/ }).click()
  await expect(dialog).toBeHidden()
  const properties = page.getByRole('complementary', { name: 'Properties' })
  await expect(properties.getByRole('heading', { name: 'https-b' })).toBeVisible()
})

test('no format has accessibility violations', async ({ page }) => {
  await page.goto('./')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const dialog = await open(page, 'ARM template')
    await expectNoAxeViolations(page, '.dialog')
    await dialog.getByLabel('Format').selectOption({ label: 'Azure CLI script' })
    await expectNoAxeViolations(page, '.dialog')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})
