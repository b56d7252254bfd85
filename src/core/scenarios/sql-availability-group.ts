import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
} from './builder.ts'
import { delivered, down, dropped, expects, hairpin, inbound, local, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const clusterAddress = { guest: { addressOwnership: 'one-member' as const } }
const connections = [{ name: 'self test', protocol: 'Tcp' as const, to: '10.0.0.10', port: 1433 }]

const document = documentOf(
  'SQL Server availability group',
  loadBalancer(),
  network(),
  internalFrontend('listener', '10.0.0.10', clusterAddress),
  internalFrontend('cluster', '10.0.0.11', clusterAddress),
  pool('sql1', 'sql2'),
  probe('listener', 59999),
  probe('cluster', 58888),
  balance('listener', 'listener', 1433, { probe: 'probe/listener' }),
  balance('cluster', 'cluster', 58888, { probe: 'probe/cluster' }),
  machine(
    'sql1',
    { address: '10.0.0.7', guest: { name: 'Ethernet', addresses: ['10.0.0.10/32', '10.0.0.11/32'] } },
    { guest: { os: 'windows', connections }, listeners: ['1433', '59999', '58888'] },
  ),
  machine('sql2', { address: '10.0.0.8' }, { guest: { os: 'windows', connections }, listeners: ['1433'] }),
)

/** A Windows failover cluster with two cluster addresses; the primary holds both on its NIC. */
export const sqlAvailabilityGroup: Scenario = {
  id: 'sql-availability-group',
  title: document.name,
  about:
    'Two cluster addresses that only the primary holds; the probes find it, and it answers its own calls itself.',
  document,
  flows: [
    expects(
      probing('listener', 'sql1'),
      up,
      '168.63.129.16 > 10.0.0.7:59999',
      '10.0.0.7:59999 > 168.63.129.16',
    ),
    expects(
      probing('listener', 'sql2'),
      down('socket', 'no-listener-on-dip'),
      '168.63.129.16 > 10.0.0.8:59999',
      '10.0.0.8:59999 > 168.63.129.16',
    ),
    expects(
      inbound('10.0.1.5', '10.0.0.10:1433', { backend: 'sql1' }),
      delivered,
      '10.0.1.5 > 10.0.0.10:1433',
      '10.0.0.10:1433 > 10.0.1.5',
    ),
    expects(
      inbound('10.0.1.5', '10.0.0.10:1433', { backend: 'sql2' }),
      dropped('frontend', 'backend-not-healthy'),
      '10.0.1.5 > 10.0.0.10:1433',
    ),
    expects(
      hairpin('virtualMachine/sql2', '10.0.0.10:1433', { backend: 'sql1' }),
      delivered,
      '10.0.0.8 > 10.0.0.10:1433',
      '10.0.0.10:1433 > 10.0.0.8',
    ),
    expects(hairpin('virtualMachine/sql1', '10.0.0.10:1433'), local, '10.0.0.10 > 10.0.0.10:1433'),
    expects(
      inbound('10.0.1.5', '10.0.0.10:1434', { protocol: 'Udp' }),
      dropped('frontend', 'no-rule-match'),
      '10.0.1.5 > 10.0.0.10:1434',
    ),
  ],
}
