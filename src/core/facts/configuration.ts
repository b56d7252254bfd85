import type { Fact } from './fact.ts'

const learn = (page: string) => `https://learn.microsoft.com/azure/${page}`
const docsIssue = (number: number) => `https://github.com/MicrosoftDocs/azure-docs/issues/${number}`

const floatingIP = {
  source: 'Azure Load Balancer floating IP configuration',
  url: learn('load-balancer/load-balancer-floating-ip'),
}
const severalFrontends = {
  source: 'Multiple frontends for Azure Load Balancer',
  url: learn('load-balancer/load-balancer-multivip-overview'),
}
const probes = {
  source: 'Azure Load Balancer health probes',
  url: learn('load-balancer/load-balancer-custom-probe-overview'),
}
const sqlListener = {
  source: 'Configure a load balancer for a SQL Server Always On availability group',
  url: learn('azure-sql/virtual-machines/windows/availability-group-load-balancer-portal-configure'),
}
const restSpecification = {
  source: 'Azure REST API specification, Microsoft.Network/loadBalancers 2024-10-01',
  url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/network',
}
const laboratory = { source: 'Our measurement, Linux 6.18 in network namespaces' }

/** What Azure accepts or refuses, and what people get wrong when they configure it. */
export const configurationFacts: readonly Fact[] = [
  {
    id: 'guest-must-hold-frontend-address',
    statement:
      'With floating IP the guest must hold the frontend address itself; Azure neither sets nor checks it, and packets are lost without it.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'windows-weak-host-recipe',
    statement:
      'Windows uses the strong host model: an address on a loopback adapter works only with weak host receive on the NIC and weak host send on the loopback adapter.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'loopback-weak-host-receive-in-recipe',
    statement:
      'Microsoft’s recipe sets weak host receive on the loopback adapter too; no source explains a failure without it.',
    ...floatingIP,
    confidence: 'assumed',
  },
  {
    id: 'linux-loopback-prefix-is-local',
    statement:
      'A prefix shorter than /32 on the interface lo makes every address of it local, so answers to clients inside it never leave the guest.',
    ...laboratory,
    confidence: 'measured',
    disagreement: 'Microsoft’s floating IP page shows an example with /24.',
  },
  {
    id: 'windows-loopback-host-mask',
    statement:
      'A cluster address has the mask 255.255.255.255; a shorter one adds a route on the loopback adapter that can win over the NIC’s.',
    source: 'Configure a SQL Server availability group listener: cluster IP parameters',
    url: learn('azure-sql/virtual-machines/windows/availability-group-listener-powershell-configure'),
    confidence: 'documented',
    disagreement: 'Microsoft’s floating IP page shows 255.255.255.0.',
  },
  {
    id: 'socket-bound-elsewhere-refuses',
    statement:
      'A connection to an address and port that no socket is bound to is refused, also where a socket is bound to another address.',
    ...laboratory,
    confidence: 'measured',
  },
  {
    id: 'wildcard-udp-answers-from-nic-address',
    statement:
      'A UDP service bound to every address answers from the first address of the NIC, and the client ignores the answer.',
    ...laboratory,
    confidence: 'measured',
  },
  {
    id: 'guest-firewall-must-allow-port',
    statement: 'The guest’s own firewall must allow the backend port.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'default-rules-need-own-backend-port',
    statement:
      'Azure refuses two rules without floating IP that send the same protocol and backend port to the same pool.',
    source: 'RulesUseSameBackendPortProtocolAndPool, reported in azure-docs issue 94673',
    url: docsIssue(94673),
    confidence: 'reported',
  },
  {
    id: 'floating-rules-need-own-backend-port-per-frontend',
    statement:
      'Azure refuses two rules with floating IP that send the same protocol and backend port of one frontend to the same pool.',
    source:
      'RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled, reported in cloud-provider-azure issue 521',
    url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/issues/521',
    confidence: 'reported',
  },
  {
    id: 'probe-targets-member-address',
    statement: 'A health probe is always sent to the member’s own address, with floating IP too.',
    ...severalFrontends,
    confidence: 'documented',
  },
  {
    id: 'frontend-bound-service-refuses-probe',
    statement: 'A service bound to the frontend address only refuses connections to the member’s address.',
    ...laboratory,
    confidence: 'measured',
  },
  {
    id: 'probe-needs-an-answer',
    statement:
      'A member that does not answer its probe gets no new connections; with every member down nobody does.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'probe-source-must-be-allowed',
    statement:
      'Probes come from 168.63.129.16 (IPv6: fe80::1234:5678:9abc), which security groups and the guest’s firewall must allow.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'probe-is-optional',
    statement:
      'Without a probe every member counts as healthy, dead ones too; templates and the command line allow that.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'floating-ip-not-on-secondary',
    statement: 'Floating IP is not supported on secondary IP configurations.',
    ...floatingIP,
    confidence: 'documented',
    disagreement:
      'The newest page makes an exception where a NAT gateway serves outbound connections; three others do not.',
  },
  {
    id: 'frontend-has-one-address-source',
    statement: 'A frontend has either a subnet or a public IP address; Azure refuses both and neither.',
    source:
      'FrontendIPConfigHasBothSubnetAndPublicIP and FrontendIPConfigHasNoSubnetOrPublicIP, errors of the service',
    confidence: 'reported',
  },
  {
    id: 'rule-port-ranges',
    statement:
      'Frontend ports go up to 65534 and backend ports up to 65535, both from 0 for load-balancing rules and from 1 for inbound NAT rules.',
    ...restSpecification,
    confidence: 'documented',
  },
  {
    id: 'security-group-sees-mapped-destination',
    statement:
      'A security group sees the destination after the load balancer’s mapping: with floating IP the frontend address, else the member’s, and the backend port.',
    ...sqlListener,
    confidence: 'documented',
  },
  {
    id: 'virtual-network-tag-excludes-public-frontend',
    statement:
      'The tag VirtualNetwork does not cover a public frontend address, which a floating rule leaves in the packet.',
    source: 'Virtual network service tags, and our reading of it',
    url: learn('virtual-network/service-tags-overview'),
    confidence: 'assumed',
  },
  {
    id: 'public-standard-is-closed',
    statement:
      'Behind a public Standard load balancer nothing arrives until a network security group allows it.',
    source: 'Azure Load Balancer SKUs',
    url: learn('load-balancer/skus'),
    confidence: 'documented',
  },
  {
    id: 'cluster-address-has-one-holder',
    statement:
      'A cluster address (WSFC, Pacemaker) is on the NIC of exactly one guest and moves at failover.',
    source: 'Configure a SQL Server availability group listener: cluster IP parameters',
    url: learn('azure-sql/virtual-machines/windows/availability-group-listener-powershell-configure'),
    confidence: 'documented',
  },
  {
    id: 'cluster-probe-answered-by-owner',
    statement: 'The probe port of a cluster address is answered only by the guest that holds the address.',
    ...sqlListener,
    confidence: 'documented',
  },
  {
    id: 'strict-reverse-path-drops',
    statement: 'With rp_filter 1 Linux drops a packet whose answer would leave through another interface.',
    ...laboratory,
    confidence: 'measured',
  },
  {
    id: 'reply-follows-guest-routes',
    statement:
      'An answer leaves through the NIC that the guest’s routes choose, not through the one the packet came in by.',
    ...laboratory,
    confidence: 'measured',
  },
  {
    id: 'probe-answer-must-leave-by-its-nic',
    statement: 'A guest with several NICs must answer a probe through the NIC at which it arrived.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'floating-ipv6-needs-public',
    statement: 'Dual-stack configurations with floating IP work with public load balancers only.',
    source: 'Overview of IPv6 for Azure Virtual Network',
    url: learn('virtual-network/ip-services/ipv6-overview'),
    confidence: 'documented',
    disagreement: 'The floating IP page dropped the sentence in June 2024.',
  },
  {
    id: 'frontend-and-member-same-version',
    statement:
      'Azure Load Balancer does not translate between IPv4 and IPv6: a frontend sends to members of its own version.',
    source: 'Overview of IPv6 for Azure Virtual Network',
    url: learn('virtual-network/ip-services/ipv6-overview'),
    confidence: 'documented',
  },
  {
    id: 'rules-need-own-frontend-port',
    statement: 'Two rules of one frontend need different frontend ports or protocols.',
    ...severalFrontends,
    confidence: 'documented',
  },
  {
    id: 'private-address-given-once',
    statement:
      'A private address can be given once in a virtual network; the frontend’s belongs inside the guest, not on an IP configuration.',
    source: 'MultipleIpConfigsRequestSamePrivateIpAddress, an error of the service',
    confidence: 'reported',
  },
  {
    id: 'ha-ports-form',
    statement:
      'An HA ports rule has protocol All and both ports 0, and exists on internal Standard load balancers only.',
    source: 'High availability ports overview',
    url: learn('load-balancer/load-balancer-ha-ports-overview'),
    confidence: 'documented',
  },
  {
    id: 'routed-packets-keep-destination',
    statement:
      'Packets that a route sends to an HA ports frontend keep their destination, so NIC and guest must forward.',
    source: 'Route network traffic with a route table',
    url: learn('virtual-network/tutorial-create-route-table'),
    confidence: 'documented',
    disagreement: 'Some third-party material says that floating IP is needed to keep the destination.',
  },
  {
    id: 'outbound-needs-primary-address',
    statement:
      'Outbound connections must start from the primary IP configuration; Azure does not translate a frontend address.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'caller-behind-own-frontend',
    statement:
      'A member that calls its own internal frontend without floating IP fails whenever it is chosen itself.',
    source: 'Troubleshoot backend traffic responses',
    url: learn('load-balancer/load-balancer-troubleshoot-backend-traffic'),
    confidence: 'documented',
    disagreement: 'The FAQ calls any call of a member to its own internal frontend unsupported.',
  },
  {
    id: 'guest-is-invisible-to-azure',
    statement: 'Azure knows nothing of addresses, switches, firewall and services inside the guest.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'resource-fields-have-fixed-forms',
    statement: 'Azure checks the form of every field and the existence of everything a resource refers to.',
    ...restSpecification,
    confidence: 'documented',
  },
  {
    id: 'names-have-rules-and-scopes',
    statement:
      'Azure allows certain characters and lengths in names, and every name once in its scope: a resource group, a load balancer, a virtual network, a security group.',
    source: 'Naming rules and restrictions for Azure resources',
    url: learn('azure-resource-manager/management/resource-name-rules'),
    confidence: 'documented',
  },
]
