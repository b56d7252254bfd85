import type { Page } from '@playwright/test'
import { piecesOf } from '../src/core/import/test-pieces.ts'
import { siteTemplate } from '../src/core/import/test-templates.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { diagramName } from './steps.ts'

const { loadBalancer, nics } = piecesOf()

/** What the Linux collector prints of a machine with this address, with or without an address on its loopback. */
const guestOutput = (own: string, floating?: string) =>
  [
    '== floatpath guest ==',
    ...(floating ? [`1: lo    inet ${floating}/32 scope global lo`] : []),
    `2: eth0    inet ${own}/24 brd 10.1.0.255 scope global eth0`,
    'tcp   LISTEN 0      128          0.0.0.0:443        0.0.0.0:*',
    'tcp   LISTEN 0      128          0.0.0.0:8080       0.0.0.0:*',
    '== floatpath end ==',
  ].join('\n')
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import' })
const preview = (page: Page) => dialogOf(page).getByRole('region', { name: 'What the import does' })

/** Pastes text as the keyboard would, outside every field, once there is a diagram. */
async function pasteOnPage(page: Page, text: string): Promise<void> {
  await expect(diagramName(page)).toBeVisible()
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

async function dropOnPage(page: Page, files: readonly (readonly [name: string, text: string])[]) {
  await expect(diagramName(page)).toBeVisible()
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of dropped) dataTransfer.items.add(new File([text], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}

test('a load balancer that is pasted on the page is shown, completed and imported in one step', async ({
  page,
}) => {
  await page.goto('./')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
  await pasteOnPage(page, JSON.stringify(loadBalancer))
  await expect(dialogOf(page).getByText('Azure resources as JSON')).toBeVisible()
  await expect(preview(page).getByText(/^Added \d+/)).toBeVisible()
  await expect(preview(page).getByText('az network nic list -g rg-app -o json')).toBeVisible()

  await dialogOf(page).getByLabel('Or paste the text').fill(JSON.stringify(nics))
  await dialogOf(page).getByRole('button', { name: 'Add pasted text' }).click()
  await expect(preview(page).getByText('az network public-ip list -g rg-app -o json')).toBeVisible()
  await expect(preview(page).getByText('az network nic list -g rg-app -o json')).toBeHidden()

  await dialogOf(page).getByRole('button', { name: 'Open as a new diagram' }).click()
  await expect(diagramName(page)).toHaveText('lb-shop')
  await expect(page.getByRole('group', { name: /^Virtual machine lb-shop-vm0/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
})

test('a second import updates the diagram, as one step', async ({ page }) => {
  await page.goto('./')
  await dropOnPage(page, [
    ['lb.json', JSON.stringify(loadBalancer)],
    ['nics.json', JSON.stringify(nics)],
  ])
  await dialogOf(page).getByRole('button', { name: 'Open as a new diagram' }).click()
  await expect(diagramName(page)).toHaveText('lb-shop')

  const [rule] = loadBalancer.loadBalancingRules
  const changed = { ...loadBalancer, loadBalancingRules: [{ ...rule, enableFloatingIP: false }] }
  await pasteOnPage(page, JSON.stringify(changed))
  // It describes what is there, so that it goes into the diagram unless somebody says otherwise.
  await expect(dialogOf(page).getByRole('radio', { name: 'Into lb-shop' })).toBeChecked()
  await expect(preview(page).getByText('Updated 1')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Import into this diagram' }).click()
  await expect(page.getByText('Imported: 0 added, 1 updated.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await pasteOnPage(page, JSON.stringify(loadBalancer))
  await expect(preview(page).getByText('Everything is in the diagram already.')).toBeVisible()
  await expect(dialogOf(page).getByRole('button', { name: 'Import into this diagram' })).toBeDisabled()
})

test('one guest of ten that lacks its loopback stands out, mixed with what Azure prints', async ({
  page,
}) => {
  const { loadBalancer: ten, nics: tenNics, publicAddresses } = piecesOf({ members: 10 })
  const guests = Array.from({ length: 10 }, (_, index) =>
    guestOutput(`10.1.0.${4 + index}`, index === 6 ? undefined : '203.0.113.20'),
  )
  await page.goto('./')
  await dropOnPage(page, [
    ['lb.json', JSON.stringify(ten)],
    ['guests.txt', guests.join('\n')],
    ['nics.json', JSON.stringify(tenNics)],
    ['ips.json', JSON.stringify(publicAddresses)],
  ])
  await expect(dialogOf(page).getByText('Output of 10 guests')).toBeVisible()
  await expect(preview(page).getByText('1 of 10 guests lacks something that was asked')).toBeVisible()
  const lacking = preview(page).getByRole('table', { name: 'What guests lack' })
  await expect(lacking.getByRole('row', { name: /vm6.*203.0.113.20 of front On no interface/ })).toBeVisible()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/guests-mixed.png` })
  await dialogOf(page).getByRole('button', { name: 'Open as a new diagram' }).click()
  await expect(diagramName(page)).toHaveText('lb-shop')
  await page.keyboard.press('Control+z')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
})

test('what guests of the diagram print is collected, compared and filled in as one step', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Import' }).press('Enter')
  await dialogOf(page).getByRole('button', { name: 'Collect from guests' }).click()
  const collect = dialogOf(page).getByRole('region', { name: 'Collect from guests' })
  await expect(collect).toContainText('ip -d -j addr show')
  await collect.getByRole('tab', { name: 'Windows' }).click()
  await expect(collect).toContainText('Get-NetIPAddress')
  await collect.getByRole('tab', { name: 'Azure’s probes' }).click()
  await expect(collect).toContainText('/health?api-version=')
  await expectNoAxeViolations(page, '.dialog')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/guests-collect.png` })
  await page.keyboard.press('Escape')

  // The second machine of the example has one of its two addresses.
  await pasteOnPage(page, guestOutput('10.0.0.5', '10.0.0.100'))
  await expect(dialogOf(page).getByText('Output of a guest', { exact: true })).toBeVisible()
  await expect(dialogOf(page).getByRole('radio')).toHaveCount(0)
  await expect(preview(page).getByRole('table', { name: 'What guests lack' })).toContainText('10.0.0.101')
  await expectNoAxeViolations(page, '.dialog')
  for (const colorScheme of ['light', 'dark'] as const) {
    if (!process.env.SHOTS) break
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${process.env.SHOTS}/guests-${colorScheme}.png` })
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.screenshot({ path: `${process.env.SHOTS}/guests-${colorScheme}-1024.png` })
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  await dialogOf(page).getByRole('button', { name: 'Import into this diagram' }).click()
  await expect(page.getByText(/^Imported: \d+ added, \d+ updated/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeDisabled()
})

test('a health answer of Azure is shown on the machines, followed by packets, and forgotten', async ({
  page,
}) => {
  await page.goto('./')
  const answer = {
    up: 1,
    down: 1,
    loadBalancerBackendAddresses: [
      { ipAddress: '10.0.0.4', state: 'Up', reason: 'Up_Probe_Success' },
      { ipAddress: '10.0.0.5', state: 'Down', reason: 'Down_Probe_TcpProbeTimeout' },
    ],
  }
  await pasteOnPage(page, JSON.stringify(answer))
  await expect(dialogOf(page).getByText('Health of load-balancing rules')).toBeVisible()
  await expect(preview(page).getByText('Azure finds 1 of 2 members down')).toBeVisible()
  await expectNoAxeViolations(page, '.dialog')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/health-preview.png` })
  await dialogOf(page).getByRole('button', { name: 'Import into this diagram' }).click()
  const badge = page.getByRole('img', {
    name: /^Azure’s health answer: health is down: Down_Probe_TcpProbeTimeout/,
  })
  await expect(badge).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'web2: health down' })).toBeVisible()
  await expect(page.locator('.bottom-panel')).toContainText('Azure says that its probe is down')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page, '.what-if-bar')
    if (!process.env.SHOTS) continue
    await page.screenshot({ path: `${process.env.SHOTS}/health-${colorScheme}.png` })
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.screenshot({ path: `${process.env.SHOTS}/health-${colorScheme}-1024.png` })
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  await page.getByRole('button', { name: 'Forget the answer' }).click()
  await expect(badge).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeDisabled()
})

test('a template asks for its parameters, by keyboard', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Import' }).press('Enter')
  await dialogOf(page).getByLabel('Or paste the text').fill(siteTemplate)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialogOf(page).getByRole('button', { name: 'Open pasted text' })).toBeFocused()
  await page.keyboard.press('Enter')
  const port = dialogOf(page).getByRole('textbox', { name: 'port' })
  await expect(port).toBeVisible()
  await expect(preview(page).getByText(/^Could not be worked out \d+/)).toBeVisible()
  await port.fill('8443')
  await page.keyboard.press('Enter')
  await expect(preview(page).getByText(/^Could not be worked out/)).toBeHidden()
  await expect(preview(page).getByText('Left out 1')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Open as a new diagram' }).press('Enter')
  await expect(diagramName(page)).toHaveText('web')
})

