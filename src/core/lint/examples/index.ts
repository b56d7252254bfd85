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
import type { Example } from './example.ts'
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
/** Examples of lint rules, by the lint rule’s id. The file is named after it. */
export const examples: { readonly [rule: string]: Example } = {
  'address-duplicated': addressDuplicated,
  'admin-state-without-probe': adminStateWithoutProbe,
  'all-probed-up-with-cluster-address': allProbedUpWithClusterAddress,
  'backend-not-allowed': backendNotAllowed,
  'backend-pool-empty': backendPoolEmpty,
  'backend-port-reused': backendPortReused,
  'backend-port-reused-across-load-balancers': backendPortReusedAcrossLoadBalancers,
  'basic-sku-retired': basicSkuRetired,
  'cluster-address-owner-count': clusterAddressOwnerCount,
  'cluster-address-without-floating-ip': clusterAddressWithoutFloatingIp,
  'cluster-member-without-address': clusterMemberWithoutAddress,
  'cluster-probe-shared': clusterProbeShared,
  'connection-not-answered': connectionNotAnswered,
  'connection-without-rule': connectionWithoutRule,
  'feature-retiring': featureRetiring,
  'field-missing': fieldMissing,
  'field-unknown': fieldUnknown,
  'field-value-invalid': fieldValueInvalid,
  'floating-backend-port-reused': floatingBackendPortReused,
  'floating-ip-on-secondary-ip-configuration': floatingIpOnSecondaryIpConfiguration,
  'floating-ip-on-secondary-with-nat-gateway': floatingIpOnSecondaryWithNatGateway,
  'floating-ip-without-need': floatingIpWithoutNeed,
  'floating-ipv6-internal': floatingIpv6Internal,
  'floating-port-translated': floatingPortTranslated,
  'flow-symmetry-not-guaranteed': flowSymmetryNotGuaranteed,
  'frontend-address-dynamic': frontendAddressDynamic,
  'frontend-address-source-invalid': frontendAddressSourceInvalid,
  'frontend-answered-locally': frontendAnsweredLocally,
  'frontend-kinds-mixed': frontendKindsMixed,
  'frontend-outside-subnet': frontendOutsideSubnet,
  'frontend-port-reused': frontendPortReused,
  'frontend-zones-on-public': frontendZonesOnPublic,
  'gateway-rule-invalid': gatewayRuleInvalid,
  'global-address-missing': globalAddressMissing,
  'global-rule-invalid': globalRuleInvalid,
  'guest-address-missing': guestAddressMissing,
  'guest-address-not-persistent': guestAddressNotPersistent,
  'guest-firewall-blocks-backend-port': guestFirewallBlocksBackendPort,
  'guest-firewall-blocks-probe': guestFirewallBlocksProbe,
  'guest-unknown': guestUnknown,
  'ha-ports-beside-other-rule': haPortsBesideOtherRule,
  'ha-ports-duplicated': haPortsDuplicated,
  'ha-ports-incomplete': haPortsIncomplete,
  'ha-ports-share-pool': haPortsSharePool,
  'ha-ports-unsupported': haPortsUnsupported,
  'hairpin-to-own-frontend': hairpinToOwnFrontend,
  'https-probe-on-basic': httpsProbeOnBasic,
  'idle-timeout-out-of-range': idleTimeoutOutOfRange,
  'idle-timeout-with-floating-ip': idleTimeoutWithFloatingIp,
  'ip-based-pool-default-outbound': ipBasedPoolDefaultOutbound,
  'ip-forwarding-disabled': ipForwardingDisabled,
  'ip-version-mismatch': ipVersionMismatch,
  'limit-exceeded': limitExceeded,
  'listener-missing': listenerMissing,
  'listener-off-frontend-address': listenerOffFrontendAddress,
  'listener-serves-two-rules': listenerServesTwoRules,
  'load-balancer-without-frontend': loadBalancerWithoutFrontend,
  'loopback-address-mistyped': loopbackAddressMistyped,
  'loopback-address-shadows-frontend': loopbackAddressShadowsFrontend,
  'loopback-mask-not-host': loopbackMaskNotHost,
  'loopback-prefix-captures-subnet': loopbackPrefixCapturesSubnet,
  'loopback-weak-host-receive-disabled': loopbackWeakHostReceiveDisabled,
  'name-already-used': nameAlreadyUsed,
  'name-invalid': nameInvalid,
  'nat-rule-backend-port-reused': natRuleBackendPortReused,
  'nat-rule-frontend-port-overlap': natRuleFrontendPortOverlap,
  'nat-rule-on-ip-based-pool': natRuleOnIpBasedPool,
  'network-security-group-missing': networkSecurityGroupMissing,
  'outbound-from-frontend-address': outboundFromFrontendAddress,
  'outbound-method-missing': outboundMethodMissing,
  'outbound-ports-invalid': outboundPortsInvalid,
  'outbound-rule-on-secondary-ip-configuration': outboundRuleOnSecondaryIpConfiguration,
  'outbound-rule-unsupported': outboundRuleUnsupported,
  'outbound-snat-conflict': outboundSnatConflict,
  'pool-spans-virtual-networks': poolSpansVirtualNetworks,
  'port-out-of-range': portOutOfRange,
  'private-link-ignores-floating-ip': privateLinkIgnoresFloatingIp,
  'probe-interval-too-short': probeIntervalTooShort,
  'probe-missing': probeMissing,
  'probe-on-frontend-address': probeOnFrontendAddress,
  'probe-port-blocked': probePortBlocked,
  'probe-port-closed': probePortClosed,
  'probe-reply-leaves-other-interface': probeReplyLeavesOtherInterface,
  'probe-request-path-mismatch': probeRequestPathMismatch,
  'public-ip-in-outbound-pool': publicIpInOutboundPool,
  'reference-across-load-balancers': referenceAcrossLoadBalancers,
  'reference-dangling': referenceDangling,
  'reply-leaves-other-interface': replyLeavesOtherInterface,
  'second-load-balancer-of-kind': secondLoadBalancerOfKind,
  'security-rule-allows-probe-only': securityRuleAllowsProbeOnly,
  'security-rule-blocks-probe': securityRuleBlocksProbe,
  'security-rule-denies-clients': securityRuleDeniesClients,
  'security-rule-denies-outbound': securityRuleDeniesOutbound,
  'security-rule-denies-routed-packets': securityRuleDeniesRoutedPackets,
  'security-rule-misses-backend-address': securityRuleMissesBackendAddress,
  'security-rule-misses-frontend-address': securityRuleMissesFrontendAddress,
  'security-rule-uses-frontend-port': securityRuleUsesFrontendPort,
  'security-rule-virtual-network-tag': securityRuleVirtualNetworkTag,
  'sku-mismatch': skuMismatch,
  'strict-reverse-path-filter': strictReversePathFilter,
  'tcp-reset-with-ha-ports': tcpResetWithHaPorts,
  'udp-listener-wildcard': udpListenerWildcard,
  'value-unresolved': valueUnresolved,
  'virtual-network-overlaps-platform-address': virtualNetworkOverlapsPlatformAddress,
  'weak-host-ipv6-disabled': weakHostIpv6Disabled,
  'weak-host-receive-disabled': weakHostReceiveDisabled,
  'weak-host-send-disabled': weakHostSendDisabled,
}
