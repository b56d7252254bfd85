import { documentOf } from '../../scenarios/builder.ts'
import type { ResourceFields } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { natRuleBackendPortReused } from './nat-rule-backend-port-reused.ts'

const nat = (name: string, fields: Partial<ResourceFields<'inboundNatRule'>> = {}) => ({
  [`inboundNatRule/${name}`]: {
    name,
    loadBalancer: 'loadBalancer/lb' as const,
    frontendIPConfiguration: 'frontendIPConfiguration/site' as const,
    protocol: 'Tcp' as const,
    backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1' as const,
    frontendPort: 50_001,
    backendPort: 80,
    enableFloatingIP: false,
    ...fields,
  },
})
const beside = documentOf('beside', linuxPair.resources, nat('one'))
const off = ['loadBalancingRule/web', 'enableFloatingIP', false] as const
const one = 'inboundNatRule/one'

testLintRule(natRuleBackendPortReused, {
  valid: {
    'the other rule floats': beside,
    'another port': changed(beside, off, [one, 'backendPort', 8080]),
    'another protocol': changed(beside, off, [one, 'protocol', 'Udp']),
    'the NAT rule floats': changed(beside, off, [one, 'enableFloatingIP', true]),
  },
  invalid: {
    'a load-balancing rule': {
      document: changed(beside, off),
      finds: [
        {
          resource: one,
          class: 'deployment',
          armCode: 'RulesUseSameBackendPortProtocolAndIPConfig',
          related: ['loadBalancingRule/web', 'virtualMachine/vm1'],
          fixes: 2,
        },
      ],
    },
    'another inbound NAT rule': {
      document: documentOf('two', beside.resources, nat('two', { frontendPort: 50_002 })),
      finds: [{ resource: 'inboundNatRule/two', related: [one] }],
    },
  },
})
