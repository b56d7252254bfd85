import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawingInput } from '../../core/drawing/test-drawing.ts'
import { type Drawing, startToDrawing } from '../../core/drawing/to-drawing.ts'
import { applyCommands } from '../../core/edit/command.ts'
import { type CreateKind, create, creators } from '../../core/edit/create.ts'
import type { Box } from '../../core/edit/geometry.ts'
import { boxesOf } from '../../core/edit/node-boxes.ts'
import { untidy } from '../../core/edit/test-tidy.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { emptyDocument, type TopologyDocument } from '../../core/topology/document.ts'
import { nodesAt } from './drop-owner.ts'

const canvasOf = (document: TopologyDocument): Drawing => startToDrawing()(drawingInput(document))

const drawnBoxes = (document: TopologyDocument): ReadonlyMap<string, Box> =>
  new Map(
    canvasOf(document).nodes.flatMap(({ id, box, synthetic }) => (synthetic ? [] : [[id, box] as const])),
  )

const drop = fc.record({
  kind: fc.constantFrom(...(Object.keys(creators) as CreateKind[])),
  x: fc.integer({ min: -200, max: 1400 }),
  y: fc.integer({ min: -200, max: 900 }),
})

describe('what is drawn', () => {
  it.each([
    ['the empty diagram', emptyDocument()],
    ['the first example', twoTlsSites],
  ])('covers nothing after any drops from the palette: %s', (_, start) => {
    fc.assert(
      fc.property(fc.array(drop, { maxLength: 15 }), (drops) => {
        let document = start
        for (const { kind, x, y } of drops) {
          const owner = nodesAt(canvasOf(document).nodes, { x, y })[0]?.id
          const result = create(document, kind, {
            position: { x, y },
            ...(owner === undefined ? {} : { owner }),
          })
          if ('refusal' in result) continue
          const creation = 'choices' in result ? result.choices.at(-1) : result
          document = applyCommands(document, creation?.commands ?? [])
        }
        expect(untidy(document, drawnBoxes(document))).toEqual([])
      }),
      { seed: 20260802, numRuns: 25 },
    )
  })

  it.each(scenarios.map(({ id, document }) => [id, document] as const))(
    'is no larger than the room that is kept for it: %s',
    (_, document) => {
      const room = boxesOf(document)
      for (const [id, { height, width }] of drawnBoxes(document)) {
        const kept = room.get(id)
        if (!kept) continue
        expect([id, width <= kept.width, height <= kept.height]).toEqual([id, true, true])
      }
    },
  )
})
