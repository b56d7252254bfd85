const events = 40

/** React Flow zooms by 2 to the power of the wheel's way over this, while Control is held. */
const wheelUnit = process.platform === 'darwin' ? -50 : -500

/** There and back again: where the pointer is after so many of all events, from 0 to 1 to 0. */
const there = (index) => Math.min(index, events - index)

const steps = (step) => Array.from({ length: events }, (_, index) => () => step(there(index + 1)))

/** A point of the pane that no node, line or control covers, as near to the middle as can be. */
function findPane() {
  const canvas = document.querySelector('.react-flow').getBoundingClientRect()
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
  let best
  for (let y = canvas.top + 40; y < canvas.bottom - 40; y += 12) {
    for (let x = canvas.left + 40; x < canvas.right - 40; x += 16) {
      if (!document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) continue
      const distance = Math.hypot(x - middle.x, y - middle.y)
      if (!best || distance < best.distance) best = { x, y, distance }
    }
  }
  return best
}

/** Where a node can be gripped, and where it is. */
function findNode(id) {
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
  const box = node?.getBoundingClientRect()
  return box && { x: box.x + Math.min(30, box.width / 3), y: box.y + box.height / 4, left: box.x }
}

/** Drags a node right and down and back, by one step of the grid with each event; the second time is measured. */
async function drag({ page, mouse, move, measure }, id, zoom) {
  const grip = await page.evaluate(findNode, id)
  if (!grip) throw new Error(`${id} is not to be seen`)
  const at = (count) => ({ x: grip.x + 8 * zoom * count, y: grip.y + 4 * zoom * count })
  await mouse('mouseMoved', grip, { button: 'none', clickCount: 0 })
  await mouse('mousePressed', grip)
  for (const step of steps((count) => move(at(count)))) await step()
  const result = await measure(steps((count) => move(at(count))))
  await move(at(events / 2))
  await page.evaluate(() => window.bench.afterFrame().then(window.bench.afterFrame))
  const moved = (await page.evaluate(findNode, id)).left - grip.left
  await move(at(0))
  await mouse('mouseReleased', grip)
  if (Math.abs(moved - 4 * events * zoom) > 20) throw new Error(`${id} moved by ${moved} pixels`)
  return result
}

async function pan({ page, mouse, move, measure }) {
  const grip = await page.evaluate(findPane)
  if (!grip) throw new Error('the canvas is covered all over')
  const at = (count) => ({ x: grip.x - 5 * count, y: grip.y - 3 * count })
  await mouse('mouseMoved', grip, { button: 'none', clickCount: 0 })
  await mouse('mousePressed', grip)
  for (const step of steps((count) => move(at(count)))) await step()
  const result = await measure(steps((count) => move(at(count))))
  await mouse('mouseReleased', grip)
  return result
}

/** Zooms by a factor and back. */
async function zoom({ page, wheel, measure }, factor) {
  const canvas = await page.locator('.react-flow').boundingBox()
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
  const deltaY = (wheelUnit * Math.log2(factor)) / (events / 2)
  const turns = Array.from(
    { length: events },
    (_, index) => () => wheel(middle, index < events / 2 ? deltaY : -deltaY),
  )
  for (const turn of turns) await turn()
  return measure(turns)
}

/** Where the canvas stands. */
export const readViewport = (page) =>
  page.evaluate(() => {
    const { transform } = getComputedStyle(document.querySelector('.react-flow__viewport'))
    const { a, e, f } = new DOMMatrix(transform)
    return { x: e, y: f, zoom: a }
  })

/** Zooms until the canvas stands at a zoom; returns where it stands. */
export async function zoomTo({ page, wheel }, wanted) {
  const canvas = await page.locator('.react-flow').boundingBox()
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
  for (let turn = 0; turn < 4; turn++) {
    const { zoom: now } = await readViewport(page)
    if (Math.abs(now / wanted - 1) > 1e-4) await wheel(middle, wheelUnit * Math.log2(wanted / now))
    await page.waitForTimeout(100)
  }
  return readViewport(page)
}

/** Every gesture in turn, each back to where it began. */
export async function allGestures(meter, node, atZoom) {
  return {
    drag: await drag(meter, node, atZoom),
    pan: await pan(meter),
    'zoom in': await zoom(meter, 2),
    'zoom out': await zoom(meter, 0.4),
  }
}
