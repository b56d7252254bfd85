import { secondLoadBalancerOfKind as example } from '../examples/second-load-balancer-of-kind.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { secondLoadBalancerOfKind } from './second-load-balancer-of-kind.ts'

const scaleSet = (document: typeof linuxPair) =>
  changed(document, ['virtualMachine/vm1', 'scaleSet', 'web'], ['virtualMachine/vm2', 'scaleSet', 'web'])
const publicSecond = changed(
  example.before,
  ['frontendIPConfiguration/second', 'subnet', undefined],
  ['frontendIPConfiguration/second', 'privateIPAddress', undefined],
  ['frontendIPConfiguration/second', 'publicIPAddress', 'publicIPAddress/second'],
)

testLintRule(secondLoadBalancerOfKind, {
  valid: {
    'one load balancer': linuxPair,
    'a public and an internal one': publicSecond,
    'a public and an internal one for a scale set': scaleSet(publicSecond),
    'one by address': changed(
      example.before,
      ['backendAddressPool/second', 'backendIPConfigurations', undefined],
      ['backendAddressPool/second', 'loadBalancerBackendAddresses', [{ name: 'vm2', ipAddress: '10.0.0.5' }]],
    ),
    'a Gateway load balancer beside it': changed(example.before, ['loadBalancer/second', 'sku', 'Gateway']),
    'machines of their own': changed(example.before, [
      'backendAddressPool/pool',
      'backendIPConfigurations',
      ['ipConfiguration/vm1-nic-ipconfig1'],
    ]),
    'one public load balancer': scaleSet(publicPair),
  },
  invalid: {
    'two internal ones': {
      document: example.before,
      finds: [
        {
          resource: 'loadBalancer/second',
          severity: 'warning',
          class: 'advice',
          related: ['loadBalancer/lb', 'virtualMachine/vm2'],
          armCode: 'AnotherInternalLoadBalancerExists',
        },
      ],
    },
    'two internal ones of a scale set': {
      document: scaleSet(
        changed(example.before, [
          'backendAddressPool/pool',
          'backendIPConfigurations',
          ['ipConfiguration/vm1-nic-ipconfig1'],
        ]),
      ),
      finds: [
        {
          resource: 'loadBalancer/second',
          severity: 'error',
          class: 'deployment',
          armCode: 'VMScaleSetCannotUseMultipleLoadBalancersOfSameType',
        },
      ],
    },
  },
})
