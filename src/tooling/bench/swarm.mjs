import { say } from '../project.mjs'
import { median } from './meter.mjs'

const nodes = 300
const packets = 200
const watchMs = 8_000
const longest = 50

/** Runs in the page: notes every task that the browser calls long, from now on. */
function watchLongTasks() {
  const tasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  window.longTasks = tasks
}

/** Milliseconds of the processor's time that the longest task of a page's main thread took, by what was traced. */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString())
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const main = new Set(traceEvents.filter(isMain).map(threadOf))
  const ofTask = traceEvents.filter(({ name, tdur }) => /RunTask$/.test(name) && tdur > 0)
  return Math.max(0, ...ofTask.filter((event) => main.has(threadOf(event))).map(({ tdur }) => tdur / 1000))
}

/** Plays the packets of every rule at once in a diagram of 300 nodes, and prints what keeps the page from the next frame. */
export async function measureSwarm(open, diagramOf) {
  const meter = await open(diagramOf(nodes))
  const { page } = meter
  await page.evaluate(watchLongTasks)
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['toplevel'] })
  await page.getByRole('button', { name: 'Play the packets of every rule at once' }).click()
  const bar = page.getByText(/\d packets of every rule/)
  await bar.waitFor({ timeout: 60_000 })
  const said = await bar.textContent()
  const count = Number(/(\d+) packets/.exec(said ?? '')?.[1])
  const starting = await page.evaluate(() => window.longTasks.length)
  const { busy, frames } = await meter.measure([() => page.waitForTimeout(watchMs)])
  const busiest = longestTask(await browser.stopTracing())
  const tasks = await page.evaluate(() => window.longTasks)
  await meter.close()
  for (const error of meter.errors) say(`Error in a page: ${error}`)
  const flying = tasks.slice(starting)
  const round = (value) => Number(value.toFixed(1))
  console.log(
    `${count} packets at once in a diagram of ${nodes} nodes (budget: no task over ${longest} ms of the processor's time)`,
  )
  console.table([
    {
      'busiest task, ms': round(busiest),
      'long tasks by the clock': flying.length,
      'longest by the clock, ms': round(Math.max(0, ...flying)),
      'long tasks at the start': starting,
      'longest at the start, ms': round(Math.max(0, ...tasks.slice(0, starting))),
      'busy, % of the time': round((busy / watchMs) * 100),
      'frames, ms (median / 95 %)': `${round(median(frames))} / ${round(median(frames, 0.95))}`,
      '': count < packets ? `fewer than ${packets} packets` : busiest > longest ? 'over budget' : '',
    },
  ])
}
