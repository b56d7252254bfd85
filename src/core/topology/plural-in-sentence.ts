import type { ResourceType } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** The plural of a type within a sentence: `load balancers`, `NAT gateways`. */
export const pluralInSentence = (type: ResourceType): string =>
  resourceDefinitions[type].plural.replace(/^(?!IP|NAT|NIC|Private Link)./, (first) => first.toLowerCase())
