import type { Source } from '../source.ts'

export function privateLinkService(from: Source): void {
  from.many('loadBalancerFrontendIpConfigurations', 'frontendIPConfiguration')
}
