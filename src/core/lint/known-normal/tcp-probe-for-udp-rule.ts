import { dns } from '../examples/documents.ts'

/** There are no UDP probes: a TCP port stands for the UDP service. */
export const tcpProbeForUdpRule = dns
