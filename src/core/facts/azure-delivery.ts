import type { Fact } from './fact.ts'
import { learn } from './learn.ts'

const floatingIp = {
  source: 'Azure Load Balancer Floating IP configuration',
  url: learn('load-balancer/load-balancer-floating-ip'),
}
const multipleFrontends = {
  source: 'Multiple frontends for Azure Load Balancer',
  url: learn('load-balancer/load-balancer-multivip-overview'),
}
const healthProbes = {
  source: 'Azure Load Balancer health probes',
  url: learn('load-balancer/load-balancer-custom-probe-overview'),
}
const haPorts = {
  source: 'High availability ports overview',
  url: learn('load-balancer/load-balancer-ha-ports-overview'),
}
const outbound = {
  source: 'Source Network Address Translation (SNAT) for outbound connections',
  url: learn('load-balancer/load-balancer-outbound-connections'),
}

/** What Azure does with packets: frontends, probes, hosts, security groups, ways out. */
export const azureDeliveryFacts: readonly Fact[] = [
  {
    id: 'client-calls-frontend',
    statement: 'A client sends to the address and port of a frontend, whatever the guest sees later.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'rule-matches-port',
    statement: 'A load-balancing rule takes the packets of one frontend address, protocol and port.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'ha-ports-match-everything',
    statement: 'An HA ports rule takes every TCP and UDP port of an internal frontend.',
    ...haPorts,
    confidence: 'documented',
  },
  {
    id: 'nat-rule-maps-port',
    statement:
      'An inbound NAT rule maps a frontend port to one target, or a range of ports to the members of a pool in their order.',
    source: 'Inbound NAT rules',
    url: learn('load-balancer/inbound-nat-rules'),
    confidence: 'documented',
  },
  {
    id: 'unmatched-packets-vanish',
    statement: 'A frontend drops what no rule of it takes, without any answer.',
    source: 'An inference: no page says that a refusal is sent',
    confidence: 'assumed',
  },
  {
    id: 'address-families-stay-apart',
    statement:
      'An IPv4 frontend serves IPv4 members and an IPv6 frontend IPv6 members; nothing is translated.',
    source: 'IPv6 for Azure Virtual Network',
    url: learn('virtual-network/ip-services/ipv6-overview'),
    confidence: 'documented',
  },
  {
    id: 'probe-decides-new-flows',
    statement: 'New flows go only to members whose health probe is up; a rule without a probe sends to all.',
    ...healthProbes,
    confidence: 'documented',
  },
  {
    id: 'all-probed-up-sends-everywhere',
    statement: 'With AllProbedUp a rule whose members are all down sends new flows to every one of them.',
    source: 'Microsoft.Network REST specification, probe.noHealthyBackendsBehavior',
    url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/network/resource-manager/Microsoft.Network',
    confidence: 'documented',
  },
  {
    id: 'admin-state-overrides-probe',
    statement: 'The admin state of a pool member overrides its probe, but not for inbound NAT rules.',
    source: 'Administrative state in Azure Load Balancer',
    url: learn('load-balancer/admin-state-overview'),
    confidence: 'documented',
  },
  {
    id: 'hash-not-public',
    statement:
      'Azure does not publish the hash that picks a healthy member, so each of them is followed as if it were picked.',
    source: 'Azure Load Balancer distribution modes',
    url: learn('load-balancer/distribution-mode-concepts'),
    confidence: 'assumed',
  },
  {
    id: 'default-rule-rewrites-destination',
    statement:
      'With floating IP off the host of the VM rewrites the destination to the address of the member and the backend port.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'floating-rule-keeps-destination',
    statement: 'With floating IP on the destination stays the frontend address; the client stays the source.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'floating-rule-changes-port',
    statement: 'With floating IP on the host still changes the destination port to the backend port.',
    ...multipleFrontends,
    confidence: 'documented',
    disagreement: 'The SQL Server documentation says that the backend port is ignored with floating IP.',
  },
  {
    id: 'floating-ip-needs-primary-ipconfig',
    statement: 'Floating IP does not work on a secondary IPv4 IP configuration.',
    ...floatingIp,
    confidence: 'documented',
    disagreement:
      'The newest page exempts subnets with a NAT gateway; the SQL Server, SAP and multi-frontend pages exempt nothing.',
  },
  {
    id: 'floating-ipv6-needs-public-frontend',
    statement: 'Floating IP for IPv6 works with public load balancers only.',
    source: 'IPv6 for Azure Virtual Network',
    url: learn('virtual-network/ip-services/ipv6-overview'),
    confidence: 'documented',
    disagreement: 'The floating IP page has no longer said so since June 2024.',
  },
  {
    id: 'direct-address-needs-no-load-balancer',
    statement: 'A packet to the address of a NIC, or to its own public address, passes no load balancer.',
    source: 'Public IP addresses in Azure',
    url: learn('virtual-network/ip-services/public-ip-addresses'),
    confidence: 'documented',
  },
  {
    id: 'security-group-sees-guest-destination',
    statement:
      'A network security group sees the destination after the load balancer: the frontend address with floating IP, else the member, and the backend port.',
    source: 'Configure a load balancer for an availability group listener',
    url: learn(
      'azure-sql/virtual-machines/windows/availability-group-load-balancer-portal-configure?view=azuresql',
    ),
    confidence: 'documented',
  },
  {
    id: 'unknown-security-rules-pass',
    statement:
      'A network security group of which only the name is known is taken to let every packet through.',
    source: 'An assumption of Floatpath: what the document does not say is not held against a packet',
    confidence: 'assumed',
  },
  {
    id: 'public-standard-closed-without-group',
    statement:
      'Behind a public Standard load balancer nothing arrives until a network security group allows it.',
    source: 'Azure Load Balancer SKUs',
    url: learn('load-balancer/skus'),
    confidence: 'documented',
  },
  {
    id: 'internal-open-without-group',
    statement: 'Behind an internal or Basic load balancer a NIC without any network security group is open.',
    source: 'Azure Load Balancer SKUs',
    url: learn('load-balancer/skus'),
    confidence: 'documented',
  },
  {
    id: 'probe-source-address',
    statement: 'IPv4 health probes come from 168.63.129.16, IPv6 ones from fe80::1234:5678:9abc.',
    ...healthProbes,
    confidence: 'documented',
  },
  {
    id: 'probe-goes-to-member-address',
    statement: 'A health probe is always sent to the address of the member, with floating IP too.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'probe-needs-answer',
    statement: 'A member is up while it answers its probe; a refusal or silence takes it out.',
    ...healthProbes,
    confidence: 'documented',
  },
  {
    id: 'http-probe-counts-listener',
    statement:
      'Any TCP listener on the probe port is taken to answer an HTTP or HTTPS probe with status 200.',
    source: 'An assumption of Floatpath: the document does not describe what a service answers',
    confidence: 'assumed',
  },
  {
    id: 'reply-must-leave-by-arrival-nic',
    statement: 'A reply that leaves by another NIC does not belong to the load-balanced flow and is lost.',
    ...healthProbes,
    confidence: 'assumed',
  },
  {
    id: 'reply-must-keep-source',
    statement:
      'A reply from another source than the called address does not belong to the flow; the client ignores it if Azure lets it through.',
    source: 'An inference from the mapping: no document says what Azure does with such a reply',
    confidence: 'assumed',
  },
  {
    id: 'host-restores-frontend',
    statement: 'The host of the VM puts the source of a reply back to the frontend address and port.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'reply-goes-straight-to-client',
    statement:
      'Replies go from the host of the VM straight to the client, not back through the load balancer.',
    ...multipleFrontends,
    confidence: 'documented',
  },
  {
    id: 'outbound-needs-ipconfig-source',
    statement:
      'Azure translates outbound connections only from an address of an IP configuration, not from a frontend address.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'outbound-method-order',
    statement:
      'A NAT gateway goes before a public address of the NIC, and that before the rules of a load balancer.',
    ...outbound,
    confidence: 'documented',
  },
  {
    id: 'outbound-covers-primary-ipconfig',
    statement:
      'Load balancers and default outbound access translate only the primary IPv4 configuration of a NIC; a secondary one needs a NAT gateway or a public address of its own.',
    ...outbound,
    confidence: 'documented',
  },
  {
    id: 'outbound-stays-in-network',
    statement: 'A connection to a private address needs no public source address.',
    source: 'Virtual network traffic routing',
    url: learn('virtual-network/virtual-networks-udr-overview'),
    confidence: 'documented',
  },
  {
    id: 'default-outbound-access',
    statement:
      'Without any other method a subnet may still have default outbound access from an address that Azure owns.',
    source: 'Default outbound access in Azure',
    url: learn('virtual-network/ip-services/default-outbound-access'),
    confidence: 'documented',
    disagreement:
      'Pages differ on the date from which new networks are private: 30 September 2025 or 31 March 2026.',
  },
  {
    id: 'internal-frontend-gives-no-outbound',
    statement: 'An internal Standard load balancer gives its members no way out.',
    ...outbound,
    confidence: 'documented',
  },
  {
    id: 'longest-route-wins',
    statement:
      'The route with the longest matching prefix decides; of equal ones that of the route table goes before the network’s own.',
    source: 'Virtual network traffic routing',
    url: learn('virtual-network/virtual-networks-udr-overview'),
    confidence: 'documented',
  },
  {
    id: 'routed-packets-stay-unchanged',
    statement:
      'What a route sends to an HA ports frontend reaches the member with its destination unchanged.',
    source: 'Deploy highly available network virtual appliances',
    url: 'https://learn.microsoft.com/azure/architecture/networking/guide/network-virtual-appliance-high-availability',
    confidence: 'assumed',
    disagreement: 'Some third-party material says that floating IP is needed to keep the destination.',
  },
  {
    id: 'nic-must-forward',
    statement: 'A NIC gets packets for other addresses than its own only with IP forwarding on.',
    source: 'Tutorial: Route network traffic with a route table',
    url: learn('virtual-network/tutorial-create-route-table-portal'),
    confidence: 'documented',
  },
  {
    id: 'global-rule-picks-region',
    statement:
      'A global load balancer sends to frontends of regional ones; its own floating IP setting decides whether the guest sees the global address.',
    source: 'Global load balancer',
    url: learn('load-balancer/cross-region-overview'),
    confidence: 'documented',
  },
]
