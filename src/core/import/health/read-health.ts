import { limits } from '../../topology/limits.ts'
import { chunksOf } from '../guest/chunks.ts'
import { objectOf, valueAt } from '../keys.ts'
import type { HealthFacts, MemberHealth } from './facts.ts'

/** Members of one answer, and answers of one text at most. */
const most = 2_000

const textAt = (value: unknown, key: string): string | undefined => {
  const found = valueAt(value, key)
  const text = typeof found === 'object' ? valueAt(found, 'id') : found
  return typeof text === 'string' && text !== '' && text.length <= 2_000 ? text : undefined
}

function memberOf(item: unknown): MemberHealth | undefined {
  const state = textAt(item, 'state')?.toLowerCase()
  if (state !== 'up' && state !== 'down') return undefined
  const ipAddress = textAt(item, 'ipAddress')
  const ipConfiguration = textAt(item, 'networkInterfaceIPConfigurationId')
  const reason = textAt(item, 'reason')
  return {
    state,
    ...(ipAddress === undefined ? {} : { ipAddress }),
    ...(ipConfiguration === undefined ? {} : { ipConfiguration }),
    ...(reason === undefined ? {} : { reason: reason.slice(0, 100) }),
  }
}

/** A health answer. A pool has addresses under the same key, and no counts beside it. */
function healthOf(value: unknown): HealthFacts | undefined {
  const addresses = valueAt(value, 'loadBalancerBackendAddresses')
  const isCounted = ['up', 'down'].every((key) => typeof valueAt(value, key) === 'number')
  if (!Array.isArray(addresses)) return undefined
  const members = addresses.slice(0, most).flatMap((item) => memberOf(item) ?? [])
  return isCounted || (members.length > 0 && members.length === addresses.length) ? { members } : undefined
}

/** The answers in a JSON value: one, a list, or one as the body of a response. */
export function healthIn(value: unknown): readonly HealthFacts[] {
  const own = healthOf(value)
  if (own) return [own]
  if (Array.isArray(value)) {
    const all = value.slice(0, most).map(healthOf)
    return all.flatMap((one) => one ?? [])
  }
  const body = valueAt(objectOf(value), 'properties') ?? valueAt(value, 'body')
  const inner = healthOf(body) ?? healthOf(valueAt(body, 'output'))
  return inner ? [inner] : []
}

const beginning = /^== floatpath health (\S{1,2000}) ==$/

/** The answers in a text of several, each after a line that names its rule, or without one. */
export function readHealth(text: string): readonly HealthFacts[] {
  if (text.length > limits.documentCharacters || !/loadBalancerBackendAddresses/i.test(text)) return []
  const found: HealthFacts[] = []
  let rule: string | undefined
  for (const chunk of chunksOf(text)) {
    if ('line' in chunk) {
      if (chunk.line.length < 4_000) rule = beginning.exec(chunk.line.trim())?.[1] ?? rule
      continue
    }
    for (const facts of healthIn(chunk.json)) {
      if (found.length < most) found.push({ ...facts, ...(rule === undefined ? {} : { rule }) })
    }
    rule = undefined
  }
  return found
}
