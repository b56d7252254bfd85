import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { patch } from '../src/core/topology/document.ts'
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

test('only the change from what is deployed is written', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page, 'Azure CLI script')
  await dialog.getByLabel('Write').selectOption({ label: 'Only the change' })
  await expect(dialog.getByText('Choose the diagram that is deployed')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled()
  const deployed = patch(twoTlsSites, 'loadBalancingRule/https-b', { enableFloatingIP: false })
  const text = dialog.getByLabel('Deployed so far: link or text')
  await text.fill(JSON.stringify({ ...deployed, name: 'Monday' }))
  const script = dialog.getByRole('region', { name: 'change.sh' })
  await expect(script).toContainText('Only what has changed since “Monday” was deployed.')
  await expect(script).toContainText('--floating-ip true')
  await expect(script).not.toContainText('az network lb create')
  // The choice stays for every format that can write a change.
  await dialog.getByLabel('Format').selectOption({ label: 'Az PowerShell script' })
  await expect(dialog.getByRole('region', { name: 'change.ps1' })).toContainText(
    'Set-AzLoadBalancerRuleConfig',
  )
  await text.fill(JSON.stringify(twoTlsSites))
  await expectNoAxeViolations(page, '.dialog')
  await dialog.getByLabel('Write').selectOption({ label: 'All of it' })
  await expect(dialog.getByRole('region', { name: 'deploy.ps1' })).toContainText('New-AzLoadBalancer @common')
})

test('the keyboard alone chooses a format and goes from a line to what it comes from', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Export', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('Format').focus()
  await page.keyboard.type('Bicep')
  const code = dialog.getByRole('region', { name: 'main.bicep' })
  await expect(code).toBeVisible()
  await code.focus()
  await page.keyboard.press('Tab')
  await expect(code.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(
    page.getByRole('complementary', { name: 'Properties' }).getByRole('heading', { name: 'vnet-web' }),
  ).toBeVisible()
})

test('a picture is chosen, downloaded as SVG and PNG, and opens as the diagram that it shows', async ({
  page,
}) => {
  await page.goto('./')
  let dialog = await open(page, 'SVG picture')
  const preview = dialog.getByRole('img', { name: /Preview of .*\.svg/ })
  await expect(preview).toBeVisible()
  await expect
    .poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(600)
  await dialog.getByLabel('Colours').selectOption('dark')
  await dialog.getByLabel('Background').selectOption('transparent')
  await dialog.getByLabel('Legend').selectOption('without')
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download SVG' }).click(),
  ])
  const text = await readFile(await svg.path(), 'utf8')
  expect(text).toContain('#171b22')
  expect(text).not.toContain('Grey addresses')
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download PNG' }).click(),
  ])
  await expect(dialog.getByRole('status')).toHaveText('Downloaded.')
  const bytes = await readFile(await png.path())
  // Twice as many pixels as the picture has: the width stands in the header.
  expect(bytes.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(text)?.[1]))
  expect(bytes.length).toBeGreaterThan(20_000)
  await dialog.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('textbox', { name: 'Name of the diagram' }).fill('Something else')
  await page.keyboard.press('Enter')
  for (const [name, mimeType, buffer] of [
    ['sites.png', 'image/png', bytes],
    ['sites.svg', 'image/svg+xml', Buffer.from(text)],
  ] as const) {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
    await expect(page.getByText('Opened Two TLS sites on one port.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  }
})

test('a report with its picture is downloaded as one archive', async ({ page }) => {
  await page.goto('./')
  const dialog = await open(page, 'Markdown report')
  await expect(dialog.getByRole('region', { name: 'report.md' })).toContainText(
    '![Two TLS sites on one port]',
  )
  await dialog.getByLabel('File').selectOption({ label: 'two-tls-sites-on-one-port.svg' })
  await expect(dialog.getByRole('img', { name: /^Preview of two-tls-sites/ })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download 2 files' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('two-tls-sites-on-one-port-markdown.zip')
  const files = unzipSync(await readFile(await download.path()))
  expect(Object.keys(files)).toEqual(['report.md', 'two-tls-sites-on-one-port.svg'])
  expect(strFromU8(files['report.md'] as Uint8Array)).toContain('## Findings')
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
