import { documentOf, securityGroup, securityRule } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

const guarded = (...destinationAddressPrefixes: readonly string[]) =>
  changed(
    documentOf(
      'Guarded appliances',
      appliances.resources,
      securityGroup(
        securityRule('inside', 100, {
          sourceAddressPrefixes: ['VirtualNetwork'],
          destinationAddressPrefixes,
        }),
        securityRule('nothing-else', 200, { access: 'Deny', sourceAddressPrefixes: ['VirtualNetwork'] }),
      ),
    ),
    ['subnet/snet', 'networkSecurityGroup', 'networkSecurityGroup/nsg'],
  )

export const securityRuleDeniesRoutedPackets: Example = {
  before: guarded('10.0.0.0/16'),
  after: guarded('*'),
  change: 'The security rule allows every destination, and not the addresses of the network only.',
}
