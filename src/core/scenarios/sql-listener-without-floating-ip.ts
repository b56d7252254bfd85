import { patch } from '../topology/document.ts'
import { delivered, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { sqlAvailabilityGroup } from './sql-availability-group.ts'

const title = 'SQL Server listener without floating IP'

/** The same cluster with floating IP switched off on the rule of the listener. */
export const sqlListenerWithoutFloatingIp: Scenario = {
  id: 'sql-listener-without-floating-ip',
  title,
  about: 'With floating IP off the client still gets its answer, but the server sees the address of its NIC.',
  document: patch({ ...sqlAvailabilityGroup.document, name: title }, 'loadBalancingRule/listener', {
    enableFloatingIP: false,
  }),
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.10:1433', { backend: 'sql1' }),
      delivered,
      '10.0.1.5 > 10.0.0.10:1433',
      '10.0.1.5 > 10.0.0.7:1433',
      '10.0.0.7:1433 > 10.0.1.5',
      '10.0.0.10:1433 > 10.0.1.5',
    ),
  ],
}
