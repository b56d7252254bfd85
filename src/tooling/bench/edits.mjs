import { zoomTo } from './gestures.mjs'
import { median } from './meter.mjs'

const edits = 12
/** At this zoom rules show their switch. */
const zoom = 0.75

const focus = (element) => element.focus({ preventScroll: true })

/** Runs in the page: what the tab of the problems says. */
function readProblems() {
  return document.querySelector('#bottom-tab-problems')?.textContent
}

/** Runs in the page: notes long tasks, and what the tab of the problems says in the frame that draws a key. */
function watchKeys() {
  window.tasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration)
  }).observe({ type: 'longtask' })
  const note = () => {
    window.inFrameOfKey = document.querySelector('#bottom-tab-problems')?.textContent
  }
  addEventListener('keydown', () => requestAnimationFrame(note), { capture: true })
}

const twoFrames = () => window.bench.afterFrame().then(window.bench.afterFrame)

/** Runs in the page: the longest task since the last time, 0 where none was long. */
function takeLongest() {
  const [longest] = window.tasks.sort((a, b) => b - a)
  window.tasks = []
  return longest ?? 0
}

/** Presses keys one after another, each an edit, and tells what one of them took. */
async function pressKeys({ page, cdp, measure }, keys) {
  const results = []
  for (let index = 0; index < edits; index++) {
    const key = keys[index % keys.length]
    const text = key === 'Backspace' ? {} : { text: key }
    const code = { Backspace: 8, ' ': 32 }[key] ?? key.charCodeAt(0)
    const press = (type, more) =>
      cdp.send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: code, ...more })
    const before = await page.evaluate(readProblems)
    const shown = await measure([() => press('keyDown', text).then(() => press('keyUp'))])
    const inFrameOfKey = await page.evaluate(() => window.inFrameOfKey)
    await page.evaluate(twoFrames)
    const inTime = await page.evaluate(readProblems)
    const later = await measure([() => page.waitForTimeout(600)])
    const settled = await page.evaluate(readProblems)
    results.push({
      busy: shown.busy,
      later: later.busy,
      changed: before !== settled,
      inTime: inTime === settled,
      early: inFrameOfKey === settled,
      longest: await page.evaluate(takeLongest),
    })
  }
  return results
}

const rounded = (value) => Number(value.toFixed(1))

function row(diagram, what, results) {
  const changed = results.filter((result) => result.changed)
  const of = (wanted) =>
    changed.length === 0 ? 'none change' : `${changed.filter(wanted).length} of ${changed.length}`
  return {
    diagram,
    edit: what,
    'main thread until it is drawn, ms': rounded(median(results.map(({ busy }) => busy))),
    'worst, ms': rounded(Math.max(...results.map(({ busy }) => busy))),
    'afterwards, ms': rounded(median(results.map(({ later }) => later))),
    'longest task by the clock, ms (median / worst)': [0.5, 1]
      .map((part) =>
        Math.round(
          median(
            results.map(({ longest }) => longest),
            part,
          ),
        ),
      )
      .join(' / '),
    'problems counted before the key is drawn': of(({ early }) => early),
    'two frames later': of(({ inTime }) => inTime),
  }
}

/** Edits one diagram, and plays a packet in it. */
async function measureOne(open, diagram, document) {
  const meter = await open(document)
  const { page, measure } = meter
  const floating = page.getByRole('switch', { name: /^Floating IP on / }).first()
  const rows = []
  await zoomTo(meter, zoom)
  await page.evaluate(watchKeys)
  await floating.evaluate(focus)
  rows.push(row(diagram, 'switch floating IP', await pressKeys(meter, [' '])))
  const rule = page.locator('.react-flow__node-loadBalancingRule').first()
  await rule.evaluate(focus)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Frontend port' }).focus()
  await page.keyboard.press('End')
  rows.push(row(diagram, 'type a port', await pressKeys(meter, ['Backspace', '3'])))

  await rule.getByRole('button', { name: /^Play a packet/ }).evaluate((button) => button.click())
  const { frames, busy } = await measure([() => page.waitForTimeout(2500)])
  const packet = {
    diagram,
    'frames a second': Math.round((frames.length / frames.reduce((sum, time) => sum + time, 0)) * 1000),
    'frames, ms (median / 95 %)': [0.5, 0.95].map((part) => rounded(median(frames, part))).join(' / '),
    'main thread per frame, ms': rounded(busy / frames.length),
  }
  for (const error of meter.errors) console.log(`Error in the page: ${error}`)
  await meter.close()
  return { rows, packet }
}

/** Prints what an edit takes until its findings are drawn, and how smoothly a packet moves. */
export async function measureEdits(open, diagramOf) {
  const diagrams = [
    ['first example', undefined],
    ['100 nodes', diagramOf(100)],
    ['300 nodes', diagramOf(300)],
  ]
  const results = []
  for (const [name, document] of diagrams) results.push(await measureOne(open, name, document))
  console.log(`Edits, median of ${edits}: from the key to the frame that shows what became of it`)
  console.table(results.flatMap(({ rows }) => rows))
  console.log('A packet that is played')
  console.table(results.map(({ packet }) => packet))
}
