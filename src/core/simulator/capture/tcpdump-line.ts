import { canonicalAddress, familyOf } from '../../topology/address.ts'
import type { Endpoint } from '../trace.ts'

/** A packet as a capture tool sees it. */
export interface CapturedPacket {
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly protocol: 'Tcp' | 'Udp'
  /** The first packet of a connection, its answer, or the word that nothing listens. */
  readonly kind: 'request' | 'answer' | 'refusal'
}

/** Stands for whichever port the sender's system chose. */
export const examplePort = 50_000
const [ours, theirs] = [1000, 2000]
const udpLength = 32
const headerLengths = { IPv4: 20, IPv6: 40 }

const tcp = {
  request: `Flags [S], seq ${ours}, win 64240, length 0`,
  answer: `Flags [S.], seq ${theirs}, ack ${ours + 1}, win 65160, length 0`,
  refusal: `Flags [R.], seq 0, ack ${ours + 1}, win 0, length 0`,
}

/**
 * A line as `tcpdump -n -t` prints it, without the options of TCP. Sequence numbers, windows and the length
 * of UDP data are examples. `undefined` where an address is not known.
 */
export function tcpdumpLine({ source, destination, protocol, kind }: CapturedPacket): string | undefined {
  const family = familyOf(source.address)
  if (family === undefined || familyOf(destination.address) === undefined) return undefined
  const prefix = family === 'IPv6' ? 'IP6' : 'IP'
  const [from, to] = [canonicalAddress(source.address), canonicalAddress(destination.address)]
  const [fromPort, toPort] = [source.port ?? examplePort, destination.port ?? examplePort]
  if (protocol === 'Udp' && kind === 'refusal') {
    // An ICMP error carries the packet it is about, behind a header of its own.
    const length = 8 + headerLengths[family] + 8 + udpLength
    const about = `${from} udp port ${fromPort}`
    return family === 'IPv6'
      ? `${prefix} ${from} > ${to}: ICMP6, destination unreachable, unreachable port, ${about}, length ${length}`
      : `${prefix} ${from} > ${to}: ICMP ${about} unreachable, length ${length}`
  }
  const rest = protocol === 'Tcp' ? tcp[kind] : `UDP, length ${udpLength}`
  return `${prefix} ${from}.${fromPort} > ${to}.${toPort}: ${rest}`
}
