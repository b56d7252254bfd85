import { boolean, choice, integer, list, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A load-balancing rule. Protocol All with both ports 0 is an HA ports rule. */
export const loadBalancingRule = defineResource({
  type: 'loadBalancingRule',
  noun: 'load-balancing rule',
  plural: 'Load-balancing rules',
  baseName: 'rule',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    frontendIPConfiguration: reference('Frontend IP', 'frontendIPConfiguration', { required: true }),
    backendAddressPool: reference('Backend pool', 'backendAddressPool', { required: true }),
    backendAddressPools: list('Backend pools', reference('Backend pool', 'backendAddressPool'), {
      help: 'Gateway SKU only, two at most.',
    }),
    probe: reference('Health probe', 'probe'),
    protocol: choice('Protocol', ['Tcp', 'Udp', 'All'], { required: true }),
    frontendPort: integer('Frontend port', 0, 65_534, { required: true }),
    backendPort: integer('Backend port', 0, 65_535, { required: true }),
    enableFloatingIP: boolean('Floating IP', {
      required: true,
      fallback: false,
      help: 'On: the guest sees the frontend address. Off: the guest sees the address of its NIC.',
    }),
    loadDistribution: choice('Session persistence', ['Default', 'SourceIP', 'SourceIPProtocol'], {
      required: true,
      fallback: 'Default',
    }),
    idleTimeoutInMinutes: integer('Idle timeout', 4, 100, { fallback: 4, unit: 'minutes' }),
    enableTcpReset: boolean('TCP reset on idle', { fallback: false }),
    disableOutboundSnat: boolean('No outbound SNAT', { fallback: false }),
    enableConnectionTracking: boolean('Connection tracking', { fallback: false }),
  },
})
