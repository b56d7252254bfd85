import { parseAddress, parsePrefix } from '../../../core/topology/address.ts'
import type { FieldKind } from '../../../core/topology/field.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'

/** What typed text means for a field: a value, nothing, or text that cannot be one and stays in its input. */
export type Reading =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }

const value = (read: string | number): Reading => ({ kind: 'value', value: read })
const unreadable: Reading = { kind: 'unreadable' }

const wholeNumber = /^-?\d{1,15}$/
const portRange = /^(\*|\d{1,9}(-\d{1,9})?)$/

/** Reads what somebody typed into a field. Values that are merely wrong, such as port 70000, are values. */
export function readFieldText(shape: FieldKind, typed: string, model: TopologyModel): Reading {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  switch (shape.kind) {
    case 'integer':
      return wholeNumber.test(text) ? value(Number(text)) : unreadable
    case 'portOrAny':
      if (text === '*') return value('*')
      return wholeNumber.test(text) ? value(Number(text)) : unreadable
    case 'address':
      return parseAddress(text) ? value(text) : unreadable
    case 'prefix':
    case 'addressWithLength':
      return parsePrefix(text) ? value(text) : unreadable
    case 'portRange':
      return portRange.test(text) ? value(text) : unreadable
    case 'addressOrFrontend': {
      const frontends = model.all('frontendIPConfiguration')
      const named = frontends.find(({ id, name }) => name === text || id === text)
      if (named) return value(named.id)
      return parseAddress(text) ? value(text) : unreadable
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
