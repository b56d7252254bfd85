import { readFileSync } from 'node:fs'
import os from 'node:os'
import { browserFile, ensureBrowser } from '../ensure-browser.mjs'
import { ensureBuilt } from '../ensure-built.mjs'
import { inProject, say } from '../project.mjs'
import { serve } from '../static-server.mjs'
import { importBundled } from './bundle.mjs'
import { measureEdits } from './edits.mjs'
import { allGestures, readViewport, zoomTo } from './gestures.mjs'
import { median, openMeasured } from './meter.mjs'
import { measureSwarm } from './swarm.mjs'

const sizes = (process.env.BENCH_NODES ?? '100,300,1000').split(',').map(Number)
const turns = Number(process.env.BENCH_TURNS ?? 3)
const budget = 1.3
const openingBudget = 2
/** At this zoom every node shows all it has, and a window holds a hundred and more. */
const zoom = 0.55
/** As Floatpath does it: above this many nodes only visible ones are drawn. */
const manyNodes = 300

async function buildBare() {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const outDir = inProject('.cache', 'bench', 'bare')
  await build({
    root: inProject('src', 'tooling', 'bench', 'bare'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  })
  return outDir
}

/** As an earlier version left it; from the second visit on the library has it. */
const keepDocument = (text) => {
  if (!text || localStorage.getItem('bench')) return
  localStorage.setItem('floatpath.document', text)
  localStorage.setItem('bench', 'begun')
}
const giveDiagram = (text) => {
  window.diagram = JSON.parse(text)
}

/** Reads from Floatpath's page what a bare one has to draw to be its equal. */
function readDiagram() {
  const nodes = [...document.querySelectorAll('.react-flow__node')].map((node) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(node).transform)
    return {
      id: node.dataset.id,
      x: e / a,
      y: f / a,
      width: node.offsetWidth,
      height: node.offsetHeight,
      zIndex: Number(node.style.zIndex),
      elements: node.querySelectorAll('*').length,
    }
  })
  const edges = [...document.querySelectorAll('.react-flow__edge')].map((edge) => edge.dataset.id.split('>'))
  const { width, height } = document.querySelector('.react-flow').getBoundingClientRect()
  const elements = document.body.querySelectorAll('*').length
  return { nodes, edges, size: { width, height }, elements }
}

/** Adds plain text beside the canvas, so that a bare page has as many elements as Floatpath's. */
function fillUp(elements) {
  const beside = document.createElement('div')
  beside.className = 'beside'
  document.body.append(beside)
  for (let count = document.body.querySelectorAll('*').length; count + 2 < elements; count += 3) {
    const line = document.createElement('div')
    for (const text of ['Line', count])
      line.append(Object.assign(document.createElement('span'), { textContent: text }))
    beside.append(line)
  }
}

/** The frontend or VM nearest to the middle of the canvas. */
function nodeInTheMiddle() {
  const canvas = document.querySelector('.react-flow').getBoundingClientRect()
  const distance = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect()
    return Math.hypot(
      x + width / 2 - canvas.x - canvas.width / 2,
      y + height / 2 - canvas.y - canvas.height / 2,
    )
  }
  const types = ['virtualMachine', 'frontendIPConfiguration']
  const nodes = document.querySelectorAll(types.map((type) => `.react-flow__node-${type}`).join())
  return [...nodes].sort((a, b) => distance(a) - distance(b))[0].dataset.id
}

async function openFloatpath(browser, url, document, count) {
  const meter = await openMeasured(browser, url, keepDocument, document && JSON.stringify(document), count)
  await meter.page.locator('.react-flow__node').first().waitFor()
  await meter.settle()
  return meter
}

/** Opens a page anew, whose files and diagram the browser has from the visit before; milliseconds until all of it is drawn. */
async function openAgain({ page, settle }) {
  await page.reload()
  await page.waitForFunction(() => window.bench?.opened > 0, undefined, { timeout: 60_000 })
  const { opened } = await page.evaluate(() => window.bench)
  await settle()
  return opened
}

