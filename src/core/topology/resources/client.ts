import { address, choice, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Where test traffic starts: a machine outside the backend pool. */
export const client = defineResource({
  type: 'client',
  noun: 'client',
  plural: 'Clients',
  baseName: 'client',
  fields: {
    ipAddress: address('IP address', { required: true }),
    location: choice('Location', ['internet', 'virtualNetwork', 'onPremises'], {
      required: true,
      help: 'Clients on the internet reach public frontends, the others internal ones.',
    }),
    subnet: reference('Subnet', 'subnet'),
  },
})
