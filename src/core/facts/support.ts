import type { Fact } from './fact.ts'
import { learn } from './learn.ts'

const probes = {
  source: 'Azure Load Balancer health probes',
  url: learn('load-balancer/load-balancer-custom-probe-overview'),
}
const pools = {
  source: 'Backend pool management',
  url: learn('load-balancer/backend-pool-management'),
}
const components = {
  source: 'Azure Load Balancer components',
  url: learn('load-balancer/components'),
}
const whatsNew = {
  source: 'What’s new in Azure Load Balancer',
  url: learn('load-balancer/whats-new'),
}
const globalTier = {
  source: 'Global load balancer',
  url: learn('load-balancer/cross-region-overview'),
}

/** What Azure offers only with some SKUs, tiers, kinds of pool and networks, and until when. */
export const supportFacts: readonly Fact[] = [
  {
    id: 'http-probe-blocked-ports',
    statement: 'An HTTP probe cannot use the ports 19, 21, 25, 70, 110, 119, 143, 220 and 993.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'https-probe-needs-standard',
    statement: 'HTTPS probes exist on Standard and Gateway load balancers, not on Basic ones.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'probe-interval-at-least-five-seconds',
    statement: 'The shortest interval between two probes is 5 seconds.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'number-of-probes-is-ignored',
    statement:
      'Azure does not honour numberOfProbes and ends support for it on 1 September 2027; probeThreshold counts.',
    ...whatsNew,
    confidence: 'documented',
    disagreement: 'The REST specification still describes numberOfProbes as the threshold.',
  },
  {
    id: 'nat-rules-v1-retire',
    statement:
      'Inbound NAT rules to one IP configuration (version 1) retire on 30 September 2027; rules to a pool stay.',
    ...whatsNew,
    confidence: 'documented',
  },
  {
    id: 'tcp-reset-not-through-appliances',
    statement:
      'TCP reset on idle is not supported for HA ports of an internal load balancer with a network appliance in the path.',
    source: 'Load Balancer TCP reset and idle timeout',
    url: learn('load-balancer/load-balancer-tcp-reset'),
    confidence: 'documented',
    disagreement: 'An older version of the page says that no reset is ever sent for internal HA ports.',
  },
  {
    id: 'frontend-zones-are-internal',
    statement:
      'Zones can be set on internal frontends only; a public frontend has the zones of its public IP address.',
    source: 'PSRule for Azure, issue 2814',
    url: 'https://github.com/Azure/PSRule.Rules.Azure/issues/2814',
    confidence: 'reported',
  },
  {
    id: 'public-address-has-load-balancer-sku',
    statement: 'A load balancer takes public IP addresses of its own SKU only.',
    source: 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed, an error of the service',
    confidence: 'reported',
  },
  {
    id: 'one-load-balancer-of-each-kind',
    statement:
      'Only one internal load balancer can have the same machines behind it, and a scale set is behind one internal and one public load balancer at most.',
    source: 'Troubleshoot common Azure Load Balancer deployment errors',
    url: learn('load-balancer/troubleshoot-load-balancer-deployment-errors'),
    confidence: 'documented',
    disagreement:
      'The same page names an error for rules of several load balancers of one kind that share a backend port, which would not be needed if there were only one.',
  },
  {
    id: 'basic-takes-no-large-scale-set',
    statement:
      'A Basic load balancer does not take a scale set of several zones or of several placement groups, which one of more than 100 machines has.',
    source: 'Troubleshoot common Azure Load Balancer deployment errors',
    url: learn('load-balancer/troubleshoot-load-balancer-deployment-errors'),
    confidence: 'documented',
  },
  {
    id: 'rules-use-parts-of-their-load-balancer',
    statement: 'A rule uses frontends, pools and probes of the load balancer that it belongs to.',
    ...components,
    confidence: 'documented',
  },
  {
    id: 'load-balancer-needs-frontend',
    statement: 'A load balancer without a frontend can have no rules, probes or pools.',
    source: 'LoadBalancerWithoutFrontendIPCantHaveChildResources, an error of the service',
    confidence: 'reported',
  },
  {
    id: 'security-groups-see-what-guests-send',
    statement:
      'The outbound security rules of NIC and subnet apply to what a guest sends. Those that every group ends with allow the virtual network and the internet.',
    source: 'Network security groups',
    url: learn('virtual-network/network-security-groups-overview'),
    confidence: 'documented',
  },
  {
    id: 'network-without-platform-address',
    statement:
      'A virtual network must not contain 168.63.129.16, the address from which Azure sends its probes.',
    ...probes,
    confidence: 'documented',
  },
  {
    id: 'outbound-rules-are-public-standard',
    statement:
      'Outbound rules exist on public Standard load balancers of the regional tier only: not on internal, Basic, Gateway or global ones.',
    source: 'Azure Load Balancer SKUs and Global load balancer',
    url: learn('load-balancer/skus'),
    confidence: 'documented',
  },
  {
    id: 'outbound-pool-without-public-addresses',
    statement: 'A NIC with a public IP address of its own cannot be in the pool of an outbound rule.',
    source: 'NicWithPublicIpCannotReferencePoolWithOutboundRule, an error of the service',
    confidence: 'reported',
  },
  {
    id: 'one-virtual-network-per-load-balancer',
    statement: 'All frontends and pool members of a load balancer are in one virtual network.',
    ...components,
    confidence: 'documented',
  },
  {
    id: 'pool-is-by-nic-or-by-address',
    statement: 'A pool holds NIC members or members by address, never both.',
    ...pools,
    confidence: 'documented',
  },
  {
    id: 'pool-by-address-without-nat-and-private-link',
    statement:
      'Inbound NAT rules and Private Link services do not work with pools whose members are given by address.',
    ...pools,
    confidence: 'documented',
  },
  {
    id: 'pool-by-address-keeps-default-outbound',
    statement:
      'Members of a pool by address keep default outbound access: such a pool is not secure by default.',
    ...pools,
    confidence: 'documented',
  },
  {
    id: 'pool-members-are-machines',
    statement:
      'A pool cannot hold private endpoints, other load balancers, or addresses outside its virtual network.',
    ...components,
    confidence: 'documented',
  },
  {
    id: 'admin-state-needs-probe',
    statement: 'Admin state acts on load-balancing rules with a probe only, not on inbound NAT rules.',
    source: 'Administrative state in Azure Load Balancer',
    url: learn('load-balancer/admin-state-overview'),
    confidence: 'documented',
  },
  {
    id: 'gateway-rules-are-ha-ports',
    statement:
      'A Gateway load balancer has internal frontends, HA ports rules and at most two pools per rule.',
    source: 'Gateway Load Balancer',
    url: learn('load-balancer/gateway-overview'),
    confidence: 'documented',
  },
  {
    id: 'global-rules-are-public',
    statement:
      'A global load balancer has public frontends only, does not mix IPv4 and IPv6, and does not take UDP port 3.',
    ...globalTier,
    confidence: 'documented',
  },
  {
    id: 'global-backend-port-is-regional-frontend-port',
    statement: 'The backend port of a global rule is the frontend port of the regional rules.',
    ...globalTier,
    confidence: 'documented',
  },
  {
    id: 'subnet-keeps-five-addresses',
    statement:
      'A private address lies in its subnet, of which Azure keeps the first four addresses and the last one.',
    source: 'Azure Virtual Network frequently asked questions',
    url: learn('virtual-network/virtual-networks-faq'),
    confidence: 'documented',
  },
  {
    id: 'flow-symmetry-needs-one-frontend',
    statement:
      'Both directions of a connection meet the same appliance only if they pass one frontend of one internal load balancer and each appliance has one IP configuration per NIC.',
    source: 'Deploy highly available network virtual appliances',
    url: 'https://learn.microsoft.com/azure/architecture/networking/guide/network-virtual-appliance-high-availability',
    confidence: 'documented',
  },
]
