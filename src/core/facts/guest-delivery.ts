import type { Fact } from './fact.ts'
import { learn } from './learn.ts'

const floatingIp = {
  source: 'Azure Load Balancer Floating IP configuration',
  url: learn('load-balancer/load-balancer-floating-ip'),
}
const kernelSysctl = {
  source: 'Linux kernel: IP sysctl',
  url: 'https://docs.kernel.org/networking/ip-sysctl.html',
}
const endSystemModel = {
  source: 'RFC 1122, section 3.3.4.2, strong and weak end systems',
  url: 'https://www.rfc-editor.org/rfc/rfc1122#section-3.3.4.2',
}
const measurement = { source: 'Measured on Linux 6.18 in network namespaces' }

/** What the operating system of a guest does with packets. */
export const guestDeliveryFacts: readonly Fact[] = [
  {
    id: 'guest-must-hold-address',
    statement:
      'The guest accepts a packet only for an address that it holds; Azure neither adds nor checks it.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'guest-not-described',
    statement:
      'What is configured in a guest is unknown to Azure, so it counts as unknown until somebody says it.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'linux-accepts-on-every-interface',
    statement: 'Linux accepts a packet for any address it holds, whichever interface it comes in by.',
    ...kernelSysctl,
    confidence: 'documented',
  },
  {
    id: 'windows-strong-host-receive',
    statement:
      'Windows drops a packet for an address of another interface unless weak host receive is on where it comes in.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'windows-strong-host-send',
    statement:
      'Windows does not send by another interface than the one that holds the source unless weak host send is on there.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'address-on-arrival-nic',
    statement: 'An address on the NIC where the packet comes in needs no weak host setting.',
    ...endSystemModel,
    confidence: 'documented',
  },
  {
    id: 'linux-strict-reverse-path',
    statement:
      'With rp_filter 1 Linux drops a packet whose answer would leave by another interface; policy routes count.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'hairpin-returns-to-caller',
    statement:
      'A default rule that picks the caller itself sends its own packet back with its own address as source, and the guest drops it.',
    source: 'Troubleshoot Azure Load Balancer backend traffic responses',
    url: learn('load-balancer/load-balancer-troubleshoot-backend-traffic'),
    confidence: 'documented',
    disagreement: 'The FAQ calls any call of a member to its own internal frontend unsupported.',
  },
  {
    id: 'hairpin-stays-in-guest',
    statement:
      'A guest that holds the frontend address answers its own calls to it; they never leave the VM.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'port-forward-in-guest',
    statement:
      'A port forward in the guest takes packets for an address that no interface holds, and restores it in replies.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'guest-firewall-must-allow',
    statement: 'The firewall of the guest must allow the port; Azure does not open it.',
    ...floatingIp,
    confidence: 'documented',
  },
  {
    id: 'guest-firewall-skips-forwarded',
    statement: 'A filter on what the guest receives itself does not see packets that it forwards.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'listener-takes-address',
    statement: 'A socket takes packets for the address it is bound to; one bound to any address takes all.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'closed-port-refuses',
    statement: 'Where nothing listens the guest answers with a TCP reset or an ICMP port unreachable.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'reply-keeps-called-address',
    statement: 'A reply leaves the guest with the address as source that the packet was sent to.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'udp-wildcard-replies-from-nic',
    statement:
      'A UDP service bound to any address answers from the address of the NIC its route chooses, not from the one that was called.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'lo-prefix-captures-replies',
    statement:
      'Linux takes a whole IPv4 prefix on lo for its own, so one shorter than /32 keeps replies to clients inside it in the guest; other clients are served.',
    ...measurement,
    confidence: 'measured',
    disagreement: 'Microsoft’s example for Ubuntu uses /24.',
  },
  {
    id: 'lo-prefix-drops-on-arrival',
    statement:
      'Where a reverse path filter or a policy route makes Linux look for the way back, it drops on arrival what comes from inside a prefix on lo: to Linux that is itself.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'guest-routes-choose-nic',
    statement: 'With several NICs the routes of the guest, not the arrival, choose the NIC of a reply.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'added-prefix-is-a-route',
    statement:
      'On Linux an address added with a short prefix brings a route to the whole prefix: unless a NIC’s subnet has an equal or longer one, answers to clients inside it go to that interface.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'forward-target-is-routed',
    statement:
      'Linux routes the answer of a port forward, and filters its packets, by the address that the forward leads to.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'link-local-answer-stays-on-link',
    statement:
      'IPv6 probes come from a link-local address, so the answer leaves by the NIC where the probe arrived.',
    ...measurement,
    confidence: 'measured',
  },
  {
    id: 'guest-must-forward',
    statement:
      'A guest passes packets for other addresses on only with forwarding on in its operating system.',
    source: 'Tutorial: Route network traffic with a route table',
    url: learn('virtual-network/tutorial-create-route-table-portal'),
    confidence: 'documented',
  },
]
