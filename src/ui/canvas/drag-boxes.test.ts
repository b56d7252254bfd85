import { describe, expect, it } from 'vitest'
import { drawingInput } from '../../core/drawing/test-drawing.ts'
import { startToDrawing } from '../../core/drawing/to-drawing.ts'
import { applyCommands } from '../../core/edit/command.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../core/topology/model.ts'
import { moveOf } from './commit-move.ts'
import { dragBoxes } from './drag-boxes.ts'

const canvas = startToDrawing()(drawingInput(twoTlsSites))
const model = resolve(twoTlsSites)
const boxOf = (id: string) => canvas.nodes.find((node) => node.id === id)?.box

function drag(id: string, dx: number, dy: number) {
  const box = boxOf(id)
  if (!box) throw new Error(`${id} is not drawn`)
  return dragBoxes(model, boxOf, new Map([[id, { x: box.x + dx, y: box.y + dy }]]))
}

describe('dragging', () => {
  it('moves a frame with everything in it', () => {
    const boxes = drag('virtualNetwork/vnet-web', 16, 8)
    expect([...boxes.keys()]).toEqual([
      'virtualNetwork/vnet-web',
      'subnet/snet-web',
      'virtualMachine/web1',
      'virtualMachine/web2',
    ])
    for (const id of boxes.keys()) {
      const before = boxOf(id)
      expect(boxes.get(id)).toEqual({ ...before, x: (before?.x ?? 0) + 16, y: (before?.y ?? 0) + 8 })
    }
  })

  it('leaves frames alone, so that a VM can be dragged out of its subnet', () => {
    expect([...drag('virtualMachine/web2', 0, 400).keys()]).toEqual(['virtualMachine/web2'])
  })
})

describe('letting go', () => {
  it('writes the place of what moved and of its frame, as one named step', () => {
    const moved = moveOf(twoTlsSites, canvas, drag('loadBalancingRule/https-b', 0, 80), [
      'loadBalancingRule/https-b',
    ])
    if ('refusal' in moved) throw new Error(moved.refusal)
    expect(moved.label).toBe('Move https-b')
    const after = applyCommands(twoTlsSites, moved.commands)
    expect(after.resources).toBe(twoTlsSites.resources)
    expect(after.layout['loadBalancingRule/https-b']).toEqual({ x: 376, y: 440 })
    expect(after.layout['frontendIPConfiguration/site-b']).toBe(
      twoTlsSites.layout['frontendIPConfiguration/site-b'],
    )
  })

  it('moves a VM into the subnet it is dropped on, with an address of that subnet', () => {
    const document = {
      ...twoTlsSites,
      resources: {
        ...twoTlsSites.resources,
        'subnet/db': { name: 'db', virtualNetwork: 'virtualNetwork/vnet-web', addressPrefix: '10.0.7.0/24' },
      },
      layout: { ...twoTlsSites.layout, 'subnet/db': { x: 1200, y: 0 } },
    } as typeof twoTlsSites
    const wide = startToDrawing()(drawingInput(document))
    const start = (id: string) => wide.nodes.find((node) => node.id === id)?.box
    const dragged = dragBoxes(
      resolve(document),
      start,
      new Map([['virtualMachine/web2', { x: 1208, y: 40 }]]),
    )
    const moved = moveOf(document, wide, dragged, ['virtualMachine/web2'])
    if ('refusal' in moved) throw new Error(moved.refusal)
    expect(moved.label).toBe('Move web2 to db and give it 10.0.7.4')
    const after = applyCommands(document, moved.commands)
    expect(after.resources['ipConfiguration/web2-ipconfig1']).toMatchObject({
      subnet: 'subnet/db',
      privateIPAddress: '10.0.7.4',
    })
    expect(after.layout['virtualMachine/web2']).toEqual({ x: 1208, y: 40 })
  })
})
