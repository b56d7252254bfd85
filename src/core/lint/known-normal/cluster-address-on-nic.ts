import { cluster } from '../examples/documents.ts'

/** WSFC: the cluster address is on the NIC of its holder, without loopback adapter or weak host switches. */
export const clusterAddressOnNic = cluster
