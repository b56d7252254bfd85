import { haPair } from '../examples/documents.ts'

/** HA ports for services of the guests themselves: no route points at the frontends, so nothing is forwarded. */
export const haPortsWithoutIpForwarding = haPair
