import type { Command } from './edit/command.ts'
import { disagreementsBehindGlobal } from './test-agreement-global-cases.ts'
import { type Disagreement, remove, set } from './test-disagreement.ts'

/** Sets the admin state of members; the rest of a pool stays as it is. */
const admin = (adminState: 'Up' | 'Down', ...machines: readonly string[]): Command =>
  set(
    'backendAddressPool/pool',
    'loadBalancerBackendAddresses',
    machines.map((name) => ({
      name,
      networkInterfaceIPConfiguration: `ipConfiguration/${name}-nic-ipconfig1`,
      adminState,
    })),
  )
const allProbedUp = (probe: string) => set(probe, 'noHealthyBackendsBehavior', 'AllProbedUp')

/** Every disagreement that was ever found, with what was wrong. */
export const disagreementsFound: readonly Disagreement[] = [
  [
    'the simulator did not take addresses inside a short prefix on lo for local',
    'public-site-missing-on-one-vm',
    [set('loopbackInterface/vm2-lo', 'addresses.0', '65.52.0.1/24')],
  ],
  [
    'a client drawn with the address of a guest gets its own packet back',
    'first-view',
    [set('client/app-tier', 'ipAddress', '10.0.0.4')],
  ],
  [
    'a global load balancer without regions answers nobody',
    'first-view',
    [set('loadBalancer/lb-web', 'tier', 'Global')],
  ],
  [
    'a second member of one VM is not judged by the probe of the VM',
    'first-view',
    [set('networkInterface/web2-nic', 'virtualMachine', 'virtualMachine/web1')],
  ],
  [
    'without a subnet nobody is meant to call an internal frontend',
    'floating-ip-on-secondary-ipconfig',
    [remove('subnet/snet')],
  ],
  [
    'a security group stops probes of a NIC that belongs to no VM',
    'security-group-for-members-only',
    [remove('virtualMachine/ub1')],
  ],
  [
    'a member calls a port that no rule takes',
    'sql-availability-group',
    [set('virtualMachine/sql2', 'guest.connections.0.port', 4711)],
  ],
  [
    'a NAT range that ends before it begins takes nothing',
    'inbound-nat-to-pool',
    [set('inboundNatRule/ssh', 'frontendPortRangeEnd', 22)],
  ],
  [
    'a cluster address that nobody holds, with every probe down, floating or not',
    'sql-listener-without-floating-ip',
    [set('networkInterface/sql1-nic', 'guest.addresses', []), remove('listener/sql1-2')],
  ],
  [
    'a guest holds the address of another one that calls it',
    'sql-listener-without-floating-ip',
    [set('networkInterface/sql1-nic', 'guest.addresses.0', '10.0.0.8/32')],
  ],
  [
    'two rules take one port of a frontend, so the later one gets no packet that could miss the address',
    'first-view',
    [set('loadBalancingRule/https-a', 'frontendIPConfiguration', 'frontendIPConfiguration/site-b')],
  ],
  [
    'a rule whose port another one takes first sends nobody to a guest without the address',
    'backend-calls-its-own-frontend',
    [set('loadBalancingRule/floating', 'frontendIPConfiguration', 'frontendIPConfiguration/plain')],
  ],
  [
    'nobody means to reach the passive node of a cluster by every port',
    'pacemaker-address-on-nic',
    [set('networkInterface/hana1-nic', 'enableIPForwarding', true)],
  ],
  [
    'a node that Azure does not know may hold the cluster address',
    'pacemaker-address-on-nic',
    [remove('networkInterface/hana1-nic')],
  ],
  [
    'the node that answers the probe of a cluster address without an address yet is taken for its holder',
    'pacemaker-address-on-nic',
    [set('frontendIPConfiguration/hana', 'privateIPAddress', undefined)],
  ],
  [
    'a cluster address that nobody holds is missed at every port, whoever answers the probe',
    'pacemaker-address-on-nic',
    [
      set('networkInterface/hana1-nic', 'guest.addresses', []),
      remove('listener/hana1-1'),
      remove('virtualNetwork/vnet'),
    ],
  ],
  [
    'nobody misses a cluster address that nobody holds where no guest listens',
    'pacemaker-address-on-nic',
    [
      set('networkInterface/hana1-nic', 'guest.addresses', []),
      remove('listener/hana1-1'),
      remove('listener/hana2-1'),
    ],
  ],
  [
    'a port forward that does not say where to leads to nobody',
    'port-forward-instead-of-loopback',
    [set('virtualMachine/node1', 'guest.portForwards.0.toAddress', undefined)],
  ],
  [
    'nobody can call a rule that is half an HA ports rule, so nobody misses its pool',
    'ha-ports-without-ip-forwarding',
    [set('loadBalancingRule/other', 'backendAddressPool'), set('loadBalancingRule/other', 'protocol', 'Tcp')],
  ],
  [
    'nobody can call a rule for one port of every protocol, so nobody misses its members',
    'linux-loopback-with-short-prefix',
    [
      set('loadBalancingRule/http', 'protocol', 'All'),
      set('loadBalancer/lb', 'sku', 'Gateway'),
      remove('ipConfiguration/ub1-nic-ipconfig1'),
    ],
  ],
  [
    'a listener at port 0 waits for nobody behind an HA ports rule',
    'ha-ports-without-ip-forwarding',
    [set('loopbackInterface/vm1-lo', 'addresses.1'), set('listener/vm1-1', 'port', 0)],
  ],
  [
    'nobody misses a cluster address behind half an HA ports rule',
    'pacemaker-address-on-nic',
    [
      set('listener/hana1-2', 'protocol', 'Udp'),
      set('networkInterface/hana1-nic', 'guest.addresses', []),
      set('loadBalancingRule/db', 'protocol', 'Udp'),
    ],
  ],
  [
    'two rules take one port of a frontend, and a security group denies clients',
    'public-site-missing-on-one-vm',
    [
      set('loadBalancingRule/https-a', 'frontendIPConfiguration', 'frontendIPConfiguration/site-b'),
      set('networkSecurityGroup/nsg', 'securityRules.0.access', 'Deny'),
    ],
  ],
  [
    'two rules take one port of a frontend, and a security group lets in one source only',
    'backend-port-used-twice',
    [
      set('loadBalancingRule/http-b', 'frontendIPConfiguration', 'frontendIPConfiguration/site-a'),
      set('networkSecurityGroup/nsg', 'securityRules.0.sourceAddressPrefixes', ['198.51.100.7']),
    ],
  ],
  [
    'an IP configuration without NIC and subnet gets no packets where the probe tells it from others',
    'two-public-tls-sites',
    [
      set('ipConfiguration/vm1-nic-ipconfig1', 'networkInterface'),
      set('ipConfiguration/vm1-nic-ipconfig1', 'subnet'),
    ],
  ],
  [
    'of several IP configurations without NIC none is told from another',
    'two-public-tls-sites',
    ['vm1', 'vm2'].flatMap((name) =>
      ['networkInterface', 'subnet'].map((field) => set(`ipConfiguration/${name}-nic-ipconfig1`, field)),
    ),
  ],
  [
    'a guest must hold the global address also where the region has none that can be read',
    'global-address-on-loopback',
    [
      set('publicIPAddress/region', 'ipAddress', 'oops'),
      set('loopbackInterface/vm1-lo', 'addresses.1', '10.0.0.5/32'),
    ],
  ],
  [
    'no region can take what a global load balancer hands out',
    'global-address-on-loopback',
    [set('probe/health', 'port', 4711)],
  ],
  [
    'of NICs without virtual machines none is told from another',
    'public-site-missing-on-one-vm',
    [
      remove('virtualMachine/vm2'),
      remove('ipConfiguration/vm1-nic-ipconfig1'),
      set('subnet/snet', 'networkSecurityGroup'),
    ],
  ],
  [
    'nobody misses a cluster address that is not known where no guest listens',
    'pacemaker-address-on-nic',
    [
      set('frontendIPConfiguration/hana', 'privateIPAddress'),
      ...['hana1-1', 'hana1-2', 'hana2-1', 'hana2-2'].map((name) => remove(`listener/${name}`)),
    ],
  ],
  [
    'an admin state keeps the only holder of a cluster address from getting packets',
    'sql-availability-group',
    [admin('Down', 'sql1')],
  ],
  [
    'an admin state sends packets to members that do not hold the cluster address, too',
    'sql-availability-group',
    [admin('Down', 'sql1'), allProbedUp('probe/listener'), allProbedUp('probe/cluster')],
  ],
  [
    'where the admin state of every member is down, a probe may count them all as up',
    'public-site-missing-on-one-vm',
    [admin('Down', 'vm1', 'vm2'), allProbedUp('probe/health')],
  ],
  [
    'nobody means to reach a member behind HA ports whose admin state is down',
    'ha-ports-without-ip-forwarding',
    [admin('Down', 'vm1')],
  ],
  [
    'nobody means to reach the holder of a cluster address by every port while its admin state is down',
    'pacemaker-address-on-nic',
    [admin('Down', 'hana1')],
  ],
  [
    'a machine gets nothing by every port where one of its members is down by admin state, the other by its probe',
    'ha-ports-without-ip-forwarding',
    [admin('Down', 'vm1'), set('networkInterface/vm2-nic', 'virtualMachine', 'virtualMachine/vm1')],
  ],
  [
    'a holder whose admin state is down gets packets where the probe counts all as up',
    'pacemaker-address-on-nic',
    [admin('Down', 'hana1'), allProbedUp('probe/cluster'), set('listener/hana1-1', 'protocol', 'Udp')],
  ],
  [
    'nobody needs to hold a cluster address without floating IP where the probe counts all as up',
    'pacemaker-address-on-nic',
    [
      set('networkInterface/hana1-nic', 'guest.addresses', []),
      remove('listener/hana1-2'),
      set('loadBalancingRule/db', 'enableFloatingIP', false),
      allProbedUp('probe/cluster'),
    ],
  ],
  [
    'without floating IP a member that answers the probe takes a cluster address that nobody holds',
    'pacemaker-address-on-nic',
    [
      set('networkInterface/hana1-nic', 'guest.addresses', []),
      set('loadBalancingRule/db', 'enableFloatingIP', false),
    ],
  ],
  ...disagreementsBehindGlobal,
  [
    'NICs without a machine all count as up where the probe says so',
    'security-group-for-frontend-address',
    [
      remove('virtualMachine/ub1'),
      set('networkSecurityGroup/nsg', 'securityRules.0.access', 'Deny'),
      allProbedUp('probe/health'),
    ],
  ],
  [
    'a NIC without a machine is not missed by the probe where its admin state is up',
    'security-group-for-members-only',
    [
      set('backendAddressPool/pool', 'loadBalancerBackendAddresses', [
        {
          name: 'ipConfiguration/ub1-nic-ipconfig1',
          networkInterfaceIPConfiguration: 'ipConfiguration/ub1-nic-ipconfig1',
          adminState: 'Up',
        },
      ]),
      remove('virtualMachine/ub1'),
      set('networkSecurityGroup/nsg', 'securityRules.1.destinationPortRanges.0', '8080'),
    ],
  ],
]
