import { address, choice, integer, list, object, reference, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A backend pool. Members are IP configurations of NICs, or addresses, or regional frontends (global tier). */
export const backendAddressPool = defineResource({
  type: 'backendAddressPool',
  noun: 'backend pool',
  plural: 'Backend pools',
  baseName: 'pool',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    backendIPConfigurations: list('Members', reference('IP configuration', 'ipConfiguration')),
    loadBalancerBackendAddresses: list(
      'Members by address',
      object('Member', {
        name: text('Name', { required: true }),
        ipAddress: address('IP address'),
        virtualNetwork: reference('Virtual network', 'virtualNetwork'),
        subnet: reference('Subnet', 'subnet'),
        networkInterfaceIPConfiguration: reference('IP configuration', 'ipConfiguration'),
        loadBalancerFrontendIPConfiguration: reference('Regional frontend', 'frontendIPConfiguration'),
        adminState: choice('Admin state', ['None', 'Up', 'Down'], { fallback: 'None' }),
      }),
    ),
    virtualNetwork: reference('Virtual network', 'virtualNetwork'),
    syncMode: choice('Sync mode', ['Automatic', 'Manual']),
    tunnelInterfaces: list(
      'Tunnel interfaces',
      object('Tunnel interface', {
        identifier: integer('Identifier', 800, 1000),
        port: integer('Port', 1, 65_535),
        protocol: choice('Protocol', ['None', 'Native', 'VXLAN']),
        type: choice('Type', ['None', 'Internal', 'External']),
      }),
    ),
  },
})
