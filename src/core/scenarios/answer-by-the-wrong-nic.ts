import { patch } from '../topology/document.ts'
import { balance } from './builder.ts'
import { down, dropped, expects, inbound, probing } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { secondNicBehindLoadBalancer } from './second-nic-behind-load-balancer.ts'

const title = 'Answer by the wrong NIC'
const noRoutes = { os: 'linux', defaultNetworkInterface: 'networkInterface/app1-management' } as const
const { document: before } = secondNicBehindLoadBalancer
const withoutProbe = {
  ...before,
  name: title,
  resources: { ...before.resources, ...balance('http', 'app', 80) },
}

/** The same guest without its policy routes. */
export const answerByTheWrongNic: Scenario = {
  id: 'answer-by-the-wrong-nic',
  title,
  about:
    'Without policy routes every answer takes the default route of the other NIC, and so do the probe’s.',
  document: patch(withoutProbe, 'virtualMachine/app1', { guest: noRoutes }),
  flows: [
    expects(
      probing('health', 'app1'),
      down('host-egress', 'reply-wrong-nic'),
      '168.63.129.16 > 10.0.0.4:8080',
      '10.0.0.4:8080 > 168.63.129.16',
    ),
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('host-egress', 'reply-wrong-nic'),
      '10.0.1.5 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.1.5',
    ),
  ],
}
