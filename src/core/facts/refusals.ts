import type { Fact } from './fact.ts'
import { learn } from './learn.ts'

const haPorts = {
  source: 'High availability ports overview',
  url: learn('load-balancer/load-balancer-ha-ports-overview'),
}
const restSpecification = {
  source: 'Azure REST API specification, Microsoft.Network/loadBalancers 2024-10-01',
  url: 'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/network',
}
const outboundConnections = {
  source: 'Source Network Address Translation (SNAT) for outbound connections',
  url: learn('load-balancer/load-balancer-outbound-connections'),
}

/** What Azure refuses to deploy, besides what stands with the configuration itself. */
export const refusalFacts: readonly Fact[] = [
  {
    id: 'ha-ports-internal-standard-only',
    statement: 'HA ports exist on internal Standard and Gateway load balancers, not on public or Basic ones.',
    ...haPorts,
    confidence: 'documented',
  },
  {
    id: 'ha-ports-once-per-frontend',
    statement: 'An internal frontend has at most one HA ports rule.',
    ...haPorts,
    confidence: 'documented',
  },
  {
    id: 'ha-ports-share-pool-when-floating',
    statement:
      'Several HA ports rules may send to one pool, one for each frontend, when all of them use floating IP.',
    ...haPorts,
    confidence: 'documented',
  },
  {
    id: 'ha-ports-beside-others-when-floating',
    statement:
      'An HA ports rule and another rule may send to the same IP configuration from one frontend only when both use floating IP; Azure has checked that since June 2020.',
    ...haPorts,
    confidence: 'documented',
    disagreement:
      'The text of the page forbids every other rule on the load balancer, its list of limitations only those of the same frontend.',
  },
  {
    id: 'idle-timeout-range',
    statement:
      'The idle timeout is 4 to 100 minutes for load-balancing and inbound NAT rules and 4 to 120 for outbound rules.',
    source: 'Load Balancer TCP reset and idle timeout',
    url: learn('load-balancer/load-balancer-tcp-idle-timeout'),
    confidence: 'documented',
    disagreement: 'The REST specification and older pages end at 30 minutes.',
  },
  {
    id: 'backend-port-once-per-ip-configuration',
    statement:
      'Azure refuses two rules of a load balancer without floating IP, NAT rules among them, that send the same protocol and backend port to the same IP configuration.',
    source: 'RulesUseSameBackendPortProtocolAndIPConfig, reported in terraform-provider-azurerm issue 84',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/84',
    confidence: 'reported',
  },
  {
    id: 'backend-port-once-per-load-balancer-type',
    statement:
      'Azure refuses rules without floating IP of two load balancers of the same type, public or internal, that send the same protocol and backend port to the same IP configuration.',
    source: 'Troubleshoot common Azure Load Balancer deployment errors',
    url: learn('load-balancer/troubleshoot-load-balancer-deployment-errors'),
    confidence: 'documented',
  },
  {
    id: 'nat-rule-ports-must-not-overlap',
    statement: 'Frontend ports and port ranges of inbound NAT rules must not overlap with other rules.',
    source: 'Inbound NAT rules',
    url: learn('load-balancer/inbound-nat-rules'),
    confidence: 'documented',
  },
  {
    id: 'request-path-for-http-probes',
    statement: 'A request path is required for HTTP and HTTPS probes and not allowed for TCP probes.',
    ...restSpecification,
    confidence: 'documented',
  },
  {
    id: 'outbound-rule-needs-snat-disabled',
    statement:
      'A load-balancing rule that shares a frontend with an outbound rule must have outbound SNAT disabled.',
    source:
      'LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule, an error of the service',
    confidence: 'reported',
  },
  {
    id: 'outbound-rule-needs-primary',
    statement:
      'The pool of an outbound rule must not hold secondary IPv4 configurations: Azure translates outbound connections of the primary one only.',
    source:
      'OutboundRuleCannotBeUsedWithBackendAddressPoolThatIsReferencedBySecondaryIpConfigs, reported in terraform-provider-azurerm issue 9084',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/9084',
    confidence: 'reported',
  },
  {
    id: 'outbound-port-allocation',
    statement:
      'Each frontend address has 64,000 outbound ports, given to members in multiples of 8; all members together cannot get more.',
    ...outboundConnections,
    confidence: 'documented',
  },
  {
    id: 'basic-load-balancer-retired',
    statement:
      'Basic load balancers cannot be created since 31 March 2025 and were retired on 30 September 2025.',
    source: 'What’s new in Azure Load Balancer',
    url: learn('load-balancer/whats-new'),
    confidence: 'documented',
  },
  {
    id: 'load-balancer-limits',
    statement:
      'A Standard load balancer has at most 600 frontends, 1,500 load-balancing and NAT rules and 600 outbound rules; a NIC takes part in at most 300 rules, and a pool holds at most 5,000 members.',
    source: 'Azure subscription and service limits: load balancer',
    url: learn('azure-resource-manager/management/azure-subscription-service-limits'),
    confidence: 'documented',
  },
  {
    id: 'frontend-kind-defines-load-balancer',
    statement:
      'The frontends of a load balancer are all public or all private: their kind makes it a public or an internal one.',
    source: 'Azure Load Balancer components',
    url: learn('load-balancer/components'),
    confidence: 'documented',
  },
]
