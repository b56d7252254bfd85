import type { Resources, TopologyDocument } from '../../topology/document.ts'
import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { publicIpInOutboundPool } from './public-ip-in-outbound-pool.ts'

const added = {
  'publicIPAddress/own': {
    name: 'pip-own',
    ipAddress: '65.52.0.9',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
  'outboundRule/out': {
    name: 'out',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfigurations: ['frontendIPConfiguration/site'],
    backendAddressPool: 'backendAddressPool/pool',
    protocol: 'All',
    allocatedOutboundPorts: 1024,
  },
} satisfies Resources
const outbound: TopologyDocument = { ...publicPair, resources: { ...publicPair.resources, ...added } }
const own = (vm: string) =>
  [`ipConfiguration/${vm}-nic-ipconfig1`, 'publicIPAddress', 'publicIPAddress/own'] as const

testLintRule(publicIpInOutboundPool, {
  valid: {
    'no public IP address on a NIC': outbound,
    'another pool': changed(outbound, own('vm1'), ['outboundRule/out', 'backendAddressPool', undefined]),
  },
  invalid: {
    'one member': {
      document: changed(outbound, own('vm1')),
      finds: [
        {
          resource: 'outboundRule/out',
          class: 'deployment',
          related: ['virtualMachine/vm1', 'ipConfiguration/vm1-nic-ipconfig1'],
          armCode: 'NicWithPublicIpCannotReferencePoolWithOutboundRule',
          fixes: 1,
        },
      ],
    },
    'two members': {
      document: changed(outbound, own('vm1'), own('vm2')),
      finds: [{ resource: 'outboundRule/out', related: ['virtualMachine/vm2'], fixes: 3 }],
    },
  },
})
