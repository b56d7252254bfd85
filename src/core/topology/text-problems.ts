import { parseAddress, parsePrefix } from './address.ts'

/** What is wrong with a text on its own, whatever diagram it stands in. Each says what is allowed. */

/** A text that should be an address. */
export function addressProblem(text: string): string | undefined {
  if (parseAddress(text)) return undefined
  if (text.includes('/') && parsePrefix(text))
    return `“${text}” is a prefix. Leave out the part after the slash.`
  if (/^[\d.]+$/.test(text)) {
    return `“${text}” is not an IPv4 address. It has four numbers from 0 to 255, such as 10.0.0.4.`
  }
  return `“${text}” is not an IP address. Write it like 10.0.0.4 or 2001:db8::4.`
}

function lengthProblem(text: string, example: string): string | undefined {
  const [address = '', length] = text.split('/')
  if (length === undefined && parseAddress(text))
    return `“${text}” lacks its length. Write it like ${example}.`
  const parsed = parseAddress(address)
  if (!parsed) return `“${text}” is not an address with a length. Write it like ${example}.`
  const bits = parsed.family === 'IPv4' ? 32 : 128
  return parsePrefix(text) ? undefined : `The length after the slash is a whole number from 0 to ${bits}.`
}

/** A text that should be a CIDR prefix without host bits. */
export function prefixProblem(text: string): string | undefined {
  const problem = lengthProblem(text, '10.0.0.0/24')
  const prefix = parsePrefix(text)
  if (problem !== undefined || !prefix) return problem
  if (prefix.address === prefix.first) return undefined
  return `“${text}” does not begin at a boundary of /${prefix.length}. Use the first address of the range.`
}

/** A text that should be an address with its length, as a guest holds it. */
export function addressWithLengthProblem(text: string): string | undefined {
  return lengthProblem(text, '10.0.0.100/32')
}

const portText = /^\d{1,5}$/
const isPort = (text: string) => portText.test(text) && Number(text) <= 65_535

/** A text that should be a port range of a security rule. */
export function portRangeProblem(text: string): string | undefined {
  if (text === '*' || isPort(text)) return undefined
  const [first = '', last = '', ...rest] = text.split('-')
  if (rest.length > 0 || !text.includes('-') || !isPort(first) || !isPort(last)) {
    return `“${text}” is not a port range. Write a port from 0 to 65535, a range such as 80-90, or * for all.`
  }
  if (Number(first) <= Number(last)) return undefined
  return `“${text}” runs backwards. Write the smaller port first.`
}

const serviceTag = /^[A-Za-z](?!.*\.\.)[A-Za-z0-9.]*(?<!\.)$/

/** A text that should be a source or destination of a security rule. */
export function securityPrefixProblem(text: string): string | undefined {
  if (text === '*' || serviceTag.test(text) || parseAddress(text)) return undefined
  if (text.includes('/')) return prefixProblem(text)
  return `“${text}” is no address, prefix or service tag. Write it like 10.0.0.0/24, 10.0.0.4, * or VirtualNetwork.`
}

/** A value that should be a whole number in a range. */
export function integerProblem(
  value: unknown,
  label: string,
  minimum: number,
  maximum: number,
): string | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value
  const isWhole = typeof number === 'number' && Number.isInteger(number)
  if (isWhole && number >= minimum && number <= maximum) return undefined
  return `${label} is a whole number from ${minimum} to ${maximum}.`
}

/** A text that should be what an HTTP or HTTPS probe asks for. */
export function requestPathProblem(protocol: string | undefined, text: string): string | undefined {
  if (protocol === 'Tcp') return 'A TCP probe asks for no path. Choose HTTP or HTTPS, or leave this empty.'
  return text.startsWith('/') ? undefined : 'A request path begins with a slash, such as /healthz.'
}
