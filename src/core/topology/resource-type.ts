/** Every type of resource a document may hold, in the order in which lists show them. Azure's are spelled as ARM does. */
export const resourceTypeNames = [
  'client',
  'loadBalancer',
  'frontendIPConfiguration',
  'publicIPAddress',
  'publicIPPrefix',
  'loadBalancingRule',
  'inboundNatRule',
  'inboundNatPool',
  'outboundRule',
  'probe',
  'backendAddressPool',
  'virtualNetwork',
  'subnet',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
  'privateLinkService',
  'virtualMachine',
  'networkInterface',
  'ipConfiguration',
  'loopbackInterface',
  'listener',
] as const

export type ResourceType = (typeof resourceTypeNames)[number]

/** `<type>/<slug>`: given once, unique, never changed by renaming. */
export type ResourceId<T extends ResourceType = ResourceType> = `${T}/${string}`

/** Words with a dash between them. Without a repeated group: on millions of words that fails to be matched at all. */
const idPattern = /^([a-zA-Z]+)\/(?!-|.*--)[a-z0-9-]+(?<!-)$/

const types = new Map<string, ResourceType>(resourceTypeNames.map((type) => [type, type]))
const typesOfIds = new Map<string, ResourceType>()
const cacheLimit = 50_000

/** The type that an id names, or `undefined` where the text is no id of a type we know. */
export function typeOfId(id: string): ResourceType | undefined {
  const known = typesOfIds.get(id)
  if (known) return known
  const type = types.get(idPattern.exec(id)?.[1] ?? '')
  if (!type) return undefined
  if (typesOfIds.size >= cacheLimit) typesOfIds.clear()
  typesOfIds.set(id, type)
  return type
}

/** Whether a text is an id of this type. It says nothing about whether such a resource exists. */
export function isIdOf<T extends ResourceType>(id: string | undefined, type: T): id is ResourceId<T> {
  return id !== undefined && typeOfId(id) === type
}

/** The part of an id after the slash. */
export function slugOfId(id: string): string {
  return id.slice(id.indexOf('/') + 1)
}

/** A slug made from a name: lower case letters, digits and single hyphens. */
export function slugOfName(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replaceAll(/-+$/g, '')
  return slug === '' ? 'item' : slug
}
