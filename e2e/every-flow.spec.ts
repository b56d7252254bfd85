import type { Page } from '@playwright/test'
import { backendCallsItsOwnFrontend } from '../src/core/scenarios/backend-calls-its-own-frontend.ts'
import { firewallPair } from '../src/core/scenarios/firewall-pair.ts'
import { outboundFromFrontendAddress } from '../src/core/scenarios/outbound-from-frontend-address.ts'
import { securityGroupForMembersOnly } from '../src/core/scenarios/security-group-for-members-only.ts'
import { sqlAvailabilityGroup } from '../src/core/scenarios/sql-availability-group.ts'
import { intendedFlows } from '../src/core/simulator/intended-flows.ts'
import type { TopologyDocument } from '../src/core/topology/document.ts'
import { expect, test } from './fixtures.ts'

const bottom = (page: Page) => page.getByRole('region', { name: 'Problems, packet trace and reachability' })
const picker = (page: Page) => bottom(page).getByLabel('Flow to trace')

async function openDiagram(page: Page, document: TopologyDocument): Promise<void> {
  await page.goto('./')
  await page.getByRole('button', { name: 'Import' }).click()
  const buffer = Buffer.from(JSON.stringify(document))
  const file = { name: 'diagram.json', mimeType: 'application/json', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('dialog')).toBeHidden()
  await bottom(page).getByRole('tab', { name: 'Packet trace' }).click()
}

/** Plays to the end; returns the points on the screen where the packet was, in order. */
async function play(page: Page): Promise<readonly { readonly x: number; readonly y: number }[]> {
  const speed = page.getByRole('button', { name: 'Speed 4×' })
  if (await speed.isVisible()) await speed.click()
  await page.evaluate(() => {
    const points: { x: number; y: number }[] = []
    Object.assign(window, { points })
    const look = () => {
      const box = document.querySelector('.packet')?.getBoundingClientRect()
      const last = points.at(-1)
      if (box && (box.x !== last?.x || box.y !== last.y)) points.push({ x: box.x, y: box.y })
      requestAnimationFrame(look)
    }
    look()
  })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Step forward' })).toBeDisabled({ timeout: 20_000 })
  return page.evaluate(() => (window as unknown as { points: { x: number; y: number }[] }).points)
}

test('the flow picker offers every intended flow, of every kind', async ({ page }) => {
  const kinds = new Set<string>()
  for (const { document } of [
    backendCallsItsOwnFrontend,
    firewallPair,
    outboundFromFrontendAddress,
    sqlAvailabilityGroup,
  ]) {
    await openDiagram(page, document)
    const flows = intendedFlows(document)
    await expect(async () => {
      const values = await picker(page)
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
      const offered = new Set(values.map((value) => JSON.stringify(JSON.parse(value)[0])))
      expect(offered).toEqual(new Set(flows.map((flow) => JSON.stringify(flow))))
    }).toPass()
    for (const { kind } of flows) kinds.add(kind)
  }
  expect([...kinds].sort()).toEqual(['hairpin', 'inbound', 'outbound', 'probe', 'routed'])
})

interface Played {
  readonly what: string
  readonly document: TopologyDocument
  readonly option: string
  readonly verdict: string
  /** Where the packet ends: the name of a thing on the diagram, and on which side of it. */
  readonly end: readonly [RegExp, 'within' | 'right of' | 'left of']
}

const played: readonly Played[] = [
  {
    what: 'a connection out of a VM goes to the frontend that gives it an address',
    document: outboundFromFrontendAddress.document,
    option: '✓ vm1 → 198.51.100.7:443',
    verdict: 'Reaches 198.51.100.7',
    end: [/^Virtual machine vm1,/, 'left of'],
  },
  {
    what: 'a connection with the wrong source does not leave',
    document: outboundFromFrontendAddress.document,
    option: '✕ vm1 → 198.51.100.7:443 from 65.52.0.1',
    verdict: 'the source is no address of its NIC',
    end: [/^Virtual machine vm1,/, 'left of'],
  },
  {
    what: 'a VM that calls its own frontend through the load balancer',
    document: backendCallsItsOwnFrontend.document,
    option: '✕ a → plain:80 → a',
    verdict: 'Dropped',
    end: [/^Virtual machine a,/, 'within'],
  },
  {
    what: 'a call that stays in the guest',
    document: backendCallsItsOwnFrontend.document,
    option: '✓ a → floating:80 → a',
    verdict: 'Answered',
    end: [/^Virtual machine a,/, 'within'],
  },
  {
    what: 'a routed packet goes on behind the appliance',
    document: firewallPair.document,
    option: '✓ 10.1.0.4 → 10.2.0.4:443 → nva2',
    verdict: 'Reaches 10.2.0.4',
    end: [/^Subnet workload,.*10\.2\.0\.0/, 'within'],
  },
  {
    what: 'a probe that a security group stops',
    document: securityGroupForMembersOnly.document,
    option: '✕ health → ub1',
    verdict: 'Down',
    end: [/^Virtual machine ub1,/, 'within'],
  },
]

for (const { what, document, option, verdict, end } of played) {
  test(`played: ${what}`, async ({ page }) => {
    await openDiagram(page, document)
    await picker(page).selectOption({ label: option })
    const points = await play(page)
    expect(points.length).toBeGreaterThan(3)
    await expect(bottom(page).getByText(verdict).first()).toBeVisible()
    const [name, side] = end
    const box = await page.getByRole('group', { name }).boundingBox()
    const last = points.at(-1)
    if (!box || !last) throw new Error('nothing to see')
    const middle = last.x + 8
    if (side === 'within') {
      expect(middle).toBeGreaterThanOrEqual(box.x - 12)
      expect(middle).toBeLessThanOrEqual(box.x + box.width)
    } else if (side === 'left of') expect(middle).toBeLessThan(box.x)
    else expect(middle).toBeGreaterThan(box.x + box.width)
    if (process.env.FLOATPATH_SHOTS) {
      await page.screenshot({ path: `${process.env.FLOATPATH_SHOTS}/${what.replaceAll(' ', '-')}.png` })
    }
  })
}
