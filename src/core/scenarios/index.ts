import { answerByTheWrongNic } from './answer-by-the-wrong-nic.ts'
import { backendCallsItsOwnFrontend } from './backend-calls-its-own-frontend.ts'
import { backendPortUsedTwice } from './backend-port-used-twice.ts'
import { firewallPair } from './firewall-pair.ts'
import { firewallWithoutIpForwarding } from './firewall-without-ip-forwarding.ts'
import { firstView } from './first-view.ts'
import { floatingIpOnSecondaryIpconfig } from './floating-ip-on-secondary-ipconfig.ts'
import { inboundNatToPool } from './inbound-nat-to-pool.ts'
import { linuxLoopback } from './linux-loopback.ts'
import { linuxLoopbackWithShortPrefix } from './linux-loopback-with-short-prefix.ts'
import { onePortForEachSite } from './one-port-for-each-site.ts'
import { outboundFromFrontendAddress } from './outbound-from-frontend-address.ts'
import { publicSiteMissingOnOneVm } from './public-site-missing-on-one-vm.ts'
import type { Scenario } from './scenario.ts'
import { secondNicBehindLoadBalancer } from './second-nic-behind-load-balancer.ts'
import { securityGroupForFrontendAddress } from './security-group-for-frontend-address.ts'
import { securityGroupForMembersOnly } from './security-group-for-members-only.ts'
import { sqlAvailabilityGroup } from './sql-availability-group.ts'
import { sqlAvailabilityGroupAfterFailover } from './sql-availability-group-after-failover.ts'
import { sqlListenerWithoutFloatingIp } from './sql-listener-without-floating-ip.ts'
import { twoPublicTlsSites } from './two-public-tls-sites.ts'
import { udpServiceOnAnyAddress } from './udp-service-on-any-address.ts'
import { udpServiceOnFrontendAddress } from './udp-service-on-frontend-address.ts'
import { windowsFirewallClosed } from './windows-firewall-closed.ts'
import { windowsLoopback } from './windows-loopback.ts'
import { windowsWeakHostReceiveOff } from './windows-weak-host-receive-off.ts'
import { windowsWeakHostSendOff } from './windows-weak-host-send-off.ts'

/** Every scenario, in the order in which a gallery shows them: first what works, then what is wrong with it. */
export const scenarios: readonly Scenario[] = [
  firstView,
  twoPublicTlsSites,
  publicSiteMissingOnOneVm,
  outboundFromFrontendAddress,
  windowsLoopback,
  windowsWeakHostReceiveOff,
  windowsWeakHostSendOff,
  windowsFirewallClosed,
  linuxLoopback,
  linuxLoopbackWithShortPrefix,
  sqlAvailabilityGroup,
  sqlAvailabilityGroupAfterFailover,
  sqlListenerWithoutFloatingIp,
  firewallPair,
  firewallWithoutIpForwarding,
  onePortForEachSite,
  backendPortUsedTwice,
  floatingIpOnSecondaryIpconfig,
  securityGroupForFrontendAddress,
  securityGroupForMembersOnly,
  udpServiceOnFrontendAddress,
  udpServiceOnAnyAddress,
  backendCallsItsOwnFrontend,
  secondNicBehindLoadBalancer,
  answerByTheWrongNic,
  inboundNatToPool,
]
