import { describe, expect, it } from 'vitest'
import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
} from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { guestPlans } from './guest-plans.ts'

const poolOf = (nic: string): Resources => ({
  [`backendAddressPool/${nic}`]: {
    name: nic,
    loadBalancer: 'loadBalancer/lb',
    backendIPConfigurations: [`ipConfiguration/vm-${nic}-ipconfig1`],
  },
})

/** One floating frontend address in front of a guest with two NICs; each rule goes to the NIC that it is named after. */
function planFor(...rules: readonly (readonly [nic: string, port: number])[]) {
  const document = documentOf(
    'Two NICs',
    loadBalancer(),
    network(),
    internalFrontend('app', '10.0.0.100'),
    poolOf('first'),
    poolOf('second'),
    ...rules.map(([nic, port]) =>
      balance(`to-${port}`, 'app', port, { backendAddressPool: `backendAddressPool/${nic}` }),
    ),
    machine(
      'vm',
      [
        { name: 'first', address: '10.0.0.4' },
        { name: 'second', address: '10.0.0.5' },
      ],
      { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80', '443'] },
    ),
  )
  const [plan] = guestPlans(document, 'linux')
  return {
    routes: plan?.policyRoutes.map(({ from, device }) => `${from} ${device.name}`),
    notes: plan?.notes.filter((note) => note.includes('10.0.0.100')),
  }
}

describe('routes by source', () => {
  it('bring the answers of an address and of its probe back by the NIC where it arrives', () => {
    const { routes, notes } = planFor(['second', 80])
    expect(routes).toEqual(['10.0.0.100/32 eth1', '10.0.0.5/32 eth1'])
    expect(notes).toEqual([])
  })

  it('are not needed by the default NIC', () => {
    expect(planFor(['first', 80]).routes).toEqual([])
  })

  it.each([
    ['the default NIC first', ['first', 80], ['second', 443]],
    ['the other NIC first', ['second', 80], ['first', 443]],
  ] as const)('leave an address that arrives by two NICs as it is: %s', (_title, one, other) => {
    const { routes, notes } = planFor(one, other)
    expect(routes).toEqual(['10.0.0.5/32 eth1'])
    expect(notes).toEqual([expect.stringContaining('10.0.0.100 arrives by eth0 and eth1')])
  })
})
