import { parseAddress, parsePrefix } from '../topology/address.ts'
import type { FieldKind } from '../topology/field.ts'
import { typeOfId } from '../topology/resource-type.ts'

const serviceTag = /^[A-Za-z][A-Za-z0-9.]*$/

const highestPort = 65_535

const isPort = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= highestPort

/** Whether packets can be sent to a port. */
export const isServicePort = (value: number | undefined): value is number => isPort(value) && value !== 0

function isPortRange(text: string): boolean {
  if (text === '*') return true
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text)
  const first = Number(match?.[1])
  const last = Number(match?.[2] ?? match?.[1])
  return match !== null && isPort(first) && isPort(last) && first <= last
}

/** What a value should be, as the end of a sentence; `undefined` where it is as it should be. */
export function expectedInstead(kind: FieldKind, value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : ''
  switch (kind.kind) {
    case 'address':
      return parseAddress(text) ? undefined : 'an IP address such as 10.0.0.4'
    case 'addressWithLength':
    case 'prefix':
      return parsePrefix(text) ? undefined : 'an address with a prefix length such as 10.0.0.0/24'
    case 'integer': {
      const { minimum, maximum } = kind
      if (maximum !== highestPort) return Number.isInteger(value) ? undefined : 'a whole number'
      const fits = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum
      return fits ? undefined : `a port from ${minimum} to ${maximum}`
    }
    case 'choice':
      return (kind.options as readonly unknown[]).includes(value)
        ? undefined
        : `one of ${kind.options.join(', ')}`
    case 'reference': {
      const type = typeOfId(text)
      return type && kind.to.includes(type) ? undefined : `the id of a ${kind.to.join(' or ')}`
    }
    case 'addressOrFrontend':
      return parseAddress(text) || typeOfId(text) === 'frontendIPConfiguration'
        ? undefined
        : 'an IP address or the id of a frontend'
    case 'portOrAny':
      return value === '*' || isPort(value) ? undefined : 'a port number or *'
    case 'portRange':
      return isPortRange(text) ? undefined : 'a port, a range such as 80-90, or *'
    case 'securityPrefix':
      return text === '*' || parsePrefix(text) || serviceTag.test(text)
        ? undefined
        : 'an address, a prefix, a service tag or *'
    default:
      return undefined
  }
}
