import { boolean, choice, integer, list, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** An outbound rule of a public load balancer: which frontends the pool's own connections use. */
export const outboundRule = defineResource({
  type: 'outboundRule',
  noun: 'outbound rule',
  plural: 'Outbound rules',
  baseName: 'outbound',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    frontendIPConfigurations: list('Frontend IPs', reference('Frontend IP', 'frontendIPConfiguration'), {
      required: true,
    }),
    backendAddressPool: reference('Backend pool', 'backendAddressPool', { required: true }),
    protocol: choice('Protocol', ['Tcp', 'Udp', 'All'], { required: true }),
    allocatedOutboundPorts: integer('Outbound ports per member', 0, 64_000, { required: true }),
    idleTimeoutInMinutes: integer('Idle timeout', 4, 120, { fallback: 4, unit: 'minutes' }),
    enableTcpReset: boolean('TCP reset on idle', { fallback: false }),
  },
})
