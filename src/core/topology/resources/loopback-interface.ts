import { addressWithLength, boolean, list, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A loopback adapter of a guest: where it holds addresses of frontends. The 127 and ::1 addresses are never listed. */
export const loopbackInterface = defineResource({
  type: 'loopbackInterface',
  noun: 'loopback adapter',
  plural: 'Loopback adapters',
  baseName: 'Loopback',
  parent: 'virtualMachine',
  inGuest: true,
  fields: {
    virtualMachine: reference('Virtual machine', 'virtualMachine', { required: true }),
    addresses: list('Addresses', addressWithLength('Address'), { required: true }),
    weakHostReceive: boolean('Weak host receive', { fallback: false }),
    weakHostSend: boolean('Weak host send', { fallback: false }),
    weakHostReceiveIPv6: boolean('Weak host receive, IPv6', { fallback: false }),
    weakHostSendIPv6: boolean('Weak host send, IPv6', { fallback: false }),
    persistent: boolean('Survives a reboot'),
  },
})
