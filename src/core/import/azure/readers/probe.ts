import { oneOf, whole, words } from '../fields.ts'
import type { Source } from '../source.ts'

export function probe(from: Source): void {
  from.parent('loadBalancer')
  from.take(oneOf('Tcp', 'Http', 'Https'), 'protocol')
  from.take(whole, 'port')
  from.take(words, 'requestPath')
  from.take(whole, 'intervalInSeconds', 'probeThreshold', 'numberOfProbes')
  from.take(oneOf('AllProbedDown', 'AllProbedUp'), 'noHealthyBackendsBehavior')
}
