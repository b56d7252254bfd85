import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument } from '../topology/document.ts'
import { type CreateKind, created } from './create.ts'
import { boxesOf } from './node-boxes.ts'

const boxes = boxesOf(twoTlsSites)
const balancer = boxes.get('loadBalancer/lb-web') ?? { x: 0, y: 0, width: 0, height: 0 }
const inBalancer = { x: balancer.x + 24, y: balancer.y + balancer.height - 40 }
const below = { x: balancer.x + 24, y: balancer.y + balancer.height + 80 }
const faraway = { x: 4_000, y: 4_000 }

describe('where something new is put', () => {
  it.each<[CreateKind, string, { x: number; y: number }, boolean]>([
    ['internalFrontend', 'frontendIPConfiguration/frontend-1', inBalancer, true],
    ['internalFrontend', 'frontendIPConfiguration/frontend-1', below, true],
    ['internalFrontend', 'frontendIPConfiguration/frontend-1', faraway, false],
    ['publicFrontend', 'frontendIPConfiguration/frontend-1', inBalancer, false],
    ['publicFrontend', 'frontendIPConfiguration/frontend-1', faraway, true],
    ['virtualMachine', 'virtualMachine/vm1', inBalancer, false],
    ['virtualMachine', 'virtualMachine/vm1', faraway, false],
    ['client', 'client/client-1', faraway, true],
    ['client', 'client/client-1', inBalancer, false],
    ['virtualNetwork', 'virtualNetwork/vnet-1', faraway, true],
  ])('%s: %s at %j stays there: %s', (kind, id, position, stays) => {
    const { layout } = created(twoTlsSites, kind, { position })
    expect(layout[id]).toBeDefined()
    expect(layout[id]?.x === position.x && layout[id]?.y === position.y).toBe(stays)
  })

  it('is a multiple of 8, and below what stands there already', () => {
    const first = created(emptyDocument(), 'client', { position: { x: 101, y: 99 } })
    expect(first.layout['client/client-1']).toEqual({ x: 104, y: 96 })
    const second = created(first, 'client', { position: { x: 101, y: 99 } })
    const [top, next] = [first.layout['client/client-1'], second.layout['client/client-2']]
    expect(next?.x).toBe(top?.x)
    expect(next?.y).toBeGreaterThan((top?.y ?? 0) + 80)
  })

  it('is chosen by the columns where only the neighbourhood is meant', () => {
    const { layout } = created(twoTlsSites, 'internalFrontend', { near: inBalancer })
    expect(layout['frontendIPConfiguration/frontend-1']?.x).toBe(
      twoTlsSites.layout['frontendIPConfiguration/site-a']?.x,
    )
  })
})
