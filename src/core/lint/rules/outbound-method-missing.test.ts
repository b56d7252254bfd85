import { expect, it } from 'vitest'
import { applyCommands } from '../../edit/command.ts'
import { documentOf, machine } from '../../scenarios/builder.ts'
import { resolve } from '../../topology/model.ts'
import { lintWith } from '../lint.ts'
import { appliances, cluster, linuxPair, publicOutbound, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundMethodMissing } from './outbound-method-missing.ts'

const vm1 = 'virtualMachine/vm1'
const updates = { name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }
const calling = changed(linuxPair, [vm1, 'guest.connections', [updates]])
const withGateway = (document: typeof linuxPair) =>
  documentOf('gateway', document.resources, {
    'natGateway/out': { name: 'out', publicIPAddresses: ['publicIPAddress/out'] },
    'publicIPAddress/out': { name: 'pip-out', sku: 'Standard', publicIPAddressVersion: 'IPv4' },
  })
const gateway = withGateway(calling)
const routed = (nextHopType: string) =>
  changed(
    documentOf('routed', linuxPair.resources, {
      'routeTable/out': { name: 'out', routes: [] },
    }),
    ['routeTable/out', 'routes', [{ name: 'all', addressPrefix: '0.0.0.0/0', nextHopType }]],
    ['subnet/snet', 'routeTable', 'routeTable/out'],
  )
const manyMachines = documentOf(
  'Five',
  linuxPair.resources,
  ...['vm3', 'vm4', 'vm5'].map((name, index) => machine(name, { address: `10.0.0.${20 + index}` }, {})),
)

testLintRule(outboundMethodMissing, {
  valid: {
    'default outbound access': changed(calling, ['subnet/snet', 'defaultOutboundAccess', true]),
    'a NAT gateway': changed(gateway, ['subnet/snet', 'natGateway', 'natGateway/out']),
    'an outbound rule': changed(publicOutbound, [vm1, 'guest.connections', [updates]]),
    'a public load-balancing rule that translates, where nobody calls': changed(publicPair, [
      'loadBalancingRule/web',
      'disableOutboundSnat',
      false,
    ]),
    'routes that lead to an appliance': routed('VirtualAppliance'),
    'machines without a subnet': changed(
      linuxPair,
      ['ipConfiguration/vm1-nic-ipconfig1', 'subnet', undefined],
      ['ipConfiguration/vm2-nic-ipconfig1', 'subnet', undefined],
    ),
  },
  invalid: {
    'no way out': {
      document: calling,
      finds: [
        {
          resource: vm1,
          severity: 'error',
          class: 'traffic',
          path: 'guest.connections.0.to',
          related: ['subnet/snet'],
          fixes: 2,
        },
      ],
    },
    'calls through two subnets': {
      document: changed(
        documentOf('Two subnets', calling.resources, {
          'subnet/other': {
            name: 'other',
            virtualNetwork: 'virtualNetwork/vnet',
            addressPrefix: '10.0.1.0/24',
          },
        }),
        ['ipConfiguration/vm2-nic-ipconfig1', 'subnet', 'subnet/other'],
        ['virtualMachine/vm2', 'guest.connections', [updates]],
      ),
      finds: [vm1, 'virtualMachine/vm2'].map((resource) => ({ resource, severity: 'error', fixes: 2 })),
    },
    'a secondary address that a load balancer does not translate': {
      document: changed(
        publicOutbound,
        ['ipConfiguration/vm1-nic-ipconfig1', 'primary', false],
        [vm1, 'guest.connections', [updates]],
      ),
      finds: [{ resource: vm1, severity: 'error', fixes: 1 }],
    },
    'a rule that does not translate': {
      document: changed(
        publicOutbound,
        [vm1, 'guest.connections', [updates]],
        ['outboundRule/out', 'protocol', 'Udp'],
      ),
      finds: [{ resource: vm1, severity: 'error', fixes: 2 }],
    },
    'nobody calls': {
      document: linuxPair,
      finds: [
        {
          resource: 'subnet/snet',
          severity: 'info',
          class: 'advice',
          path: 'natGateway',
          message:
            'vm1 and vm2 in snet have no NAT gateway, public address or outbound rule, so they cannot call the internet, unless snet is an older subnet with default outbound access.',
          fixes: 2,
        },
      ],
    },
    'a private subnet, once for all of its machines': {
      document: changed(manyMachines, ['subnet/snet', 'defaultOutboundAccess', false]),
      finds: [
        {
          resource: 'subnet/snet',
          severity: 'info',
          message:
            'vm1, vm2, vm3 and 2 more in snet have no NAT gateway, public address or outbound rule, so they cannot call the internet.',
          fixes: 2,
        },
      ],
    },
    'some machines have a public address of their own': {
      document: changed(withGateway(cluster), [
        'ipConfiguration/vm1-nic-ipconfig1',
        'publicIPAddress',
        'publicIPAddress/out',
      ]),
      finds: [
        {
          resource: 'subnet/snet',
          severity: 'info',
          message:
            'vm2 in snet has no NAT gateway, public address or outbound rule, so it cannot call the internet, unless snet is an older subnet with default outbound access.',
        },
      ],
    },
    'routes that lead to the internet only': {
      document: routed('Internet'),
      finds: [{ resource: 'subnet/snet' }],
    },
    'appliances themselves': { document: appliances, finds: [{ resource: 'subnet/snet', severity: 'info' }] },
  },
})

it('gives an outbound rule the ports of a frontend that no other one gives out', () => {
  const document = documentOf('Late', publicOutbound.resources, machine('vm3', { address: '10.0.0.20' }, {}))
  const [found] = lintWith([outboundMethodMissing], document)
  const way = found?.fixes.find(({ label }) => label.includes('outbound rule'))
  const rules = resolve(applyCommands(document, way?.commands ?? [])).all('outboundRule')
  const frontends = rules.flatMap(({ frontendIPConfigurations }) => frontendIPConfigurations ?? [])
  expect(rules).toHaveLength(2)
  expect(new Set(frontends).size).toBe(2)
})
