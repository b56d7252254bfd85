/** The middle of some numbers; `part` 0.95 gives the value that one in twenty exceeds. */
export function median(values, part = 0.5) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Runs in the page before it loads: notes when so many nodes are drawn and when frames come, and says when the next one is done. */
function watchFrames(nodes) {
  const frames = { on: false, times: [] }
  let isDrawing = false
  const note = (time) => {
    if (frames.on) frames.times.push(time)
    else if (!isDrawing && document.querySelectorAll('.react-flow__node').length >= nodes) {
      isDrawing = true
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        window.bench.opened = performance.now()
      }
      port2.postMessage(0)
    }
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
  window.bench = {
    frames,
    /** Milliseconds until the first frame with all nodes was drawn. */
    opened: 0,
    afterFrame: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(0)
        })
      }),
  }
}

/** Opens a page in a window of its own with something that measures its main thread. */
export async function openMeasured(browser, url, prepare, value, nodes = 1) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  // No guide of a first visit: it would draw, too.
  await page.addInitScript(() => {
    localStorage.setItem('floatpath.preferences', JSON.stringify({ guideSeen: true }))
  })
  await page.addInitScript(watchFrames, nodes)
  await page.addInitScript(prepare, value)
  const cdp = await context.newCDPSession(page)
  // The processor's time, not the clock's, so that other programs disturb little.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const readMetrics = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]))
  }
  await page.goto(url)

  /** Waits until the page has nothing left to do. */
  const settle = async () => {
    let quiet = 0
    let before = (await readMetrics()).TaskDuration
    for (let turn = 0; turn < 150 && quiet < 3; turn++) {
      await page.waitForTimeout(100)
      const after = (await readMetrics()).TaskDuration
      quiet = after - before < 8 ? quiet + 1 : 0
      before = after
    }
  }

  /** Does steps one after another, and tells what one of them took. */
  const measure = async (steps) => {
    const before = await readMetrics()
    await page.evaluate(() => {
      Object.assign(window.bench.frames, { on: true, times: [] })
    })
    for (const step of steps) await step()
    await page.evaluate(() => window.bench.afterFrame())
    const after = await readMetrics()
    const times = await page.evaluate(() => {
      window.bench.frames.on = false
      return window.bench.frames.times
    })
    const each = (name) => (after[name] - before[name]) / steps.length
    return {
      busy: each('TaskDuration'),
      script: each('ScriptDuration'),
      layout: each('LayoutDuration') + each('RecalcStyleDuration'),
      frames: times.slice(1).map((time, index) => time - times[index]),
    }
  }

  const mouse = (type, { x, y }, more = {}) =>
    cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, ...more })
  const move = (point) => mouse('mouseMoved', point, { buttons: 1, clickCount: 0 })
  const wheel = (point, deltaY) =>
    mouse('mouseWheel', point, { button: 'none', clickCount: 0, deltaX: 0, deltaY, modifiers: 2 })
  return { page, cdp, mouse, move, wheel, measure, settle, errors, close: () => context.close() }
}
