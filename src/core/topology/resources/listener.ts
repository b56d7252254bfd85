import { address, boolean, choice, integer, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A socket that a service of the guest listens on. `0.0.0.0` accepts IPv4; `::` accepts IPv6, on Linux IPv4 too. */
export const listener = defineResource({
  type: 'listener',
  noun: 'listener',
  plural: 'Listeners',
  baseName: 'service',
  parent: 'virtualMachine',
  inGuest: true,
  fields: {
    virtualMachine: reference('Virtual machine', 'virtualMachine', { required: true }),
    protocol: choice('Protocol', ['Tcp', 'Udp'], { required: true }),
    address: address('Address', { required: true, help: '0.0.0.0 or :: for any, or one address.' }),
    port: integer('Port', 1, 65_535, { required: true }),
    replyFromReceivedAddress: boolean('Replies from the received address', {
      fallback: false,
      help: 'A UDP service that uses IP_PKTINFO.',
    }),
    enabled: boolean('Running', { fallback: true }),
  },
})
