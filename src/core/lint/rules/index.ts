import type { LintRule } from '../lint-rule.ts'
import { addressDuplicated } from './address-duplicated.ts'
import { adminStateWithoutProbe } from './admin-state-without-probe.ts'
import { allProbedUpWithClusterAddress } from './all-probed-up-with-cluster-address.ts'
import { backendNotAllowed } from './backend-not-allowed.ts'
import { backendPoolEmpty } from './backend-pool-empty.ts'
import { backendPortReused } from './backend-port-reused.ts'
import { backendPortReusedAcrossLoadBalancers } from './backend-port-reused-across-load-balancers.ts'
import { basicSkuRetired } from './basic-sku-retired.ts'
import { clusterAddressOwnerCount } from './cluster-address-owner-count.ts'
import { clusterAddressWithoutFloatingIp } from './cluster-address-without-floating-ip.ts'
import { clusterMemberWithoutAddress } from './cluster-member-without-address.ts'
import { clusterProbeShared } from './cluster-probe-shared.ts'
import { connectionNotAnswered } from './connection-not-answered.ts'
import { connectionWithoutRule } from './connection-without-rule.ts'
import { featureRetiring } from './feature-retiring.ts'
import { fieldMissing } from './field-missing.ts'
import { fieldUnknown } from './field-unknown.ts'
import { fieldValueInvalid } from './field-value-invalid.ts'
import { floatingBackendPortReused } from './floating-backend-port-reused.ts'
import { floatingIpOnSecondaryIpConfiguration } from './floating-ip-on-secondary-ip-configuration.ts'
import { floatingIpOnSecondaryWithNatGateway } from './floating-ip-on-secondary-with-nat-gateway.ts'
import { floatingIpWithoutNeed } from './floating-ip-without-need.ts'
import { floatingIpv6Internal } from './floating-ipv6-internal.ts'
import { floatingPortTranslated } from './floating-port-translated.ts'
import { flowSymmetryNotGuaranteed } from './flow-symmetry-not-guaranteed.ts'
import { frontendAddressDynamic } from './frontend-address-dynamic.ts'
import { frontendAddressSourceInvalid } from './frontend-address-source-invalid.ts'
import { frontendAnsweredLocally } from './frontend-answered-locally.ts'
import { frontendKindsMixed } from './frontend-kinds-mixed.ts'
import { frontendOutsideSubnet } from './frontend-outside-subnet.ts'
import { frontendPortReused } from './frontend-port-reused.ts'
import { frontendZonesOnPublic } from './frontend-zones-on-public.ts'
import { gatewayRuleInvalid } from './gateway-rule-invalid.ts'
import { globalAddressMissing } from './global-address-missing.ts'
import { globalRuleInvalid } from './global-rule-invalid.ts'
import { guestAddressMissing } from './guest-address-missing.ts'
import { guestAddressNotPersistent } from './guest-address-not-persistent.ts'
import { guestFirewallBlocksBackendPort } from './guest-firewall-blocks-backend-port.ts'
import { guestFirewallBlocksProbe } from './guest-firewall-blocks-probe.ts'
import { guestUnknown } from './guest-unknown.ts'
import { haPortsBesideOtherRule } from './ha-ports-beside-other-rule.ts'
import { haPortsDuplicated } from './ha-ports-duplicated.ts'
import { haPortsIncomplete } from './ha-ports-incomplete.ts'
import { haPortsSharePool } from './ha-ports-share-pool.ts'
import { haPortsUnsupported } from './ha-ports-unsupported.ts'
import { hairpinToOwnFrontend } from './hairpin-to-own-frontend.ts'
import { httpsProbeOnBasic } from './https-probe-on-basic.ts'
import { idleTimeoutOutOfRange } from './idle-timeout-out-of-range.ts'
import { idleTimeoutWithFloatingIp } from './idle-timeout-with-floating-ip.ts'
import { ipBasedPoolDefaultOutbound } from './ip-based-pool-default-outbound.ts'
import { ipForwardingDisabled } from './ip-forwarding-disabled.ts'
import { ipVersionMismatch } from './ip-version-mismatch.ts'
import { limitExceeded } from './limit-exceeded.ts'
import { listenerMissing } from './listener-missing.ts'
import { listenerOffFrontendAddress } from './listener-off-frontend-address.ts'
import { listenerServesTwoRules } from './listener-serves-two-rules.ts'
import { loadBalancerWithoutFrontend } from './load-balancer-without-frontend.ts'
import { loopbackAddressMistyped } from './loopback-address-mistyped.ts'
import { loopbackAddressShadowsFrontend } from './loopback-address-shadows-frontend.ts'
import { loopbackMaskNotHost } from './loopback-mask-not-host.ts'
import { loopbackPrefixCapturesSubnet } from './loopback-prefix-captures-subnet.ts'
import { loopbackWeakHostReceiveDisabled } from './loopback-weak-host-receive-disabled.ts'
import { nameAlreadyUsed } from './name-already-used.ts'
import { nameInvalid } from './name-invalid.ts'
import { natRuleBackendPortReused } from './nat-rule-backend-port-reused.ts'
import { natRuleFrontendPortOverlap } from './nat-rule-frontend-port-overlap.ts'
import { natRuleOnIpBasedPool } from './nat-rule-on-ip-based-pool.ts'
import { networkSecurityGroupMissing } from './network-security-group-missing.ts'
import { outboundFromFrontendAddress } from './outbound-from-frontend-address.ts'
import { outboundMethodMissing } from './outbound-method-missing.ts'
import { outboundPortsInvalid } from './outbound-ports-invalid.ts'
import { outboundRuleOnSecondaryIpConfiguration } from './outbound-rule-on-secondary-ip-configuration.ts'
import { outboundRuleUnsupported } from './outbound-rule-unsupported.ts'
import { outboundSnatConflict } from './outbound-snat-conflict.ts'
import { poolSpansVirtualNetworks } from './pool-spans-virtual-networks.ts'
import { portOutOfRange } from './port-out-of-range.ts'
import { privateLinkIgnoresFloatingIp } from './private-link-ignores-floating-ip.ts'
import { probeIntervalTooShort } from './probe-interval-too-short.ts'
import { probeMissing } from './probe-missing.ts'
import { probeOnFrontendAddress } from './probe-on-frontend-address.ts'
import { probePortBlocked } from './probe-port-blocked.ts'
import { probePortClosed } from './probe-port-closed.ts'
import { probeReplyLeavesOtherInterface } from './probe-reply-leaves-other-interface.ts'
import { probeRequestPathMismatch } from './probe-request-path-mismatch.ts'
import { publicIpInOutboundPool } from './public-ip-in-outbound-pool.ts'
import { referenceAcrossLoadBalancers } from './reference-across-load-balancers.ts'
import { referenceDangling } from './reference-dangling.ts'
import { replyLeavesOtherInterface } from './reply-leaves-other-interface.ts'
import { secondLoadBalancerOfKind } from './second-load-balancer-of-kind.ts'
import { securityRuleAllowsProbeOnly } from './security-rule-allows-probe-only.ts'
import { securityRuleBlocksProbe } from './security-rule-blocks-probe.ts'
import { securityRuleDeniesClients } from './security-rule-denies-clients.ts'
import { securityRuleDeniesOutbound } from './security-rule-denies-outbound.ts'
import { securityRuleDeniesRoutedPackets } from './security-rule-denies-routed-packets.ts'
import { securityRuleMissesBackendAddress } from './security-rule-misses-backend-address.ts'
import { securityRuleMissesFrontendAddress } from './security-rule-misses-frontend-address.ts'
import { securityRuleUsesFrontendPort } from './security-rule-uses-frontend-port.ts'
import { securityRuleVirtualNetworkTag } from './security-rule-virtual-network-tag.ts'
import { skuMismatch } from './sku-mismatch.ts'
import { strictReversePathFilter } from './strict-reverse-path-filter.ts'
import { tcpResetWithHaPorts } from './tcp-reset-with-ha-ports.ts'
import { udpListenerWildcard } from './udp-listener-wildcard.ts'
import { valueUnresolved } from './value-unresolved.ts'
import { virtualNetworkOverlapsPlatformAddress } from './virtual-network-overlaps-platform-address.ts'
import { weakHostIpv6Disabled } from './weak-host-ipv6-disabled.ts'
import { weakHostReceiveDisabled } from './weak-host-receive-disabled.ts'
import { weakHostSendDisabled } from './weak-host-send-disabled.ts'

