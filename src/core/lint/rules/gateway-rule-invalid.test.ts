import { appliances, linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { gatewayRuleInvalid } from './gateway-rule-invalid.ts'

const lb = 'loadBalancer/lb'
const gateway = (document: typeof linuxPair) => changed(document, [lb, 'sku', 'Gateway'])
const pools = ['a', 'b', 'c'] as const
const threePools = {
  ...gateway(appliances),
  resources: {
    ...gateway(appliances).resources,
    ...Object.fromEntries(
      pools.map((name) => [`backendAddressPool/${name}`, { name, loadBalancer: lb } as const]),
    ),
  },
}
const poolsOf = (...names: readonly string[]) =>
  changed(threePools, [
    'loadBalancingRule/all',
    'backendAddressPools',
    names.map((name) => `backendAddressPool/${name}`),
  ])

testLintRule(gatewayRuleInvalid, {
  valid: {
    'HA ports on an internal frontend': gateway(appliances),
    'two pools': poolsOf('a'),
    'other rules on Standard': linuxPair,
  },
  invalid: {
    'a rule for one port': {
      document: gateway(linuxPair),
      finds: [
        { resource: 'loadBalancingRule/web', class: 'deployment', path: 'protocol', related: [lb], fixes: 1 },
      ],
    },
    'a public frontend': {
      document: gateway(publicPair),
      finds: [
        { resource: 'frontendIPConfiguration/site', path: 'publicIPAddress', fixes: 0 },
        { resource: 'loadBalancingRule/web', fixes: 0 },
      ],
    },
    'three pools': {
      document: poolsOf('a', 'b'),
      finds: [{ resource: 'loadBalancingRule/all', path: 'backendAddressPools', fixes: 0 }],
    },
  },
})
