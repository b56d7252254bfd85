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
import type { Scenario } from './scenario.ts'
import { secondNicBehindLoadBalancer } from './second-nic-behind-load-balancer.ts'
import { securityGroupForFrontendAddress } from './security-group-for-frontend-address.ts'
import { securityGroupForMembersOnly } from './security-group-for-members-only.ts'
import { sqlAvailabilityGroup } from './sql-availability-group.ts'
import { sqlAvailabilityGroupAfterFailover } from './sql-availability-group-after-failover.ts'
import { sqlListenerWithoutFloatingIp } from './sql-listener-without-floating-ip.ts'
import { twoPublicTlsSites } from './two-public-tls-sites.ts'
import { udpServiceOnAnyAddress } from './udp-service-on-any-address.ts'
import { windowsLoopback } from './windows-loopback.ts'
import { windowsWeakHostReceiveOff } from './windows-weak-host-receive-off.ts'
import { windowsWeakHostSendOff } from './windows-weak-host-send-off.ts'

/** The use that a template is for; the gallery groups by it. */
export const templateUses = [
  'Several TLS endpoints on one port',
  'Cluster addresses',
  'Network virtual appliances',
  'One guest, done right',
  'Security groups and outbound traffic',
] as const

export type TemplateUse = (typeof templateUses)[number]

/** A scenario offered as a place to start from. */
export interface Template {
  readonly scenario: Scenario
  readonly use: TemplateUse
  /** When to start from it, in one sentence. */
  readonly when: string
  /** For one that starts broken: what is to be learned from it. */
  readonly lesson?: string
}

const [tls, cluster, appliance, guest, network] = templateUses

/** Every template, in the order of the gallery. */
export const templates: readonly Template[] = [
  {
    scenario: twoPublicTlsSites,
    use: tls,
    when: 'Two public sites share port 443 on the same VMs, and each service binds to its own address.',
  },
  {
    scenario: firstView,
    use: tls,
    when: 'An internal pair of sites where half of the connections to one of them hang.',
    lesson:
      'Find the VM that lacks the address: every probe is green, because probes go to the NIC’s address.',
  },
  {
    scenario: onePortForEachSite,
    use: tls,
    when: 'You want several sites on the same VMs and would rather not use floating IP.',
  },
  {
    scenario: backendPortUsedTwice,
    use: tls,
    when: 'Azure refused your second load-balancing rule because of its backend port.',
    lesson:
      'Two default rules to one pool need two backend ports; with floating IP on both they can share one.',
  },
  {
    scenario: sqlAvailabilityGroup,
    use: cluster,
    when: 'A SQL Server availability group or another cluster moves one address between its nodes.',
  },
  {
    scenario: sqlAvailabilityGroupAfterFailover,
    use: cluster,
    when: 'You want to see what a failover changes, and what it does not.',
  },
  {
    scenario: sqlListenerWithoutFloatingIp,
    use: cluster,
    when: 'Clients reach the listener, and the server logs the address of its NIC instead of the cluster’s.',
  },
  {
    scenario: firewallPair,
    use: appliance,
    when: 'Two firewalls behind an HA ports frontend route traffic between spokes.',
  },
  {
    scenario: firewallWithoutIpForwarding,
    use: appliance,
    when: 'Some routed connections through your firewalls are lost although both are healthy.',
    lesson:
      'A NIC takes only packets for its own address until IP forwarding is on; floating IP changes nothing there.',
  },
  {
    scenario: secondNicBehindLoadBalancer,
    use: appliance,
    when: 'The load-balanced NIC is not the one with the default route.',
  },
  {
    scenario: answerByTheWrongNic,
    use: appliance,
    when: 'A VM with two NICs never becomes healthy, or answers that nobody receives.',
    lesson:
      'Answers must leave by the NIC where the packet came in: that takes a policy route for each address.',
  },
  {
    scenario: windowsLoopback,
    use: guest,
    when: 'You set up a Windows guest for floating IP and want to see every switch it takes.',
  },
  {
    scenario: windowsWeakHostReceiveOff,
    use: guest,
    when: 'Windows holds the frontend address on a loopback adapter and still drops every packet.',
    lesson: 'Receiving is judged on the NIC: weak host receive belongs there.',
  },
  {
    scenario: windowsWeakHostSendOff,
    use: guest,
    when: 'A capture in the Windows guest shows the SYN arrive and no answer leave.',
    lesson:
      'Sending is judged on the adapter that owns the address: weak host send belongs on the loopback adapter.',
  },
  {
    scenario: linuxLoopback,
    use: guest,
    when: 'You set up a Linux guest for floating IP.',
  },
  {
    scenario: linuxLoopbackWithShortPrefix,
    use: guest,
    when: 'Clients in the guest’s own subnet time out and everybody else is served.',
    lesson: 'A prefix shorter than /32 on lo makes Linux take the whole subnet for itself.',
  },
  {
    scenario: udpServiceOnAnyAddress,
    use: guest,
    when: 'Queries reach your UDP service, answers leave it, and clients never see them.',
    lesson: 'Bind a UDP service to the frontend address, or it answers from the address of the NIC.',
  },
  {
    scenario: backendCallsItsOwnFrontend,
    use: network,
    when: 'A VM behind the load balancer calls the service that it is part of.',
    lesson: 'Without floating IP the call fails whenever it comes back to its caller.',
  },
  {
    scenario: securityGroupForFrontendAddress,
    use: network,
    when: 'A security group should let in exactly what a floating load-balancing rule sends.',
  },
  {
    scenario: securityGroupForMembersOnly,
    use: network,
    when: 'All members went down after somebody tightened the security group.',
    lesson: 'The group sees the frontend address, not the member’s, and it must let the probe in.',
  },
  {
    scenario: outboundFromFrontendAddress,
    use: network,
    when: 'A service on the VM opens connections of its own and they fail.',
    lesson: 'Only the NIC’s own address is translated on the way out: do not bind to the frontend address.',
  },
  {
    scenario: floatingIpOnSecondaryIpconfig,
    use: network,
    when: 'The pool holds a secondary IP configuration, the probe is green, and traffic is lost.',
    lesson: 'Floating IP works on primary IP configurations; take the primary one or a second NIC.',
  },
  {
    scenario: inboundNatToPool,
    use: network,
    when: 'Each member of a pool needs a port of its own, for instance for SSH.',
    lesson: 'Member n gets the first port of the range plus n; here the second member does not listen yet.',
  },
]