/** One turn of both pages, one right after the other, so that a noisy machine hits both alike. */
async function compare(browser, urls, document, count) {
  const ours = await openFloatpath(browser, urls.floatpath, document, count)
  const opened = [await openAgain(ours)]
  const whole = await readViewport(ours.page)
  const read = await ours.page.evaluate(readDiagram)
  if (read.nodes.length !== count) say(`${read.nodes.length} nodes are drawn instead of ${count}`)
  const viewport = await zoomTo(ours, zoom)
  await ours.settle()
  const node = await ours.page.evaluate(nodeInTheMiddle)
  const floatpath = await allGestures(ours, node, viewport.zoom)
  await ours.close()

  // It has nothing to arrange or to check, but as many nodes with as many elements, read from text, all in view as ours are.
  const diagram = JSON.stringify({ ...read, viewport: whole, visibleOnly: count > manyNodes })
  const theirs = await openMeasured(browser, urls.bare, giveDiagram, diagram, read.nodes.length)
  await theirs.settle()
  opened.push(await openAgain(theirs))
  await zoomTo(theirs, zoom)
  await theirs.settle()
  await theirs.page.evaluate(fillUp, read.elements)
  await theirs.settle()
  const bare = await allGestures(theirs, node, viewport.zoom)
  await theirs.close()
  for (const error of [...ours.errors, ...theirs.errors]) say(`Error in a page: ${error}`)
  return { floatpath, bare, opened, elements: read.elements }
}

const rounded = (value) => Number(value.toFixed(1))

async function compareAll(browser, urls, diagramOf) {
  for (const count of sizes) {
    const results = []
    for (let turn = 0; turn < turns; turn++)
      results.push(await compare(browser, urls, diagramOf(count), count))
    const rows = Object.keys(results[0].floatpath).map((gesture) => {
      const of = (page, read) => median(results.map((result) => read(result[page][gesture])))
      const ratio = median(results.map(({ floatpath, bare }) => floatpath[gesture].busy / bare[gesture].busy))
      const frames = (page) =>
        [0.5, 0.95].map((part) => rounded(of(page, (measured) => median(measured.frames, part)))).join(' / ')
      return {
        gesture,
        'Floatpath, ms': rounded(of('floatpath', ({ busy }) => busy)),
        'of it script': rounded(of('floatpath', ({ script }) => script)),
        'and layout': rounded(of('floatpath', ({ layout }) => layout)),
        'bare, ms': rounded(of('bare', ({ busy }) => busy)),
        'its script': rounded(of('bare', ({ script }) => script)),
        'its layout': rounded(of('bare', ({ layout }) => layout)),
        ratio: Number(ratio.toFixed(2)),
        '': ratio > budget ? 'over budget' : '',
        'frames, ms (median / 95 %)': frames('floatpath'),
        'bare frames': frames('bare'),
      }
    })
    console.log(
      `${count} nodes on pages of ${results[0].elements} elements: main thread per pointer event ` +
        `(budget ${budget} times the bare page${count > manyNodes ? '; only visible nodes are drawn' : ''})`,
    )
    console.table(rows)
    const [ours, theirs] = [0, 1].map((page) => median(results.map(({ opened }) => opened[page])))
    console.log(
      `Opened again in ${rounded(ours)} ms, the bare page in ${rounded(theirs)} ms: ${(ours / theirs).toFixed(2)} times ` +
        `as long (budget ${openingBudget} times at 1000 nodes)`,
    )
  }
}

async function main() {
  await ensureBrowser()
  await ensureBuilt(['page'])
  const { diagramOf } = await importBundled('diagram')
  const servers = [await serve(inProject('dist'), 0), await serve(await buildBare(), 0)]
  const [floatpath, bare] = servers.map(({ url }) => url)
  const { chromium } = await import('@playwright/test')
  const { executablePath, args, env } = JSON.parse(readFileSync(browserFile, 'utf8'))
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
  try {
    console.log(
      `Chromium ${browser.version()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}, ` +
        `median of ${turns} turns, processor time`,
    )
    await compareAll(browser, { floatpath, bare }, diagramOf)
    await measureSwarm((document) => openFloatpath(browser, floatpath, document), diagramOf)
    await measureEdits((document) => openFloatpath(browser, floatpath, document), diagramOf)
  } finally {
    await browser.close()
    for (const server of servers) await server.close()
  }
}

await main().catch((error) => {
  say(error.stack ?? error.message)
  process.exitCode = 1
})
