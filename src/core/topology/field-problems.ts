import { familyOf } from './address.ts'
import {
  boundAddressProblem,
  clientAddressProblem,
  guestAddressProblem,
  networkPrefixProblem,
  publicAddressProblem,
  subnetAddressProblem,
  subnetPrefixProblem,
} from './address-problems.ts'
import type { Field, Fields } from './field.ts'
import type { TopologyModel } from './model.ts'
import { nameProblem } from './name-problems.ts'
import { type ResourceType, typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'
import {
  addressProblem,
  addressWithLengthProblem,
  integerProblem,
  portRangeProblem,
  prefixProblem,
  requestPathProblem,
  securityPrefixProblem,
} from './text-problems.ts'

/** The field at a dotted path of a type, or `undefined` where there is none. */
export function fieldAt(type: ResourceType, path: string): Field<unknown> | undefined {
  let fields: Fields | undefined = resourceDefinitions[type].fields
  let field: Field<unknown> | undefined
  for (const key of path.split('.')) {
    if (field?.value.kind === 'list') {
      if (!/^\d+$/.test(key)) return undefined
      field = field.value.item
    } else {
      field = fields && Object.hasOwn(fields, key) ? fields[key] : undefined
    }
    if (!field) return undefined
    fields = field.value.kind === 'object' ? field.value.fields : undefined
  }
  return field
}

/** References that lead to another load balancer on purpose. */
const ofAnyLoadBalancer = /(^|\.)(gatewayLoadBalancer|loadBalancerFrontendIPConfiguration)$/

const withArticle = (noun: string) => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

function referenceProblem(
  model: TopologyModel,
  id: string,
  path: string,
  field: Field<unknown>,
  target: string,
): string | undefined {
  if (field.value.kind !== 'reference') return undefined
  const nouns = field.value.to.map((type) => resourceDefinitions[type].noun).join(' or ')
  const found = model.get(target)
  const type = found && typeOfId(found.id)
  if (!found || !type) return `The diagram has no ${nouns} “${target}”. Choose one that exists.`
  if (!field.value.to.includes(type)) {
    return `${found.name} is ${withArticle(resourceDefinitions[type].noun)}, but ${withArticle(nouns)} belongs here.`
  }
  const [own, theirs] = [model.get(id), found].map((one) => (one as { loadBalancer?: string }).loadBalancer)
  if (own === undefined || theirs === undefined || own === theirs || ofAnyLoadBalancer.test(path)) {
    return undefined
  }
  return `${found.name} belongs to ${model.nameOf(theirs)}. Choose one of ${model.nameOf(own)}.`
}

/** What is wrong with a text where it stands, once the text itself is right. */
function placeProblem(model: TopologyModel, id: string, path: string, text: string): string | undefined {
  const resource = (model.get(id) ?? {}) as {
    readonly subnet?: string
    readonly virtualMachine?: string
    readonly privateIPAddressVersion?: string
  }
  const type = typeOfId(id)
  const index = Number(path.slice(path.lastIndexOf('.') + 1))
  switch (`${type}.${path.replaceAll(/\.\d+(?=\.|$)/g, '[]')}`) {
    case 'ipConfiguration.privateIPAddress':
    case 'frontendIPConfiguration.privateIPAddress': {
      const version = resource.privateIPAddressVersion
      if (version !== undefined && version !== familyOf(text)) {
        return `The IP version here is ${version}, and ${text} is an ${familyOf(text)} address.`
      }
      return subnetAddressProblem(model, id, resource.subnet, text)
    }
    case 'client.ipAddress':
      return clientAddressProblem(text) ?? subnetAddressProblem(model, id, resource.subnet, text)
    case 'probe.requestPath':
      return requestPathProblem(model.find('probe', id)?.protocol, text)
    case 'publicIPAddress.ipAddress':
      return publicAddressProblem(model, id, text)
    case 'loopbackInterface.addresses[]':
    case 'networkInterface.guest.addresses[]':
      return guestAddressProblem(model, id, index, text)
    case 'listener.address':
      return boundAddressProblem(model, resource.virtualMachine, text)
    case 'virtualMachine.guest.connections[].bind':
      return boundAddressProblem(model, id, text)
    case 'subnet.addressPrefix':
    case 'subnet.addressPrefixes[]':
      return subnetPrefixProblem(model, id, text)
    case 'virtualNetwork.addressPrefixes[]':
      return networkPrefixProblem(model, id, index, text)
    default:
      return undefined
  }
}

/** Two security rules of one direction with one priority: Azure refuses the second. */
function priorityProblem(model: TopologyModel, id: string, path: string, value: unknown): string | undefined {
  const [, index] = /^securityRules\.(\d+)\.priority$/.exec(path) ?? []
  const securityRules = model.find('networkSecurityGroup', id)?.securityRules ?? []
  const own = securityRules[Number(index)]
  if (index === undefined || !own) return undefined
  const other = securityRules.find(
    (one) => one !== own && one.direction === own.direction && one.priority === Number(value),
  )
  return (
    other &&
    `${other.name} has the priority ${Number(value)} already. Every ${own.direction === 'Outbound' ? 'outbound' : 'inbound'} rule needs its own.`
  )
}

const listed = (options: readonly (string | number)[]) =>
  options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`

function textProblem(kind: Field<unknown>['value']['kind'], text: string): string | undefined {
  switch (kind) {
    case 'address':
      return addressProblem(text)
    case 'addressOrFrontend':
      return typeOfId(text) === 'frontendIPConfiguration' ? undefined : addressProblem(text)
    case 'prefix':
      return prefixProblem(text)
    case 'addressWithLength':
      return addressWithLengthProblem(text)
    case 'portRange':
      return portRangeProblem(text)
    case 'securityPrefix':
      return securityPrefixProblem(text)
    default:
      return undefined
  }
}

function valueProblem(
  model: TopologyModel,
  id: string,
  path: string,
  field: Field<unknown>,
  value: unknown,
): string | undefined {
  const shape = field.value
  if (value === undefined || value === null || value === '') {
    return field.required ? `${field.label} is needed.` : undefined
  }
  switch (shape.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${field.label} is either on or off.`
    case 'integer':
      return (
        integerProblem(value, field.label, shape.minimum, shape.maximum) ??
        priorityProblem(model, id, path, value)
      )
    case 'portOrAny':
      return value === '*' || integerProblem(value, field.label, 1, 65_535) === undefined
        ? undefined
        : `${field.label} is a whole number from 1 to 65535, or * for all.`
    case 'choice':
      return shape.options.some((option) => option === value)
        ? undefined
        : `${field.label} is ${listed(shape.options)}, not “${value}”.`
    case 'list': {
      if (!Array.isArray(value)) return `${field.label} is a list.`
      if (field.required && value.length === 0) return `${field.label} needs at least one entry.`
      for (const [index, item] of value.entries()) {
        const problem = valueProblem(model, id, `${path}.${index}`, shape.item, item)
        if (problem !== undefined) return problem
      }
      return undefined
    }
    case 'object': {
      if (typeof value !== 'object') return `${field.label} is a group of fields.`
      for (const [name, inner] of Object.entries(shape.fields)) {
        const given = (value as Record<string, unknown>)[name]
        const problem = valueProblem(model, id, `${path}.${name}`, inner, given)
        if (problem !== undefined) return problem
      }
      return undefined
    }
  }
  if (typeof value !== 'string') return `${field.label} is text.`
  if (shape.kind === 'reference') return referenceProblem(model, id, path, field, value)
  return textProblem(shape.kind, value) ?? placeProblem(model, id, path, value)
}

/**
 * What would be wrong with a field if it had this value, for the person who types it: what it is and what is allowed.
 * `undefined` where the value may stand, and for fields we do not know.
 */
export function fieldProblem(
  model: TopologyModel,
  id: string,
  path: string,
  value: unknown,
): string | undefined {
  const type = typeOfId(id)
  const field = type && fieldAt(type, path)
  if (!field) return undefined
  if (path === 'name') return nameProblem(model, id, typeof value === 'string' ? value : '')
  return valueProblem(model, id, path, field, value)
}
