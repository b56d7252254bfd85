import { patch } from '../topology/document.ts'
import { delivered, down, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { sqlAvailabilityGroup } from './sql-availability-group.ts'

const title = 'SQL Server availability group after a failover'

const { document: before } = sqlAvailabilityGroup
const toSql2 = { virtualMachine: 'virtualMachine/sql2' } as const
const holding = (...addresses: readonly string[]) => ({ guest: { name: 'Ethernet', addresses } })

const probed = patch(patch({ ...before, name: title }, 'listener/sql1-2', toSql2), 'listener/sql1-3', toSql2)
const released = patch(probed, 'networkInterface/sql1-nic', holding())
const document = patch(released, 'networkInterface/sql2-nic', holding('10.0.0.10/32', '10.0.0.11/32'))

/** The same cluster when the other node has become the primary. */
export const sqlAvailabilityGroupAfterFailover: Scenario = {
  id: 'sql-availability-group-after-failover',
  title,
  about:
    'The other node holds the cluster addresses and answers the probes; the load balancer follows without a change.',
  document,
  flows: [
    expects(
      probing('listener', 'sql1'),
      down('socket', 'no-listener-on-dip'),
      '168.63.129.16 > 10.0.0.7:59999',
      '10.0.0.7:59999 > 168.63.129.16',
    ),
    expects(
      probing('cluster', 'sql2'),
      up,
      '168.63.129.16 > 10.0.0.8:58888',
      '10.0.0.8:58888 > 168.63.129.16',
    ),
    expects(
      inbound('10.0.1.5', '10.0.0.10:1433', { backend: 'sql2' }),
      delivered,
      '10.0.1.5 > 10.0.0.10:1433',
      '10.0.0.10:1433 > 10.0.1.5',
    ),
  ],
}
