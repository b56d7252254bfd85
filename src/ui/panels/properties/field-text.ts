import { parseAddress, parsePrefix } from '../../../core/topology/address.ts'
import type { FieldKind } from '../../../core/topology/field.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'

/** What typed text means for a field: a value, nothing, or text that cannot be one and stays in its input. */
export type Reading =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly why: string }

const value = (read: string | number): Reading => ({ kind: 'value', value: read })
const unreadable = (why: string): Reading => ({ kind: 'unreadable', why })

const wholeNumber = /^-?\d{1,15}$/
const portRange = /^(\*|\d{1,9}(-\d{1,9})?)$/

/** Reads what somebody typed into a field. Values that are merely wrong, such as port 70000, are values. */
export function readFieldText(shape: FieldKind, typed: string, model: TopologyModel): Reading {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  switch (shape.kind) {
    case 'integer':
      return wholeNumber.test(text)
        ? value(Number(text))
        : unreadable(`Enter a whole number from ${shape.minimum} to ${shape.maximum}.`)
    case 'portOrAny':
      if (text === '*') return value('*')
      return wholeNumber.test(text) ? value(Number(text)) : unreadable('Enter a port number, or * for any.')
    case 'address':
      return parseAddress(text)
        ? value(text)
        : unreadable(`“${text}” is no IP address. Enter one such as 10.0.0.4.`)
    case 'prefix':
      return parsePrefix(text)
        ? value(text)
        : unreadable(`“${text}” is no prefix. Enter one such as 10.0.0.0/24.`)
    case 'addressWithLength':
      return parsePrefix(text)
        ? value(text)
        : unreadable(`“${text}” is no address. Enter one such as 10.0.0.100/32.`)
    case 'portRange':
      return portRange.test(text) ? value(text) : unreadable('Enter a port, a range such as 80-90, or *.')
    case 'addressOrFrontend': {
      const frontends = model.all('frontendIPConfiguration')
      const named = frontends.find(({ id, name }) => name === text || id === text)
      if (named) return value(named.id)
      return parseAddress(text)
        ? value(text)
        : unreadable(`“${text}” is neither an IP address nor a frontend.`)
    }
    default:
      return value(typed)
  }
}

/** How a stored value is shown in its input. */
export function showFieldValue(shape: FieldKind, stored: unknown, model: TopologyModel): string {
  if (stored === undefined || stored === null) return ''
  if (shape.kind === 'addressOrFrontend' && typeof stored === 'string') return model.nameOf(stored)
  return typeof stored === 'object' ? JSON.stringify(stored) : String(stored)
}

/** A value in words: what an absent field falls back to. */
export function wordsForValue(stored: unknown): string {
  if (stored === true) return 'on'
  if (stored === false) return 'off'
  return String(stored)
}
