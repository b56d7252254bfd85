import {
  address,
  addressOrFrontend,
  boolean,
  choice,
  integer,
  list,
  object,
  portOrAny,
  reference,
  securityPrefix,
  text,
} from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A virtual machine, and under `guest` what only its operating system knows. No `guest`: nobody has said. */
export const virtualMachine = defineResource({
  type: 'virtualMachine',
  noun: 'virtual machine',
  plural: 'Virtual machines',
  baseName: 'vm',
  fields: {
    zone: text('Zone'),
    scaleSet: text('Scale set', { help: 'The name of the scale set that this machine stands for.' }),
    guest: object('Guest operating system', {
      os: choice('Operating system', ['windows', 'linux'], { required: true }),
      ipForwarding: boolean('IP forwarding', { fallback: false }),
      firewall: object('Guest firewall', {
        enabled: boolean('On', { required: true, fallback: false }),
        inboundAllow: list(
          'Allowed inbound',
          object('Allowed traffic', {
            protocol: choice('Protocol', ['Tcp', 'Udp', '*'], { required: true }),
            port: portOrAny('Port', { required: true }),
            localAddress: address('Local address'),
            remoteAddresses: list('Remote addresses', securityPrefix('Address')),
            networkInterface: reference('Network interface', 'networkInterface'),
          }),
        ),
      }),
      rpFilter: choice('Reverse path filter', [0, 1, 2], {
        fallback: 0,
        help: 'Linux rp_filter: 0 off, 1 strict, 2 loose. The greater of this and the NIC counts.',
      }),
      portForwards: list(
        'Port forwards',
        object('Port forward', {
          name: text('Name', { required: true }),
          protocol: choice('Protocol', ['Tcp', 'Udp'], { required: true }),
          address: address('Address', { required: true }),
          port: integer('Port', 1, 65_535, { required: true }),
          toAddress: address('To address', { required: true }),
          toPort: integer('To port', 1, 65_535, { required: true }),
        }),
      ),
      policyRoutes: list(
        'Policy routes',
        object('Policy route', {
          from: securityPrefix('From', { required: true }),
          networkInterface: reference('Network interface', 'networkInterface', { required: true }),
        }),
      ),
      defaultNetworkInterface: reference('Default route through', 'networkInterface'),
      connections: list(
        'Connections it makes',
        object('Connection', {
          name: text('Name', { required: true }),
          to: addressOrFrontend('To', { required: true }),
          port: integer('Port', 1, 65_535, { required: true }),
          protocol: choice('Protocol', ['Tcp', 'Udp'], { required: true }),
          bind: address('Bound to', { help: 'The local address that the application binds its socket to.' }),
        }),
      ),
    }),
  },
})
