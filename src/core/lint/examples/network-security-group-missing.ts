import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

export const networkSecurityGroupMissing: Example = {
  before: changed(publicPair, ['subnet/snet', 'networkSecurityGroup', undefined]),
  after: publicPair,
  change: 'The subnet has a network security group that lets port 80 in.',
}
