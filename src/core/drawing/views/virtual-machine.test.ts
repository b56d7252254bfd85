import { expect, it } from 'vitest'
import { boxesOf } from '../../edit/node-boxes.ts'
import { scenarios } from '../../scenarios/index.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { patch, type TopologyDocument } from '../../topology/document.ts'
import { resolve } from '../../topology/model.ts'
import { drawingInput } from '../test-drawing.ts'
import { startToDrawing } from '../to-drawing.ts'
import type { VirtualMachineView } from './view.ts'
import { standsForThing } from './virtual-machine-rows.ts'

const drawn = (document: TopologyDocument, id: string, wrong?: string) => {
  const { facts, ...input } = drawingInput(document)
  const diagnosticsById = new Map(wrong ? [[wrong, [{ severity: 'warning' as const, resource: wrong }]]] : [])
  const found = startToDrawing()({ ...input, facts: { ...facts, diagnosticsById } }).nodes.find(
    (node) => node.id === id,
  )
  if (!found) throw new Error(`${id} is not drawn`)
  return { box: found.box, view: found.view as VirtualMachineView }
}

const web2 = 'virtualMachine/web2'

/** The first example with so many more services in one guest; the last one belongs to nobody's port. */
function withServices(count: number, collapsed?: boolean): TopologyDocument {
  const services = Array.from({ length: count }, (_, index) => [
    `listener/more${index}`,
    { name: `more ${index}`, virtualMachine: web2, protocol: 'Tcp', address: '10.0.0.9', port: 9000 + index },
  ])
  const { [web2]: place } = twoTlsSites.layout
  return {
    ...twoTlsSites,
    resources: { ...twoTlsSites.resources, ...Object.fromEntries(services) },
    layout: {
      ...twoTlsSites.layout,
      [web2]: { x: 0, y: 0, ...place, ...(collapsed === undefined ? {} : { collapsed }) },
    },
  } as TopologyDocument
}

const listenersIn = ({ rows }: VirtualMachineView) => rows.filter(({ kind }) => kind === 'listener').length
const moreIn = ({ rows }: VirtualMachineView) => rows.find((row) => row.kind === 'more')

it('shows all of eight listeners', () => {
  const own = resolve(twoTlsSites).listenersOf(web2).length
  const { view } = drawn(withServices(8 - own), web2)
  expect(listenersIn(view)).toBe(8)
  expect(moreIn(view)).toBeUndefined()
})

it('counts what it does not show of forty, with what is wrong with them', () => {
  const own = resolve(twoTlsSites).listenersOf(web2).length
  const { view, box } = drawn(withServices(40 - own), web2, 'listener/more30')
  expect(listenersIn(view)).toBe(6)
  expect(moreIn(view)).toMatchObject({
    words: '+34 listeners',
    problems: { severity: 'warning', resource: 'listener/more30' },
  })
  expect(moreIn(view)?.hidden).toHaveLength(34)
  expect(view.label).toContain('34 more listeners')
  expect(box.height).toBeLessThan(480)
})

it('shows all of them where its place says so', () => {
  const own = resolve(twoTlsSites).listenersOf(web2).length
  const { view, box } = drawn(withServices(40 - own, false), web2)
  expect(listenersIn(view)).toBe(40)
  expect(moreIn(view)).toMatchObject({ words: 'Fold 40 listeners', hidden: [] })
  const last = view.rows.at(-1)
  expect(box.height).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0))
})

it('has a row for a listener, shown or not', () => {
  const { view } = drawn(withServices(40), web2)
  for (const { id } of resolve(withServices(40)).listenersOf(web2))
    expect(view.rows.filter((row) => standsForThing(row, id))).toHaveLength(1)
})

it('is as tall while its probe is down, so that nothing is covered', () => {
  const down = patch(twoTlsSites, 'listener/web1-health', { enabled: false })
  const [before, after] = [drawn(twoTlsSites, 'virtualMachine/web1'), drawn(down, 'virtualMachine/web1')]
  expect(after.view.probe).toBe('down')
  expect(after.box.height).toBe(before.box.height)
})

it.each(scenarios.map(({ id, document }) => [id, document] as const))(
  'is in %s never taller than the room that is kept for it',
  (_, document) => {
    const room = boxesOf({ ...document })
    for (const { id, type, box } of startToDrawing()(drawingInput(document)).nodes)
      if (type === 'virtualMachine' && room.has(id))
        expect(box.height).toBeLessThanOrEqual(room.get(id)?.height ?? 0)
  },
)
