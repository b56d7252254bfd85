import { publicFrontend } from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { appliances } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { flowSymmetryNotGuaranteed } from './flow-symmetry-not-guaranteed.ts'

const plus = (more: Resources) => ({ ...appliances, resources: { ...appliances.resources, ...more } })
const all = {
  loadBalancer: 'loadBalancer/lb',
  backendAddressPool: 'backendAddressPool/pool',
  protocol: 'All',
  frontendPort: 0,
  backendPort: 0,
  enableFloatingIP: true,
} as const
const twoFrontends = plus({
  'frontendIPConfiguration/outside': {
    name: 'outside',
    loadBalancer: 'loadBalancer/lb',
    subnet: 'subnet/snet',
    privateIPAddress: '10.0.0.40',
  },
  'loadBalancingRule/outside': {
    ...all,
    name: 'outside',
    frontendIPConfiguration: 'frontendIPConfiguration/outside',
  },
} satisfies Resources)
const route = (hop: string) => ({
  name: 'back',
  addressPrefix: '10.7.0.0/16',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: hop,
})
const bothRouted = changed(twoFrontends, ['routeTable/spoke', 'routes.1', route('10.0.0.40')])
const secondAddress = plus({
  'ipConfiguration/nva1-nic-ipconfig2': {
    name: 'ipconfig2',
    networkInterface: 'networkInterface/nva1-nic',
    subnet: 'subnet/snet',
    privateIPAddress: '10.0.0.14',
    privateIPAddressVersion: 'IPv4',
    primary: false,
  },
} satisfies Resources)
const entrance = plus({
  'loadBalancer/public': { name: 'public', sku: 'Standard' },
  ...publicFrontend('www', '65.52.0.1'),
  'loadBalancingRule/www': {
    ...all,
    loadBalancer: 'loadBalancer/public',
    name: 'www',
    frontendIPConfiguration: 'frontendIPConfiguration/www',
    protocol: 'Tcp',
    frontendPort: 443,
    backendPort: 443,
    enableFloatingIP: false,
  },
} satisfies Resources)
const forward = (address: string, toAddress: string) => ({
  name: 'www',
  protocol: 'Tcp',
  address,
  port: 443,
  toAddress,
  toPort: 443,
})

testLintRule(flowSymmetryNotGuaranteed, {
  valid: {
    'one frontend': appliances,
    'a second frontend to which no route points': twoFrontends,
    'one appliance alone': without(bothRouted, 'virtualMachine/nva2'),
    'no routes': changed(bothRouted, ['subnet/work', 'routeTable', undefined]),
    'a public rule that the appliances answer themselves': entrance,
    'several addresses, but nothing is routed': changed(secondAddress, ['routeTable/spoke', 'routes', []]),
  },
  invalid: {
    'routes to two frontends': {
      document: bothRouted,
      finds: [
        {
          resource: 'loadBalancingRule/outside',
          severity: 'warning',
          class: 'advice',
          related: ['loadBalancingRule/all'],
          fixes: 0,
        },
      ],
    },
    'two IP configurations on a NIC': {
      document: secondAddress,
      finds: [{ resource: 'loadBalancingRule/all', related: ['networkInterface/nva1-nic'] }],
    },
    'a public rule whose packets are passed on': {
      document: changed(
        entrance,
        ['virtualMachine/nva1', 'guest.portForwards', [forward('10.0.0.4', '10.1.0.4')]],
        ['virtualMachine/nva2', 'guest.portForwards', [forward('10.0.0.5', '10.1.0.4')]],
      ),
      finds: [
        {
          resource: 'loadBalancingRule/all',
          related: ['loadBalancingRule/www'],
          message:
            'The appliances of all also get packets through www, so that answers may come to another one, unless they translate the source.',
        },
      ],
    },
  },
})
