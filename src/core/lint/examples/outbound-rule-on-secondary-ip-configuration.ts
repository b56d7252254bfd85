import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { publicOutbound } from './documents.ts'
import type { Example } from './example.ts'

const withMember = (member: string) =>
  documentOf(
    'Secondary',
    publicOutbound.resources,
    machine(
      'vm1',
      { address: '10.0.0.4', secondary: ['10.0.0.14'] },
      { guest: { os: 'linux' }, loopback: ['65.52.0.1/32'], listeners: ['80', '8080'] },
    ),
    pool(member, 'vm2'),
  )

export const outboundRuleOnSecondaryIpConfiguration: Example = {
  before: withMember('vm1-nic-ipconfig2'),
  after: withMember('vm1'),
  change: 'The pool of the outbound rule holds the primary IP configuration of vm1.',
}
