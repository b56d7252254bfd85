import type { Place, Reason, Verdict } from '../../../core/simulator/trace.ts'
import type { Tone } from '../../components/Badge.tsx'

/** What each verdict is called, and its colour. */
export const verdictWords: Record<Verdict, { readonly tone: Tone; readonly word: string }> = {
  delivered: { tone: 'ok', word: 'Answered' },
  'delivered-locally': { tone: 'ok', word: 'Answered by the caller itself' },
  refused: { tone: 'bad', word: 'Refused' },
  dropped: { tone: 'bad', word: 'Dropped' },
  unknown: { tone: 'neutral', word: 'Unknown' },
  up: { tone: 'ok', word: 'Up' },
  down: { tone: 'bad', word: 'Down' },
}

/** What each place is called where no thing of the diagram stands for it. */
export const placeWords: Record<Place, string> = {
  client: 'Client',
  frontend: 'Load balancer',
  host: 'Azure host',
  nsg: 'Security groups',
  'guest-ip': 'Guest network',
  'guest-firewall': 'Guest firewall',
  socket: 'Socket',
  'guest-egress': 'Guest routes',
  'host-egress': 'Azure host',
  lb: 'Load balancer',
  server: 'Server',
}

/** What a reason's sentence may name. */
export interface ReasonContext {
  /** `Dropped`, `Refused` or `Down`. */
  readonly verdict: string
  /** The guest's VM, or “the backend”. */
  readonly machine: string
  /** The address that was called. */
  readonly called: string
  /** The address and port that the guest sees. */
  readonly seen: string
  readonly address: string
  readonly port: string
  readonly securityRule: string | null
}

/** Why a trace ends as it does, in one line. */
export const reasonWords: Record<Reason, (context: ReasonContext) => string> = {
  ok: ({ verdict, machine }) => `${verdict} by ${machine}`,
  'no-rule-match': ({ verdict, called }) => `${verdict} at the frontend: no rule takes ${called}`,
  'no-healthy-backend': ({ verdict }) => `${verdict} at the frontend: no backend passes its probe`,
  'backend-not-healthy': ({ verdict, machine }) =>
    `${verdict} at the frontend: ${machine} does not pass its probe`,
  'next-hop-not-ha-ports': ({ verdict }) => `${verdict} at the frontend: it has no HA ports rule`,
  'unsupported-secondary-ipconfig': ({ verdict, machine }) =>
    `${verdict} at the Azure host of ${machine}: floating IP does not work on this IP configuration`,
  'nic-ip-forwarding-disabled': ({ verdict, machine }) =>
    `${verdict} at the Azure host of ${machine}: the NIC has IP forwarding off`,
  'nsg-deny': ({ verdict, machine, securityRule }) =>
    securityRule === null
      ? `${verdict} before ${machine}: it has no security group, and a Standard public address needs one`
      : `${verdict} before ${machine}: ${securityRule} denies it`,
  'guest-no-address': ({ verdict, machine, address }) =>
    `${verdict} in ${machine}’s guest: nothing holds ${address}`,
  'guest-strong-host-receive': ({ verdict, machine, address }) =>
    `${verdict} in ${machine}’s guest: weak host receive is off on the NIC that got ${address}`,
  'guest-rp-filter': ({ verdict, machine }) =>
    `${verdict} in ${machine}’s guest: the reverse path filter expects this client on another interface`,
  'hairpin-mismatch': ({ verdict, machine }) =>
    `${verdict} in ${machine}’s guest: the packet comes back with its own address as source`,
  'guest-firewall': ({ verdict, machine, port }) =>
    `${verdict} by ${machine}’s guest firewall: nothing allows port ${port}`,
  'no-listener': ({ verdict, machine, seen }) => `${verdict} by ${machine}: nothing listens on ${seen}`,
  'no-listener-on-dip': ({ verdict, machine, seen }) =>
    `${verdict}: nothing on ${machine} listens on ${seen}`,
  'hairpin-local': ({ verdict, address }) => `${verdict}: ${address} is local to it, the packet never leaves`,
  'reply-routed-to-loopback': ({ verdict, machine }) =>
    `${verdict} on the way back: ${machine}’s loopback prefix covers the client`,
  'reply-strong-host-send': ({ verdict, machine, address }) =>
    `${verdict} on the way back: weak host send is off on ${machine}’s interface with ${address}`,
  'reply-wrong-nic': ({ verdict, machine }) =>
    `${verdict} on the way back: ${machine} replies through another NIC`,
  'reply-source-mismatch': ({ verdict, machine }) =>
    `${verdict} on the way back: ${machine} replies from another address than the one called`,
  'outbound-vip-source': ({ verdict, machine }) =>
    `${verdict} at the Azure host of ${machine}: the source is no address of its NIC`,
  'no-outbound-method': ({ verdict, machine }) =>
    `${verdict} at the Azure host of ${machine}: it has no way out to the internet`,
  'guest-unknown': ({ machine }) => `Unknown: nothing is said about ${machine}’s guest`,
  'no-such-address': ({ verdict, called }) => `${verdict}: nothing in the diagram has ${called}`,
}
