import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
} from '../../scenarios/builder.ts'

/** Pacemaker: IPaddr2 puts the address on eth0 of one node, where a resource answers the probe. */
export const pacemakerAddressOnNic = documentOf(
  'Pacemaker',
  network(),
  loadBalancer(),
  internalFrontend('hana', '10.0.0.10', { guest: { addressOwnership: 'one-member' } }),
  machine(
    'hana1',
    { address: '10.0.0.4', guest: { name: 'eth0', addresses: ['10.0.0.10/24'] } },
    { guest: { os: 'linux' }, listeners: ['30013', '62503'] },
  ),
  machine('hana2', { address: '10.0.0.5' }, { guest: { os: 'linux' }, listeners: ['30013'] }),
  pool('hana1', 'hana2'),
  probe('cluster', 62_503),
  balance('db', 'hana', 0, { probe: 'probe/cluster', protocol: 'All' }),
)
