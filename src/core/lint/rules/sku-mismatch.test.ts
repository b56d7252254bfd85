import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { skuMismatch } from './sku-mismatch.ts'

const site = 'frontendIPConfiguration/site'
const address = 'publicIPAddress/site'
const lb = 'loadBalancer/lb'

const member = 'ipConfiguration/vm1-nic-ipconfig1'

/** vm1 has a public address of its own. */
const own = (...changes: Parameters<typeof changed>[1][]) =>
  changed(
    documentOf('Own address', publicPair.resources, {
      'publicIPAddress/own': { name: 'own', sku: 'Basic', publicIPAddressVersion: 'IPv4' },
    }),
    [member, 'publicIPAddress', 'publicIPAddress/own'],
    ...changes,
  )

testLintRule(skuMismatch, {
  valid: {
    'both Standard': publicPair,
    'both Basic': changed(publicPair, [address, 'sku', 'Basic'], [lb, 'sku', 'Basic']),
    'an internal frontend': linuxPair,
    'a Standard address of a member': own(['publicIPAddress/own', 'sku', 'Standard']),
    'no SKU yet': changed(publicPair, [address, 'sku', undefined]),
  },
  invalid: {
    'Basic on Standard': {
      document: changed(publicPair, [address, 'sku', 'Basic']),
      finds: [
        {
          resource: site,
          class: 'deployment',
          related: [address, lb],
          armCode: 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed',
          fixes: 1,
        },
      ],
    },
    'a Basic address of a member behind a Standard load balancer': {
      document: own(),
      finds: [
        {
          resource: member,
          class: 'deployment',
          path: 'publicIPAddress',
          related: ['publicIPAddress/own', lb, 'virtualMachine/vm1'],
          armCode: 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed',
          fixes: 1,
        },
      ],
    },
    'the same in a scale set': {
      document: own(['virtualMachine/vm1', 'scaleSet', 'web']),
      finds: [{ resource: member, armCode: 'DifferentSkuLoadBalancerAndPublicIPAddressNotAllowedInVMSS' }],
    },
    'Standard on Basic': {
      document: changed(publicPair, [lb, 'sku', 'Basic']),
      finds: [{ resource: site, fixes: 0 }],
    },
  },
})
