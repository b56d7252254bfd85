import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { backendPortReusedAcrossLoadBalancers } from './backend-port-reused-across-load-balancers.ts'

const other = 'loadBalancingRule/other'

const twoPools = documentOf(
  'two pools',
  changed(twoSites, ['loadBalancingRule/web', 'enableFloatingIP', false], [other, 'enableFloatingIP', false])
    .resources,
  {
    'backendAddressPool/second': {
      name: 'second',
      loadBalancer: 'loadBalancer/lb',
      backendIPConfigurations: ['ipConfiguration/vm2-nic-ipconfig1'],
    },
  },
)
const across = changed(twoPools, [other, 'backendAddressPool', 'backendAddressPool/second'])
const twoBalancers = documentOf(
  'two load balancers',
  changed(
    across,
    [other, 'loadBalancer', 'loadBalancer/lb2'],
    [other, 'probe', 'probe/health2'],
    ['frontendIPConfiguration/second', 'loadBalancer', 'loadBalancer/lb2'],
    ['backendAddressPool/second', 'loadBalancer', 'loadBalancer/lb2'],
  ).resources,
  {
    'loadBalancer/lb2': { name: 'lb2', sku: 'Standard' },
    'probe/health2': {
      name: 'health2',
      loadBalancer: 'loadBalancer/lb2',
      protocol: 'Tcp',
      port: 8080,
      intervalInSeconds: 5,
    },
  },
)

const publicAndInternal = documentOf(
  'public and internal',
  changed(
    twoBalancers,
    ['frontendIPConfiguration/second', 'subnet', undefined],
    ['frontendIPConfiguration/second', 'privateIPAddress', undefined],
    ['frontendIPConfiguration/second', 'publicIPAddress', 'publicIPAddress/pip'],
  ).resources,
  { 'publicIPAddress/pip': { name: 'pip', sku: 'Standard', publicIPAddressVersion: 'IPv4' } },
)

testLintRule(backendPortReusedAcrossLoadBalancers, {
  valid: {
    'one pool has a lint rule of its own': twoPools,
    'both float': twoSites,
    'one floats': changed(twoBalancers, [other, 'enableFloatingIP', true]),
    'other ports': changed(twoBalancers, [other, 'backendPort', 8080]),
    'other members': changed(
      twoBalancers,
      ['backendAddressPool/pool', 'backendIPConfigurations', ['ipConfiguration/vm1-nic-ipconfig1']],
      ['loadBalancingRule/web', 'enableFloatingIP', false],
    ),
    'a public and an internal load balancer': publicAndInternal,
    'a single rule': linuxPair,
  },
  invalid: {
    'two load balancers': {
      document: twoBalancers,
      finds: [
        {
          resource: other,
          class: 'deployment',
          armCode: 'RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndIPConfig',
          related: ['loadBalancingRule/web', 'virtualMachine/vm2'],
          fixes: 2,
        },
      ],
    },
    'two pools of one load balancer': {
      document: across,
      finds: [{ resource: other, armCode: 'RulesUseSameBackendPortProtocolAndIPConfig', fixes: 2 }],
    },
    'a scale set behind two load balancers': {
      document: changed(twoBalancers, ['virtualMachine/vm2', 'scaleSet', 'web']),
      finds: [
        {
          resource: other,
          armCode: 'RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndVmssIPConfig',
        },
      ],
    },
  },
})
