import type { Confidence } from '../facts/fact.ts'

/** What somebody tries. Addresses are text; `to` may be the id of a frontend whose address is not known. */
export type Flow =
  | InboundFlow
  | (Omit<InboundFlow, 'kind'> & { readonly kind: 'hairpin' })
  | (Omit<InboundFlow, 'kind'> & { readonly kind: 'routed' })
  | ProbeFlow
  | OutboundFlow

export interface InboundFlow {
  readonly kind: 'inbound'
  /** An address, or the id of a client or VM. */
  readonly from: string
  readonly to: string
  readonly port: number
  readonly protocol: 'Tcp' | 'Udp'
  readonly sourcePort?: number
  /** Follow this VM only; without it every healthy member is followed, because Azure's hash is not public. */
  readonly backend?: string
}

export interface ProbeFlow {
  readonly kind: 'probe'
  readonly probe: string
  readonly virtualMachine: string
}

export interface OutboundFlow {
  readonly kind: 'outbound'
  readonly from: string
  readonly to: string
  readonly port: number
  readonly protocol: 'Tcp' | 'Udp'
  readonly bind?: string
}

export type Verdict = 'delivered' | 'delivered-locally' | 'refused' | 'dropped' | 'unknown' | 'up' | 'down'

/** A place on the way. `host` is the Azure host of the VM, `lb` where a probe's answer ends. */
export type Place =
  | 'client'
  | 'frontend'
  | 'host'
  | 'nsg'
  | 'guest-ip'
  | 'guest-firewall'
  | 'socket'
  | 'guest-egress'
  | 'host-egress'
  | 'lb'
  | 'server'

/** Why a trace ends as it does. */
export type Reason =
  | 'ok'
  | 'no-rule-match'
  | 'no-healthy-backend'
  | 'backend-not-healthy'
  | 'next-hop-not-ha-ports'
  | 'unsupported-secondary-ipconfig'
  | 'nic-ip-forwarding-disabled'
  | 'nsg-deny'
  | 'guest-no-address'
  | 'guest-strong-host-receive'
  | 'guest-rp-filter'
  | 'hairpin-mismatch'
  | 'guest-firewall'
  | 'no-listener'
  | 'no-listener-on-dip'
  | 'hairpin-local'
  | 'reply-routed-to-loopback'
  | 'reply-strong-host-send'
  | 'reply-wrong-nic'
  | 'reply-source-mismatch'
  | 'outbound-vip-source'
  | 'no-outbound-method'
  | 'guest-unknown'
  | 'no-such-address'

/** An address, or the id of the thing whose address is not known; `null` is any ephemeral port. */
export interface Endpoint {
  readonly address: string
  readonly port: number | null
}

/** One place of a trace, with the header as it is after that place. */
export interface Hop {
  readonly at: Place
  /** The id of the resource that did it: a rule, a NIC, a loopback adapter, a listener. */
  readonly resource: string
  readonly source: Endpoint
  readonly destination: Endpoint
  /** What happens here, as a network engineer would say it. */
  readonly note: string
  /** The id of the fact behind it. */
  readonly fact: string
  readonly confidence: Confidence
}

/** One packet followed to its end and, where it is answered, back. Forward and reply are one list. */
export interface Trace {
  readonly flow: Flow
  /** The VM that this trace was followed to. */
  readonly backend?: string
  readonly backendIPConfiguration?: string
  readonly verdict: Verdict
  readonly at: Place
  readonly reason: Reason
  /** For `nsg-deny`: the security rule's name, or `null` where there is no group at all. */
  readonly securityRule?: string | null
  /** The destination with which the packet reaches the guest's NIC, dropped ones too. */
  readonly guestSees?: Endpoint
  readonly hops: readonly Hop[]
}

/** A flow and what becomes of it. `problem` says why a flow could not be read. */
export interface FlowResult {
  readonly flow: Flow
  readonly traces: readonly Trace[]
  readonly problem?: string
}
