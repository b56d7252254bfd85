import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
  securityGroup,
  securityRule,
} from './builder.ts'
import { delivered, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

/** The rule that lets web traffic in, to some destinations. */
export const allowWebTo = (...destinationAddressPrefixes: readonly string[]) =>
  securityRule('Allow-web', 100, {
    protocol: 'Tcp',
    sourceAddressPrefixes: ['VirtualNetwork'],
    destinationAddressPrefixes,
    destinationPortRanges: ['80'],
  })

/** The rule that closes the network to itself. */
export const denyNetwork = securityRule('Deny-network', 4000, {
  access: 'Deny',
  sourceAddressPrefixes: ['VirtualNetwork'],
  destinationAddressPrefixes: ['VirtualNetwork'],
})

const document = documentOf(
  'Security group that allows the frontend address',
  loadBalancer(),
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(
    securityRule('Allow-probe', 90, { sourceAddressPrefixes: ['AzureLoadBalancer'] }),
    allowWebTo('10.0.0.4/32', '10.0.0.5/32', '10.0.0.100/32'),
    denyNetwork,
  ),
  internalFrontend('app', '10.0.0.100'),
  pool('ub1'),
  probe('health', 8080),
  balance('http', 'app', 80, { probe: 'probe/health' }),
  machine(
    'ub1',
    { address: '10.0.0.4' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
  ),
)

/** A closed network whose group names the frontend address and lets the probe in. */
export const securityGroupForFrontendAddress: Scenario = {
  id: 'security-group-for-frontend-address',
  title: document.name,
  about:
    'The group sees the frontend address as destination, so that is what its rule must allow, and the probe too.',
  document,
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      delivered,
      '10.0.1.5 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.1.5',
    ),
    expects(probing('health', 'ub1'), up, '168.63.129.16 > 10.0.0.4:8080', '10.0.0.4:8080 > 168.63.129.16'),
  ],
}
