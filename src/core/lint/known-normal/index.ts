import type { TopologyDocument } from '../../topology/document.ts'
import { clusterAddressOnNic } from './cluster-address-on-nic.ts'
import { globalAddressOnLoopback } from './global-address-on-loopback.ts'
import { haPortsWithoutIpForwarding } from './ha-ports-without-ip-forwarding.ts'
import { mixedFloatingAndDefault } from './mixed-floating-and-default.ts'
import { pacemakerAddressOnNic } from './pacemaker-address-on-nic.ts'
import { portForwardInsteadOfLoopback } from './port-forward-instead-of-loopback.ts'
import { probePortOtherThanBackendPort } from './probe-port-other-than-backend-port.ts'
import { publicAndInternalOnOneNic } from './public-and-internal-on-one-nic.ts'
import { tcpProbeForUdpRule } from './tcp-probe-for-udp-rule.ts'

/** Documents that look odd and are right: no lint rule may say more than information about them. By file name. */
export const knownNormal: { readonly [name: string]: TopologyDocument } = {
  'cluster-address-on-nic': clusterAddressOnNic,
  'global-address-on-loopback': globalAddressOnLoopback,
  'ha-ports-without-ip-forwarding': haPortsWithoutIpForwarding,
  'mixed-floating-and-default': mixedFloatingAndDefault,
  'pacemaker-address-on-nic': pacemakerAddressOnNic,
  'port-forward-instead-of-loopback': portForwardInsteadOfLoopback,
  'probe-port-other-than-backend-port': probePortOtherThanBackendPort,
  'public-and-internal-on-one-nic': publicAndInternalOnOneNic,
  'tcp-probe-for-udp-rule': tcpProbeForUdpRule,
}
