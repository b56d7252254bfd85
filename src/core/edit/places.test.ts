import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument } from '../topology/document.ts'
import { applyCommands } from './command.ts'
import { type CreateKind, type Creation, create, created } from './create.ts'
import { boxesOf } from './node-boxes.ts'

const boxes = boxesOf(twoTlsSites)
const balancer = boxes.get('loadBalancer/lb-web') ?? { x: 0, y: 0, width: 0, height: 0 }
const columnX = twoTlsSites.layout['frontendIPConfiguration/site-a']?.x ?? 0
const inBalancer = { x: columnX, y: balancer.y + balancer.height - 8 }
const below = { x: columnX, y: balancer.y + balancer.height + 80 }
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

  it.each<[CreateKind, string, string]>([
    ['loadBalancingRule', 'frontendIPConfiguration/site-a', 'loadBalancingRule/https-a'],
    ['inboundNatRule', 'frontendIPConfiguration/site-b', 'loadBalancingRule/https-a'],
    ['internalFrontend', 'backendAddressPool/web-pool', 'frontendIPConfiguration/site-a'],
    ['backendAddressPool', 'virtualMachine/web1', 'backendAddressPool/web-pool'],
    ['virtualMachine', 'virtualMachine/web2', 'virtualMachine/web1'],
  ])('is the column of its kind for %s on %s', (kind, owner, neighbour) => {
    const on = boxes.get(owner) ?? { x: 0, y: 0 }
    const result = create(twoTlsSites, kind, { owner, position: { x: on.x + 64, y: on.y + 32 } })
    const { commands, created: id } = result as Creation
    expect(applyCommands(twoTlsSites, commands).layout[id]?.x).toBe(twoTlsSites.layout[neighbour]?.x)
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
