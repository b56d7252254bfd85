import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { sites } from './large-document.ts'
import { dropDocument, thing, undoButton } from './steps.ts'

/** Nodes that cover each other although neither is a frame around the other, by their names. */
const covering = (page: Page) =>
  page.evaluate(() => {
    const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node:not(.container-node)')]
    const drawn = nodes.map((node) => {
      const { m41: x, m42: y } = new DOMMatrix(getComputedStyle(node).transform)
      return { name: node.ariaLabel, x, y, right: x + node.offsetWidth, bottom: y + node.offsetHeight }
    })
    const found: string[] = []
    for (const [index, one] of drawn.entries()) {
      for (const other of drawn.slice(index + 1)) {
        const beside = one.right <= other.x || other.right <= one.x
        if (!beside && one.bottom > other.y && other.bottom > one.y)
          found.push(`${one.name} and ${other.name}`)
      }
    }
    return found
  })

/** Finds a thing by its name, selects it and brings it into view. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  const box = page.getByRole('dialog').getByRole('combobox')
  await box.fill(name)
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
}

test('a diagram of 300 nodes is opened, searched, edited, taken back and tidied up, and nothing covers anything', async ({
  page,
}) => {
  test.slow()
  await page.goto('./')
  await dropDocument(page, sites(17))
  const nodes = page.locator('.react-flow__node')
  await expect(thing(page, 'Virtual machine app16-7')).toBeAttached({ timeout: 30_000 })
  // 17 sites of 17 nodes, their network, and a stand-in for the clients of each.
  await expect(nodes).toHaveCount(17 * 17 + 1 + 17)
  expect(await covering(page)).toEqual([])
  const before = await nodes.first().getAttribute('style')

  // From far away a tooltip says what something is.
  const machine = thing(page, 'Virtual machine app16-3')
  await machine.hover()
  await expect(page.locator('.tooltip')).toHaveText(/^Virtual machine app16-3, Linux, 10\.0\.16\.13/)

  await goTo(page, 'https-9-1')
  const rule = thing(page, 'Load-balancing rule https-9-1')
  await expect(rule).toBeFocused()
  await expect(rule).toBeInViewport()
  const floating = page.getByRole('switch', { name: 'Floating IP on https-9-1' })
  await floating.press('Space')
  await expect(floating).toBeChecked()
  await expect(rule).toContainText('0 of 8 answer')
  expect(await covering(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(floating).not.toBeChecked()
  await expect(rule).toContainText('8 of 8 answer')

  // The selected machine is shown in full over the others, and in one line again when nothing is selected.
  await goTo(page, 'app16-3')
  await expect(machine).toContainText('Guest')
  await page.keyboard.press('Escape')
  await expect(machine).not.toContainText('Guest')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(undoButton(page)).toHaveAccessibleName(/^Undo: Move \d+ things/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+a')
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Tidy up the diagram')
  await expect.poll(() => covering(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(nodes.first()).toHaveAttribute('style', before ?? '')
})

test('what is typed in a diagram of 300 nodes is drawn before anything is checked', async ({ page }) => {
  test.slow()
  await page.goto('./')
  await dropDocument(page, sites(17))
  await expect(thing(page, 'Virtual machine app16-7')).toBeAttached({ timeout: 30_000 })
  await goTo(page, 'https-9-0')
  const port = page.getByRole('textbox', { name: 'Backend port' })
  await port.focus()
  await port.press('End')
  const problems = page.locator('#bottom-tab-problems')
  await expect(problems).toHaveText(/\d/, { timeout: 30_000 })
  const before = await problems.textContent()
  // In the frame that the key is drawn in: the field, and how many problems there are said to be.
  await page.evaluate(() => {
    addEventListener(
      'input',
      ({ target }) =>
        requestAnimationFrame(() => {
          const count = document.querySelector('#bottom-tab-problems')?.textContent
          document.body.dataset.inFrame = `${(target as HTMLInputElement).value} ${count}`
        }),
      { once: true, capture: true },
    )
  })
  await port.press('Backspace')
  // Nothing listens on port 44.
  await expect(problems).not.toHaveText(before ?? '', { timeout: 30_000 })
  await expect(page.locator('body')).toHaveAttribute('data-in-frame', `44 ${before}`)
})

test('nothing is said of a diagram of 300 nodes before it is checked', async ({ page }) => {
  test.slow()
  await page.goto('./')
  await dropDocument(page, sites(17))
  await expect(thing(page, 'Virtual machine app16-7')).toBeAttached({ timeout: 30_000 })
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  // Until it is told to, the page is never idle.
  await page.addInitScript(() => {
    window.requestIdleCallback = (run) => {
      addEventListener('idle', () => run({ didTimeout: false, timeRemaining: () => 1 }), { once: true })
      return 1
    }
  })
  await page.reload()
  await expect(thing(page, 'Virtual machine app16-7')).toBeAttached({ timeout: 30_000 })
  await goTo(page, 'app16-3')
  const problems = page.locator('#properties-tab-problems')
  await problems.click()
  await expect(problems).toHaveText('Problems')
  await expect(page.getByText('Nothing is wrong')).toHaveCount(0)
  await expect(page).toHaveTitle('17 sites – Floatpath')
  await page.evaluate(() => dispatchEvent(new Event('idle')))
  await expect(problems).toHaveText('Problems1', { timeout: 30_000 })
  await expect(page).toHaveTitle('(34) 17 sites – Floatpath')
})
