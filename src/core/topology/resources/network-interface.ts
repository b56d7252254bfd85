import { addressWithLength, boolean, choice, list, object, reference, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A NIC of a virtual machine; under `guest` what the guest made of it. */
export const networkInterface = defineResource({
  type: 'networkInterface',
  noun: 'network interface',
  plural: 'Network interfaces',
  baseName: 'nic',
  parent: 'virtualMachine',
  fields: {
    virtualMachine: reference('Virtual machine', 'virtualMachine', { required: true }),
    enableIPForwarding: boolean('IP forwarding', { required: true, fallback: false }),
    networkSecurityGroup: reference('Network security group', 'networkSecurityGroup'),
    guest: object('In the guest', {
      name: text('Name in the guest', { required: true }),
      addresses: list('Added addresses', addressWithLength('Address'), {
        help: 'Only what the guest holds beyond its IP configurations, such as a cluster address.',
      }),
      weakHostReceive: boolean('Weak host receive', { fallback: false }),
      weakHostSend: boolean('Weak host send', { fallback: false }),
      weakHostReceiveIPv6: boolean('Weak host receive, IPv6', { fallback: false }),
      weakHostSendIPv6: boolean('Weak host send, IPv6', { fallback: false }),
      rpFilter: choice('Reverse path filter', [0, 1, 2], { fallback: 0 }),
    }),
  },
})
