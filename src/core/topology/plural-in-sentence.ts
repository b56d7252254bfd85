import type { ResourceType } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** The plural of a type within a sentence: `load balancers`, `NAT gateways`. */
export const pluralInSentence = (type: ResourceType): string =>
  resourceDefinitions[type].plural.replace(/^(?!IP|NAT|NIC|Private Link)./, (first) => first.toLowerCase())

/** Some of a type within a sentence: `1 load balancer`, `2 NAT gateways`. */
export const countedInSentence = (type: ResourceType, count: number): string =>
  `${count} ${count === 1 ? resourceDefinitions[type].noun : pluralInSentence(type)}`