/** Every lint rule, in the order in which findings of equal severity are shown. */
export const lintRules: readonly LintRule[] = [
  guestAddressMissing,
  weakHostReceiveDisabled,
  weakHostSendDisabled,
  loopbackPrefixCapturesSubnet,
  listenerOffFrontendAddress,
  listenerMissing,
  udpListenerWildcard,
  guestFirewallBlocksBackendPort,
  strictReversePathFilter,
  replyLeavesOtherInterface,
  clusterAddressOwnerCount,
  clusterMemberWithoutAddress,
  weakHostIpv6Disabled,
  clusterProbeShared,
  outboundMethodMissing,
  globalAddressMissing,
  backendPoolEmpty,
  probeOnFrontendAddress,
  probePortClosed,
  guestFirewallBlocksProbe,
  probeReplyLeavesOtherInterface,
  securityRuleBlocksProbe,
  networkSecurityGroupMissing,
  securityRuleMissesFrontendAddress,
  securityRuleVirtualNetworkTag,
  securityRuleMissesBackendAddress,
  securityRuleUsesFrontendPort,
  securityRuleDeniesClients,
  securityRuleDeniesRoutedPackets,
  securityRuleDeniesOutbound,
  hairpinToOwnFrontend,
  ipForwardingDisabled,
  outboundFromFrontendAddress,
  connectionWithoutRule,
  connectionNotAnswered,
  floatingIpOnSecondaryIpConfiguration,
  floatingIpv6Internal,
  backendPortReused,
  floatingBackendPortReused,
  frontendPortReused,
  ipVersionMismatch,
  addressDuplicated,
  frontendOutsideSubnet,
  frontendAddressSourceInvalid,
  loadBalancerWithoutFrontend,
  skuMismatch,
  frontendZonesOnPublic,
  poolSpansVirtualNetworks,
  backendNotAllowed,
  natRuleOnIpBasedPool,
  gatewayRuleInvalid,
  globalRuleInvalid,
  haPortsIncomplete,
  probePortBlocked,
  httpsProbeOnBasic,
  outboundRuleUnsupported,
  publicIpInOutboundPool,
  virtualNetworkOverlapsPlatformAddress,
  haPortsUnsupported,
  haPortsDuplicated,
  haPortsSharePool,
  haPortsBesideOtherRule,
  backendPortReusedAcrossLoadBalancers,
  secondLoadBalancerOfKind,
  natRuleBackendPortReused,
  natRuleFrontendPortOverlap,
  idleTimeoutOutOfRange,
  probeRequestPathMismatch,
  outboundSnatConflict,
  outboundRuleOnSecondaryIpConfiguration,
  outboundPortsInvalid,
  basicSkuRetired,
  limitExceeded,
  frontendKindsMixed,
  portOutOfRange,
  fieldValueInvalid,
  fieldMissing,
  referenceDangling,
  referenceAcrossLoadBalancers,
  nameAlreadyUsed,
  nameInvalid,
  probeMissing,
  clusterAddressWithoutFloatingIp,
  floatingIpOnSecondaryWithNatGateway,
  loopbackAddressMistyped,
  loopbackAddressShadowsFrontend,
  guestAddressNotPersistent,
  frontendAddressDynamic,
  securityRuleAllowsProbeOnly,
  privateLinkIgnoresFloatingIp,
  allProbedUpWithClusterAddress,
  floatingIpWithoutNeed,
  floatingPortTranslated,
  idleTimeoutWithFloatingIp,
  listenerServesTwoRules,
  frontendAnsweredLocally,
  probeIntervalTooShort,
  adminStateWithoutProbe,
  ipBasedPoolDefaultOutbound,
  tcpResetWithHaPorts,
  flowSymmetryNotGuaranteed,
  loopbackWeakHostReceiveDisabled,
  loopbackMaskNotHost,
  guestUnknown,
  featureRetiring,
  valueUnresolved,
  fieldUnknown,
]
