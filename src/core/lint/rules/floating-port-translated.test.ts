import { documentOf } from '../../scenarios/builder.ts'
import { haPair, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { floatingPortTranslated } from './floating-port-translated.ts'

const web = 'loadBalancingRule/web'
const translated = changed(linuxPair, [web, 'backendPort', 8080])

const nat = documentOf('NAT rule for a pool', linuxPair.resources, {
  'inboundNatRule/ssh': {
    name: 'ssh',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    backendAddressPool: 'backendAddressPool/pool',
    protocol: 'Tcp',
    frontendPortRangeStart: 2200,
    frontendPortRangeEnd: 2209,
    backendPort: 22,
    enableFloatingIP: true,
  },
})

testLintRule(floatingPortTranslated, {
  valid: {
    'one port': linuxPair,
    'HA ports': haPair,
    'a NAT rule for a pool of one': changed(
      nat,
      ['inboundNatRule/ssh', 'frontendPortRangeStart', 22],
      ['inboundNatRule/ssh', 'frontendPortRangeEnd', 22],
    ),
    'floating IP is off': changed(translated, [web, 'enableFloatingIP', false]),
  },
  invalid: {
    'a NAT rule for a pool': {
      document: nat,
      finds: [{ resource: 'inboundNatRule/ssh', severity: 'info', path: 'backendPort', fixes: 0 }],
    },
    'two ports': {
      document: translated,
      finds: [{ resource: web, severity: 'info', class: 'advice', path: 'backendPort', fixes: 1 }],
    },
  },
})
