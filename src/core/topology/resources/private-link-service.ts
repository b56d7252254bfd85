import { list, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A Private Link service that publishes frontends of a load balancer. */
export const privateLinkService = defineResource({
  type: 'privateLinkService',
  noun: 'Private Link service',
  plural: 'Private Link services',
  baseName: 'pls',
  fields: {
    loadBalancerFrontendIpConfigurations: list(
      'Frontend IPs',
      reference('Frontend IP', 'frontendIPConfiguration'),
      { required: true },
    ),
  },
})
