import type { Source } from '../source.ts'

export function natGateway(from: Source): void {
  from.many('publicIPAddresses', 'publicIPAddress')
  from.many('publicIPPrefixes', 'publicIPPrefix')
}
