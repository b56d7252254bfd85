import { choice, integer, list, object, portRange, securityPrefix, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/networkSecurityGroups with its own rules. Azure's six default rules are not stored. */
export const networkSecurityGroup = defineResource({
  type: 'networkSecurityGroup',
  noun: 'network security group',
  plural: 'Network security groups',
  baseName: 'nsg',
  fields: {
    securityRules: list(
      'Security rules',
      object('Security rule', {
        name: text('Name', { required: true }),
        priority: integer('Priority', 100, 4096, { required: true, help: 'Lower numbers are read first.' }),
        direction: choice('Direction', ['Inbound', 'Outbound'], { required: true }),
        access: choice('Access', ['Allow', 'Deny'], { required: true }),
        protocol: choice('Protocol', ['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'], { required: true }),
        sourceAddressPrefixes: list('Source', securityPrefix('Source'), { required: true }),
        sourcePortRanges: list('Source ports', portRange('Ports'), { required: true }),
        destinationAddressPrefixes: list('Destination', securityPrefix('Destination'), {
          required: true,
          help: 'The group sees the destination after the load balancer: with floating IP that is the frontend address.',
        }),
        destinationPortRanges: list('Destination ports', portRange('Ports'), {
          required: true,
          help: 'The backend port of a load-balancing rule, not its frontend port.',
        }),
      }),
    ),
  },
})
