import { changed } from '../examples/change.ts'
import { twoSites } from '../examples/documents.ts'

const loopback = (machine: string) =>
  [`loopbackInterface/${machine}-lo`, 'addresses', ['10.0.0.100/32']] as const

/** A floating rule and one without floating IP with the same backend port and pool: the destinations differ. */
export const mixedFloatingAndDefault = changed(
  twoSites,
  ['loadBalancingRule/other', 'enableFloatingIP', false],
  loopback('vm1'),
  loopback('vm2'),
)
