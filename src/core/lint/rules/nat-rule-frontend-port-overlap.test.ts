import { documentOf } from '../../scenarios/builder.ts'
import type { ResourceFields } from '../../topology/document.ts'
import { haPair, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { natRuleFrontendPortOverlap } from './nat-rule-frontend-port-overlap.ts'

const nat = (name: string, fields: Partial<ResourceFields<'inboundNatRule'>>) => ({
  [`inboundNatRule/${name}`]: {
    name,
    loadBalancer: 'loadBalancer/lb' as const,
    frontendIPConfiguration: 'frontendIPConfiguration/site' as const,
    protocol: 'Tcp' as const,
    backendPort: 8080,
    enableFloatingIP: false,
    ...fields,
  },
})
const single = { backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1', frontendPort: 80 } as const
const range = {
  backendAddressPool: 'backendAddressPool/pool',
  frontendPortRangeStart: 70,
  frontendPortRangeEnd: 90,
} as const
const ranged = documentOf('ranged', linuxPair.resources, nat('one', range))
const one = 'inboundNatRule/one'

testLintRule(natRuleFrontendPortOverlap, {
  valid: {
    'no NAT rule': linuxPair,
    'ports of its own': documentOf('own', linuxPair.resources, nat('one', { ...single, frontendPort: 81 })),
    'another protocol': changed(ranged, [one, 'protocol', 'Udp']),
    'a range that touches no other': changed(ranged, [one, 'frontendPortRangeStart', 81]),
  },
  invalid: {
    'the port of a rule': {
      document: documentOf('same', linuxPair.resources, nat('one', single)),
      finds: [
        {
          resource: one,
          class: 'deployment',
          path: 'frontendPort',
          related: ['loadBalancingRule/web'],
          fixes: 1,
        },
      ],
    },
    'a range around the port of a rule': {
      document: ranged,
      finds: [{ resource: one, path: 'frontendPortRangeStart', fixes: 1 }],
    },
    'two ranges': {
      document: documentOf(
        'ranges',
        ranged.resources,
        nat('one', { ...range, frontendPortRangeStart: 5000, frontendPortRangeEnd: 5010 }),
        nat('two', { ...range, backendPort: 22, frontendPortRangeStart: 5010, frontendPortRangeEnd: 5020 }),
      ),
      finds: [{ resource: 'inboundNatRule/two', related: [one], fixes: 1 }],
    },
    'an HA ports rule': {
      document: documentOf('ha', haPair.resources, nat('one', single)),
      finds: [{ resource: one, related: ['loadBalancingRule/web'], fixes: 0 }],
    },
  },
})
