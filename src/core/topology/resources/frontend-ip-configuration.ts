import { address, choice, list, object, reference, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A frontend of a load balancer: public through a public IP address, internal through a subnet. */
export const frontendIPConfiguration = defineResource({
  type: 'frontendIPConfiguration',
  noun: 'frontend IP',
  plural: 'Frontend IPs',
  baseName: 'frontend',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    subnet: reference('Subnet', 'subnet', { help: 'Set for an internal frontend.' }),
    privateIPAddress: address('Private IP address'),
    privateIPAddressVersion: choice('IP version', ['IPv4', 'IPv6'], { fallback: 'IPv4' }),
    privateIPAllocationMethod: choice('Allocation', ['Static', 'Dynamic']),
    publicIPAddress: reference('Public IP address', 'publicIPAddress', {
      help: 'Set for a public frontend.',
    }),
    publicIPPrefix: reference('Public IP prefix', 'publicIPPrefix'),
    zones: list('Zones', text('Zone')),
    gatewayLoadBalancer: reference('Gateway load balancer frontend', 'frontendIPConfiguration'),
    guest: object('In the guests', {
      addressOwnership: choice('Who holds the address', ['every-member', 'one-member'], {
        fallback: 'every-member',
        help: 'One member: a cluster address (WSFC, Pacemaker) that exactly one guest holds at a time.',
      }),
    }),
  },
})
