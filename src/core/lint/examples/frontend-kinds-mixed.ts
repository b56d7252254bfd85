import { documentOf, publicFrontend } from '../../scenarios/builder.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const frontendKindsMixed: Example = {
  before: documentOf('Both kinds', linuxPair.resources, publicFrontend('outside', '65.52.0.9')),
  after: linuxPair,
  change: 'The public frontend goes to a load balancer of its own.',
}
