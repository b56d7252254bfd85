import { balance, documentOf, internalFrontend, loadBalancer, machine, network, pool } from './builder.ts'
import { delivered, dropped, expects, hairpin, local } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const call = (name: string, to: string) => ({ name, protocol: 'Tcp' as const, to, port: 80 })

const document = documentOf(
  'Backend that calls its own frontend',
  loadBalancer(),
  network(),
  internalFrontend('plain', '10.0.0.100'),
  internalFrontend('floating', '10.0.0.101'),
  pool('a', 'b'),
  balance('plain', 'plain', 80, { enableFloatingIP: false }),
  balance('floating', 'floating', 80),
  machine(
    'a',
    { address: '10.0.0.4' },
    {
      guest: { os: 'linux', connections: [call('plain', '10.0.0.100'), call('floating', '10.0.0.101')] },
      loopback: ['10.0.0.101/32'],
      listeners: ['80'],
    },
  ),
  machine(
    'b',
    { address: '10.0.0.5' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.101/32'], listeners: ['80'] },
  ),
)

/** A member of a pool as a client of that pool. */
export const backendCallsItsOwnFrontend: Scenario = {
  id: 'backend-calls-its-own-frontend',
  title: document.name,
  about:
    'Without floating IP the call fails whenever it comes back to its caller; with it the caller answers itself.',
  document,
  flows: [
    expects(
      hairpin('virtualMachine/a', '10.0.0.100:80', { backend: 'a' }),
      dropped('guest-ip', 'hairpin-mismatch'),
      '10.0.0.4 > 10.0.0.100:80',
      '10.0.0.4 > 10.0.0.4:80',
    ),
    expects(
      hairpin('virtualMachine/a', '10.0.0.100:80', { backend: 'b' }),
      delivered,
      '10.0.0.4 > 10.0.0.100:80',
      '10.0.0.4 > 10.0.0.5:80',
      '10.0.0.5:80 > 10.0.0.4',
      '10.0.0.100:80 > 10.0.0.4',
    ),
    expects(hairpin('virtualMachine/a', '10.0.0.101:80'), local, '10.0.0.101 > 10.0.0.101:80'),
  ],
}
