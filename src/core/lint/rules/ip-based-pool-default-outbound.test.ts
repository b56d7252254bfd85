import type { Resources } from '../../topology/document.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { ipBasedPoolDefaultOutbound } from './ip-based-pool-default-outbound.ts'

const pool = 'backendAddressPool/pool'
const snet = 'subnet/snet'
const open = (document: typeof linuxPair) => changed(document, [snet, 'defaultOutboundAccess', true])
const byAddress = (document: typeof linuxPair) =>
  changed(
    open(document),
    [pool, 'backendIPConfigurations', undefined],
    [
      pool,
      'loadBalancerBackendAddresses',
      ['10.0.0.4', '10.0.0.5'].map((ipAddress) => ({ name: ipAddress, ipAddress })),
    ],
  )
const outboundRule = {
  'outboundRule/out': {
    name: 'out',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfigurations: ['frontendIPConfiguration/site'],
    backendAddressPool: pool,
    protocol: 'All',
    allocatedOutboundPorts: 1024,
  },
} satisfies Resources
const publicByAddress = byAddress(publicPair)

testLintRule(ipBasedPoolDefaultOutbound, {
  valid: {
    'NIC members': open(linuxPair),
    'a private subnet': changed(byAddress(linuxPair), [snet, 'defaultOutboundAccess', false]),
    'nothing said about the subnet': changed(byAddress(linuxPair), [
      snet,
      'defaultOutboundAccess',
      undefined,
    ]),
    'a NAT gateway': changed(byAddress(linuxPair), [snet, 'natGateway', 'natGateway/ng']),
    'an outbound rule': { ...publicByAddress, resources: { ...publicByAddress.resources, ...outboundRule } },
    'a public rule that translates': changed(publicByAddress, [
      'loadBalancingRule/web',
      'disableOutboundSnat',
      false,
    ]),
  },
  invalid: {
    'members by address in an open subnet': {
      document: byAddress(linuxPair),
      finds: [
        {
          resource: pool,
          severity: 'warning',
          class: 'advice',
          related: ['virtualMachine/vm1', snet],
          fixes: 1,
        },
      ],
    },
    'guests that call somebody keep their way out': {
      document: changed(byAddress(linuxPair), [
        'virtualMachine/vm1',
        'guest.connections',
        [{ name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }],
      ]),
      finds: [{ resource: pool, fixes: 0 }],
    },
  },
})
