import type { Fact } from './fact.ts'
import { learn } from './learn.ts'

const floatingIP = {
  source: 'Azure Load Balancer floating IP configuration',
  url: learn('load-balancer/load-balancer-floating-ip'),
}
const severalFrontends = {
  source: 'Multiple frontends for Azure Load Balancer',
  url: learn('load-balancer/load-balancer-multivip-overview'),
}
const sqlListener = {
  source: 'Configure a load balancer for a SQL Server Always On availability group',
  url: learn('azure-sql/virtual-machines/windows/availability-group-load-balancer-portal-configure'),
}

/** What Azure accepts and people do not expect. */
export const surpriseFacts: readonly Fact[] = [
  {
    id: 'floating-rule-may-translate-port',
    statement: 'A rule with floating IP may change the destination port to its backend port.',
    ...severalFrontends,
    confidence: 'documented',
    disagreement: 'The SQL Server documentation says that the backend port is ignored with floating IP.',
  },
  {
    id: 'floating-ip-often-a-mistake',
    statement:
      'Microsoft’s support checks first whether floating IP was meant at all: without a guest that holds the address the rule cannot work.',
    source: 'Azure support article: disable or correct the floating IP configuration',
    confidence: 'reported',
  },
  {
    id: 'idle-timeout-without-effect-when-floating',
    statement: 'With floating IP the idle timeout of a rule is said to have no effect.',
    source: 'azure-docs issue 86536, never answered',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/86536',
    confidence: 'reported',
    disagreement: 'SAP guides set 30 minutes on floating rules.',
  },
  {
    id: 'private-link-arrives-without-floating-ip',
    statement:
      'Traffic that arrives through Private Link is treated as if floating IP were off: the guest sees its own address.',
    source: 'cloud-provider-azure issue 1728, a contributor from Microsoft',
    url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/issues/1728',
    confidence: 'reported',
  },
  {
    id: 'cluster-listener-needs-floating-ip',
    statement: 'The rule of an availability group listener must use floating IP.',
    ...sqlListener,
    confidence: 'documented',
  },
  {
    id: 'cluster-probes-apart',
    statement: 'Every cluster address needs a probe port of its own; no two listeners can share one.',
    ...sqlListener,
    confidence: 'documented',
  },
  {
    id: 'both-rule-kinds-on-one-member',
    statement:
      'Rules with and without floating IP may exist side by side on one load balancer and one member.',
    ...severalFrontends,
    confidence: 'documented',
  },
  {
    id: 'own-address-stays-in-guest',
    statement: 'A connection to an address that the guest holds itself never leaves the guest.',
    source: 'Our measurement, Linux 6.18 in network namespaces',
    confidence: 'measured',
  },
  {
    id: 'all-probed-up-reaches-every-member',
    statement: 'With AllProbedUp new flows go to every member while all of them are down.',
    source: 'Azure REST API specification, probe.noHealthyBackendsBehavior',
    url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/network',
    confidence: 'documented',
  },
  {
    id: 'load-balancer-tag-covers-probes-only',
    statement: 'The tag AzureLoadBalancer covers probes only, not the traffic of clients.',
    source: 'Virtual network service tags',
    url: learn('virtual-network/service-tags-overview'),
    confidence: 'documented',
  },
  {
    id: 'dynamic-frontend-may-change',
    statement: 'A dynamically allocated private frontend address can change when the frontend is made again.',
    source: 'Manage Azure Load Balancer',
    url: learn('load-balancer/manage'),
    confidence: 'documented',
  },
  {
    id: 'ip-addr-add-is-lost-at-reboot',
    statement: 'An address added with “ip addr add” is gone after a reboot.',
    source: 'azure-docs issue 117772',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/117772',
    confidence: 'reported',
  },
  {
    id: 'windows-ipv6-switches-apart',
    statement: 'The weak host switches of Windows are set for IPv4 and IPv6 apart.',
    ...floatingIP,
    confidence: 'documented',
  },
  {
    id: 'outbound-needs-a-method',
    statement:
      'Behind an internal Standard load balancer a virtual machine reaches the internet only through a NAT gateway, a public address of its own or a public load balancer.',
    source: 'Source Network Address Translation (SNAT) for outbound connections',
    url: learn('load-balancer/load-balancer-outbound-connections'),
    confidence: 'documented',
    disagreement:
      'Pages differ on the date from which new networks are private: 30 September 2025 or 31 March 2026.',
  },
  {
    id: 'global-floating-needs-global-address',
    statement:
      'With floating IP on a rule of a global load balancer the guests of every region must hold the global address.',
    source: 'Global load balancer',
    url: learn('load-balancer/cross-region-overview'),
    confidence: 'documented',
  },
]
