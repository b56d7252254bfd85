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

  it('changes the address wherever the diagram names it, and nowhere else', () => {
    const named = applyCommands(document, [
      { type: 'resource.set', id: 'listener/web1-iis', path: 'address', value: '10.0.0.4' },
      {
        type: 'resource.set',
        id: 'backendAddressPool/web-pool',
        path: 'loadBalancerBackendAddresses',
        value: [
          { name: 'by-address', ipAddress: '10.0.0.4' },
          { name: 'other', ipAddress: '10.0.0.40' },
        ],
      },
      {
        type: 'resource.set',
        id: 'virtualMachine/web2',
        path: 'guest.portForwards',
        value: [
          { name: 'f', protocol: 'Tcp', address: '10.0.0.5', port: 1, toAddress: '10.0.0.4', toPort: 2 },
        ],
      },
    ])
    const result = moveToSubnet(named, 'virtualMachine/web1', 'subnet/snet-1')
    if ('refusal' in result) throw new Error(result.refusal)
    const later = applyCommands(named, result.commands).resources
    expect(later['listener/web1-iis']).toMatchObject({ address: '10.0.1.4' })
    expect(later['backendAddressPool/web-pool']).toMatchObject({
      loadBalancerBackendAddresses: [{ ipAddress: '10.0.1.4' }, { ipAddress: '10.0.0.40' }],
    })
    expect(later['virtualMachine/web2']).toMatchObject({
      guest: { portForwards: [{ address: '10.0.0.5', toAddress: '10.0.1.4' }] },
    })
    expect(later['loopbackInterface/web1-site-a']).toBe(named.resources['loopbackInterface/web1-site-a'])
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