test('what cannot be read is refused with what to do, and changes nothing', async ({ page }) => {
  await page.goto('./')
  await pasteOnPage(page, "param location string = 'x'\nresource lb 'y' = {}\n")
  const alert = dialogOf(page).getByRole('alert')
  await expect(alert).toContainText('az bicep build --file main.bicep --stdout')
  await expectNoAxeViolations(page, '.dialog')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
  await dropOnPage(page, [
    ['lb.json', JSON.stringify(loadBalancer)],
    ['broken.json', '{"id": '],
  ])
  await expect(alert).toContainText('broken.json could not be opened. Your diagram is unchanged.')
  await dialogOf(page).getByRole('button', { name: 'Leave out broken.json' }).click()
  await expect(preview(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
  await expect(page.getByRole('button', { name: 'Undo: nothing to take back' })).toBeDisabled()
})

test('a long reading shows how far it is, leaves the page alive and can be stopped', async ({ page }) => {
  await page.goto('./')
  const copies = { name: 'nics', count: 450 }
  const slow = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    resources: Array.from({ length: 20 }, (_, index) => ({
      type: 'Microsoft.Network/networkInterfaces',
      name: `[format('nic-${index}-{0}', copyIndex())]`,
      copy: copies,
      properties: { ipConfigurations: [{ name: 'ip', properties: { privateIPAddress: '10.0.0.4' } }] },
    })),
  }
  await page.evaluate(() => {
    // Frames that come while the worker reads: a page that is busy has none.
    const counted = window as unknown as { frames: number }
    counted.frames = 0
    const count = () => {
      counted.frames += 1
      requestAnimationFrame(count)
    }
    count()
  })
  const names = Array.from({ length: 12 }, (_, index) => `slow${index}.json`)
  await dropOnPage(
    page,
    names.map((name) => [name, JSON.stringify(slow)]),
  )
  const stop = dialogOf(page).getByRole('button', { name: 'Stop reading' })
  await expect(dialogOf(page).getByRole('progressbar', { name: 'Reading' })).toBeVisible()
  await stop.press('Enter')
  const frames = await page.evaluate(() => (window as unknown as { frames: number }).frames)
  expect(frames).toBeGreaterThan(5)
  await expect(dialogOf(page).getByRole('progressbar')).toBeHidden()
  await expect(preview(page)).toBeHidden()
  await expect(diagramName(page)).toHaveText(twoTlsSites.name)
})

test('what Azure does not have any more is offered, and taken out in the same step', async ({ page }) => {
  await page.goto('./')
  await dropOnPage(page, [['lb.json', JSON.stringify(piecesOf({ rules: 2 }).loadBalancer)]])
  await dialogOf(page).getByRole('button', { name: 'Open as a new diagram' }).click()
  await expect(diagramName(page)).toHaveText('lb-shop')
  const last = page.getByRole('group', { name: /^Load-balancing rule rule1/ })
  await expect(last).toBeVisible()
  await pasteOnPage(page, JSON.stringify(loadBalancer))
  await expect(preview(page).getByText('Not in Azure any more 1')).toBeVisible()
  const apply = dialogOf(page).getByRole('button', { name: 'Import into this diagram' })
  await expect(apply).toBeDisabled()
  await dialogOf(page).getByRole('checkbox', { name: 'Remove what is not in Azure any more' }).check()
  await expectNoAxeViolations(page, '.dialog')
  await apply.click()
  await expect(last).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(last).toBeVisible()
})

test('the preview has no accessibility violations', async ({ page }) => {
  await page.goto('./')
  // A load balancer by the name of the example's is somebody's own all the same.
  await pasteOnPage(page, JSON.stringify(piecesOf({ lb: 'lb-web' }).loadBalancer))
  await expect(dialogOf(page).getByRole('radio', { name: 'A new diagram' })).toBeChecked()
  await dialogOf(page).getByLabel('Or paste the text').fill(siteTemplate)
  await dialogOf(page).getByRole('button', { name: 'Add pasted text' }).click()
  await expect(dialogOf(page).getByRole('form', { name: 'Parameters' })).toBeVisible()
  for (const group of await preview(page).locator('summary').all()) await group.click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page, '.dialog')
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/import-${colorScheme}-${width}.png` })
    }
  }
})
