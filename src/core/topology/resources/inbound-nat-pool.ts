import { boolean, choice, integer, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** An inbound NAT pool of a scale set. Kept and shown; packets are not traced through it. */
export const inboundNatPool = defineResource({
  type: 'inboundNatPool',
  noun: 'inbound NAT pool',
  plural: 'Inbound NAT pools',
  baseName: 'natpool',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    frontendIPConfiguration: reference('Frontend IP', 'frontendIPConfiguration', { required: true }),
    protocol: choice('Protocol', ['Tcp', 'Udp', 'All'], { required: true }),
    frontendPortRangeStart: integer('First frontend port', 1, 65_534, { required: true }),
    frontendPortRangeEnd: integer('Last frontend port', 1, 65_535, { required: true }),
    backendPort: integer('Backend port', 1, 65_535, { required: true }),
    enableFloatingIP: boolean('Floating IP', { fallback: false }),
  },
})
