import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { applyCommands } from './command.ts'
import { created } from './create.ts'
import { moveCommands, moveToSubnet } from './move.ts'

describe('moving a node', () => {
  it('takes along what is drawn in a container, once each', () => {
    const ids = ['virtualNetwork/vnet-web', 'virtualMachine/web1']
    const { layout } = applyCommands(twoTlsSites, moveCommands(twoTlsSites, ids, { x: 16, y: -8 }))
    for (const id of [
      'virtualNetwork/vnet-web',
      'subnet/snet-web',
      'virtualMachine/web1',
      'virtualMachine/web2',
    ]) {
      const before = twoTlsSites.layout[id]
      expect(layout[id]).toEqual({ x: (before?.x ?? 0) + 16, y: (before?.y ?? 0) - 8 })
    }
    expect(layout['loadBalancer/lb-web']).toBe(twoTlsSites.layout['loadBalancer/lb-web'])
  })

  it('keeps the identity of a frontend and stays on the grid', () => {
    const commands = moveCommands(twoTlsSites, ['loadBalancer/lb-web'], { x: 3, y: 5 })
    const { layout } = applyCommands(twoTlsSites, commands)
    const before = twoTlsSites.layout['frontendIPConfiguration/site-b'] ?? { x: 0, y: 0 }
    expect(layout['frontendIPConfiguration/site-b']).toEqual({ x: before.x, y: before.y + 8, identity: 1 })
  })

  it('has nothing to do for rows', () => {
    expect(moveCommands(twoTlsSites, ['listener/web1-iis'], { x: 8, y: 8 })).toEqual([])
  })
})

describe('moving a machine into another subnet', () => {
  const document = created(twoTlsSites, 'subnet')

  it('says which address it gets', () => {
    expect(moveToSubnet(document, 'virtualMachine/web1', 'subnet/snet-1')).toMatchObject({
      label: 'Move web1 to snet-1 and give it 10.0.1.4',
    })
  })

  it.each([
    ['where it is already', document, 'subnet/snet-web', 'web1 is in snet-web already.'],
    [
      'that is full',
      applyCommands(document, [
        { type: 'resource.set', id: 'subnet/snet-1', path: 'addressPrefix', value: '10.0.1.0/30' },
      ]),
      'subnet/snet-1',
      'snet-1 (10.0.1.0/30) has no free address left. Use another subnet, or free an address in it.',
    ],
    [
      'without a prefix',
      applyCommands(document, [{ type: 'resource.set', id: 'subnet/snet-1', path: 'addressPrefix' }]),
      'subnet/snet-1',
      'snet-1 has no address prefix yet. Give it one first, such as 10.0.0.0/24.',
    ],
  ])('is refused %s', (_, topology, subnet, refusal) => {
    expect(moveToSubnet(topology, 'virtualMachine/web1', subnet)).toEqual({ refusal })
  })
})
