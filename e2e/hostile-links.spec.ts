import { deflateSync } from 'fflate'
import { toBase64url } from '../src/core/permalink/base64url.ts'
import { encodeLink } from '../src/core/permalink/encode-link.ts'
import { seal } from '../src/core/permalink/envelope.ts'
import { dictionary } from '../src/core/permalink/v1/dictionary.ts'
import { writeDocument } from '../src/core/permalink/v1/write.ts'
import { twoTlsSites } from '../src/core/scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../src/core/topology/document.ts'
import { limits } from '../src/core/topology/limits.ts'
import { expect, test } from './fixtures.ts'
import { diagramName, rename } from './steps.ts'

const sealed = (bytes: Uint8Array) => seal(toBase64url(deflateSync(bytes, { level: 9, dictionary })))
const named = (name: string, more: object) =>
  ({ ...twoTlsSites, name, ...more }) as unknown as TopologyDocument

const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

const hostile: readonly (readonly [string, () => string])[] = [
  ['is longer than a link may be', () => seal('A'.repeat(limits.linkCharacters + 100))],
  ['inflates to far more than it is', () => sealed(new Uint8Array(40 * 1024 * 1024))],
  ['is nested without end', () => sealed(Uint8Array.from({ length: 200_000 }, (_, index) => index % 7))],
  [
    'nests a field too deeply',
    () => sealed(writeDocument(named('Deep', { more: deep(limits.nesting + 5) }))),
  ],
  [
    'has keys that would change every object',
    () =>
      sealed(
        writeDocument(
          JSON.parse('{"version":1,"name":"x","resources":{"__proto__":{"polluted":1}},"layout":{}}'),
        ),
      ),
  ],
  ['is only noise', () => `1.${'zZ9-_'.repeat(2_000)}`],
]

test('hostile links are refused in words, quickly, and the own diagram stays', async ({ page }) => {
  await page.goto('./')
  await rename(page, 'Mine')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  for (const [what, make] of hostile) {
    await page.goto('about:blank')
    const start = Date.now()
    await page.goto(`./#${make()}`)
    await expect(
      page.getByText('This link could not be opened. Your own diagram is unchanged.'),
      what,
    ).toBeVisible()
    expect(Date.now() - start, what).toBeLessThan(10_000)
    await expect(diagramName(page)).toHaveText('Mine')
    expect(await page.evaluate(() => 'polluted' in {}), what).toBe(false)
  }
})

test('a link that is opened while the own diagram has unsaved edits leaves them alone', async ({ page }) => {
  const link = encodeLink(named('Theirs', {}))
  if (!link.ok) throw new Error(link.reason)
  await page.goto('./')
  await rename(page, 'Mine')
  await page.evaluate((fragment) => {
    location.hash = fragment
  }, link.fragment)
  await expect(diagramName(page)).toHaveText('Theirs')
  await expect(diagramName(page).getByRole('button')).toBeDisabled()
  await page.getByRole('button', { name: 'Back to my diagram' }).click()
  await expect(diagramName(page)).toHaveText('Mine')
  await page.reload()
  await expect(diagramName(page)).toHaveText('Mine')
})

test('a hostile name is text everywhere', async ({ page }) => {
  const name = '<img src=x onerror="document.title=1">\u202e{{7*7}}'
  const link = encodeLink(named(name, {}))
  if (!link.ok) throw new Error(link.reason)
  await page.goto(`./#${link.fragment}`)
  await expect(diagramName(page)).toHaveText(name)
  await page.getByRole('button', { name: 'More ways to share' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Embed in a page' })).toHaveValue(
    /&lt;img/,
  )
  // The markup would set the title to 1 if it were ever more than text.
  expect(await page.title()).not.toBe('1')
  await expect(page.locator('img[src=x]')).toHaveCount(0)
})
