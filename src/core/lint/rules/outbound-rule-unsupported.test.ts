import type { Resources, TopologyDocument } from '../../topology/document.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundRuleUnsupported } from './outbound-rule-unsupported.ts'

const outboundRule = {
  'outboundRule/out': {
    name: 'out',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfigurations: ['frontendIPConfiguration/site'],
    backendAddressPool: 'backendAddressPool/pool',
    protocol: 'All',
    allocatedOutboundPorts: 1024,
  },
} satisfies Resources
const withRule = (document: TopologyDocument): TopologyDocument => ({
  ...document,
  resources: { ...document.resources, ...outboundRule },
})
const lb = 'loadBalancer/lb'
const found = { resource: 'outboundRule/out', class: 'deployment', related: [lb], fixes: 0 } as const

testLintRule(outboundRuleUnsupported, {
  valid: {
    'public and Standard': withRule(publicPair),
    'no frontend that says what the load balancer is': changed(withRule(publicPair), [
      'frontendIPConfiguration/site',
      'publicIPAddress',
      undefined,
    ]),
    'no load balancer': changed(withRule(linuxPair), ['outboundRule/out', 'loadBalancer', undefined]),
  },
  invalid: {
    internal: { document: withRule(linuxPair), finds: [found] },
    Basic: { document: changed(withRule(publicPair), [lb, 'sku', 'Basic']), finds: [found] },
    Gateway: { document: changed(withRule(linuxPair), [lb, 'sku', 'Gateway']), finds: [found] },
    global: { document: changed(withRule(publicPair), [lb, 'tier', 'Global']), finds: [found] },
  },
})
