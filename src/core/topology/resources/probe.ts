import { choice, integer, reference, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A health probe. It is always sent to the member's own address, with floating IP too. */
export const probe = defineResource({
  type: 'probe',
  noun: 'health probe',
  plural: 'Health probes',
  baseName: 'probe',
  parent: 'loadBalancer',
  fields: {
    loadBalancer: reference('Load balancer', 'loadBalancer', { required: true }),
    protocol: choice('Protocol', ['Tcp', 'Http', 'Https'], { required: true }),
    port: integer('Port', 1, 65_535, { required: true }),
    requestPath: text('Request path', { help: 'For HTTP and HTTPS only, for instance /healthz.' }),
    intervalInSeconds: integer('Interval', 5, 2_147_483_646, { required: true, unit: 'seconds' }),
    probeThreshold: integer('Probe threshold', 1, 100),
    numberOfProbes: integer('Number of probes', 1, 100, {
      help: 'Azure does not honour it. Use the probe threshold.',
    }),
    noHealthyBackendsBehavior: choice('When no backend is healthy', ['AllProbedDown', 'AllProbedUp'], {
      fallback: 'AllProbedDown',
    }),
  },
})
