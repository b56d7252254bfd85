import { patch } from '../topology/document.ts'
import { down, dropped, expects, inbound, probing } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import {
  allowWebTo,
  denyNetwork,
  securityGroupForFrontendAddress,
} from './security-group-for-frontend-address.ts'

const title = 'Security group that allows the members only'

/** A closed network whose group forgets both the frontend address and the probe. */
export const securityGroupForMembersOnly: Scenario = {
  id: 'security-group-for-members-only',
  title,
  about: 'The probe’s source is part of the tag VirtualNetwork, so the deny rule takes every member out.',
  document: patch({ ...securityGroupForFrontendAddress.document, name: title }, 'networkSecurityGroup/nsg', {
    securityRules: [allowWebTo('10.0.0.4/32', '10.0.0.5/32'), denyNetwork],
  }),
  flows: [
    expects(
      probing('health', 'ub1'),
      down('nsg', 'nsg-deny', 'Deny-network'),
      '168.63.129.16 > 10.0.0.4:8080',
    ),
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('frontend', 'no-healthy-backend'),
      '10.0.1.5 > 10.0.0.100:80',
    ),
  ],
}
