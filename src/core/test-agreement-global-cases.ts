import { type Disagreement, remove, set } from './test-disagreement.ts'

/** Disagreements that were found behind a global load balancer. */
export const disagreementsBehindGlobal: readonly Disagreement[] = [
  [
    'a security group that lets the address of a region through does not see it behind a floating global rule',
    'global-address-on-loopback',
    [set('networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes.0', '65.52.0.1')],
  ],
  [
    'no security group lets a global address through that is not known',
    'global-address-on-loopback',
    [
      set('publicIPAddress/world', 'ipAddress'),
      set('networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes.0', '65.52.0.1'),
    ],
  ],
  [
    'Windows behind a region takes the global address by weak host switches, too',
    'global-address-on-loopback',
    [
      set('virtualMachine/vm1', 'guest.os', 'windows'),
      set('loadBalancingRule/region', 'enableFloatingIP', false),
    ],
  ],
  [
    'a member of a region that is down gets no packets of a global rule',
    'global-address-on-loopback',
    [set('listener/vm1-1', 'address', '10.9.9.9'), set('probe/health', 'port', 443)],
  ],
  [
    'a global rule whose port nobody calls is not missed where nothing listens',
    'global-address-on-loopback',
    [
      set('loadBalancingRule/world', 'frontendPort', 0),
      set('listener/vm1-1', 'virtualMachine', 'virtualMachine/vm2'),
    ],
  ],
  [
    'a global rule that gets no packets needs no regions',
    'global-address-on-loopback',
    [
      set('loadBalancingRule/region', 'frontendIPConfiguration', 'frontendIPConfiguration/world'),
      set('backendAddressPool/regions', 'loadBalancerBackendAddresses', [
        { name: 'west', adminState: 'Down' },
      ]),
    ],
  ],
  [
    'a NIC without a machine is not missed while another answers the probe',
    'global-address-on-loopback',
    [
      set('ipConfiguration/vm2-nic-ipconfig1', 'subnet'),
      remove('virtualMachine/vm2'),
      set('ipConfiguration/vm1-nic-ipconfig1', 'networkInterface', 'networkInterface/vm2-nic'),
    ],
  ],
]
