import { boolean, choice, integer, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/**
 * An inbound NAT rule, to one IP configuration and port, or to a pool:
 * then member n (from 0) gets port frontendPortRangeStart + n.
 */
export const inboundNatRule = defineResource({
  type: 'inboundNatRule',
  noun: 'inbound NAT rule',
  plural: 'Inbound NAT rules',
  baseName: 'nat',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    frontendIPConfiguration: reference('Frontend IP', 'frontendIPConfiguration', { required: true }),
    protocol: choice('Protocol', ['Tcp', 'Udp', 'All'], { required: true }),
    backendIPConfiguration: reference('IP configuration', 'ipConfiguration'),
    frontendPort: integer('Frontend port', 1, 65_534),
    backendAddressPool: reference('Backend pool', 'backendAddressPool'),
    frontendPortRangeStart: integer('First frontend port', 1, 65_534),
    frontendPortRangeEnd: integer('Last frontend port', 1, 65_534),
    backendPort: integer('Backend port', 1, 65_535, { required: true }),
    enableFloatingIP: boolean('Floating IP', { required: true, fallback: false }),
    idleTimeoutInMinutes: integer('Idle timeout', 4, 100, { fallback: 4, unit: 'minutes' }),
    enableTcpReset: boolean('TCP reset on idle', { fallback: false }),
  },
})
