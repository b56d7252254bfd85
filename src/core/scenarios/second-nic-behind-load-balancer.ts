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
import { delivered, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const document = documentOf(
  'Second NIC behind the load balancer',
  loadBalancer(),
  network(),
  { 'subnet/front': { name: 'front', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.8.0/24' } },
  internalFrontend('app', '10.0.0.100'),
  pool('app1-data-ipconfig1'),
  probe('health', 8080),
  balance('http', 'app', 80, { probe: 'probe/health' }),
  machine(
    'app1',
    [
      { name: 'management', address: '10.0.8.4', subnet: 'front' },
      { name: 'data', address: '10.0.0.4' },
    ],
    {
      guest: {
        os: 'linux',
        rpFilter: 1,
        defaultNetworkInterface: 'networkInterface/app1-management',
        policyRoutes: [
          { from: '10.0.0.100', networkInterface: 'networkInterface/app1-data' },
          { from: '10.0.0.4', networkInterface: 'networkInterface/app1-data' },
        ],
      },
      loopback: ['10.0.0.100/32'],
      listeners: ['80', '8080'],
    },
  ),
)

/** A guest with two NICs whose default route is not on the balanced one. */
export const secondNicBehindLoadBalancer: Scenario = {
  id: 'second-nic-behind-load-balancer',
  title: document.name,
  about:
    'Policy routes from the frontend address and from the NIC’s own one bring every answer back by the right NIC.',
  document,
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      delivered,
      '10.0.1.5 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.1.5',
    ),
    expects(probing('health', 'app1'), up, '168.63.129.16 > 10.0.0.4:8080', '10.0.0.4:8080 > 168.63.129.16'),
  ],
}
