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

const node = (slug: string, address: string, container: string) =>
  machine(
    slug,
    { address },
    {
      guest: {
        os: 'linux',
        ipForwarding: true,
        portForwards: [
          {
            name: 'web',
            protocol: 'Tcp',
            address: '10.0.0.100',
            port: 80,
            toAddress: container,
            toPort: 8080,
          },
        ],
      },
      listeners: ['10256'],
    },
  )

/** kube-proxy: no guest holds the frontend address, a port forward takes its packets to a container. */
export const portForwardInsteadOfLoopback = documentOf(
  'kube-proxy',
  network(),
  loadBalancer(),
  internalFrontend('service', '10.0.0.100'),
  node('node1', '10.0.0.4', '10.244.0.7'),
  node('node2', '10.0.0.5', '10.244.1.9'),
  pool('node1', 'node2'),
  probe('health', 10_256),
  balance('web', 'service', 80, { probe: 'probe/health' }),
)
