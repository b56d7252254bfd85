import { documentOf } from '../../scenarios/builder.ts'
import { changed, without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const published = documentOf('Published', linuxPair.resources, {
  'privateLinkService/pls': {
    name: 'pls',
    loadBalancerFrontendIpConfigurations: ['frontendIPConfiguration/site'],
  },
})

export const privateLinkIgnoresFloatingIp: Example = {
  before: published,
  after: changed(without(published, 'loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'), [
    'loadBalancingRule/web',
    'enableFloatingIP',
    false,
  ]),
  change: 'The rule does not float, and the guests answer on the addresses of their NICs.',
}
