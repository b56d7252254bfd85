import { type ByteWriter, byteWriter, Unreadable, utf8, zigzag } from './bytes.ts'
import { addShape, type Context, childOf, itemsOf, newContext, remember, shapeNumber } from './context.ts'
import {
  addIdentifier,
  enter,
  type Identifiers,
  newIdentifiers,
  nextIdentifier,
  recentIdentifier,
  referenceType,
  slugIn,
  typeIn,
} from './identifiers.ts'
import { packIPv4 } from './ipv4.ts'
import { opcode, range } from './opcodes.ts'
import { sameValue } from './same-value.ts'
import { stepBetween } from './step.ts'
import { keys, types, words } from './tables.ts'

interface Session {
  readonly out: ByteWriter
  readonly identifiers: Identifiers
  /** The slug of the resource at hand. */
  slug?: string
}

type Json = Record<string, unknown>

const typeNumbers = new Map(types.map((type, number) => [type, number]))
const keyNumbers = new Map(keys.map((key, number) => [key, number]))
const wordNumbers = new Map(words.map((word, number) => [word, number]))
const coordinates = new Set(['x', 'y', 'width', 'height'])

const backs = Array.from({ length: range.recentReference.count }, (_, back) => back)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function writeText({ out }: Session, value: string): void {
  const bytes = utf8(value)
  if (bytes.length > 0 && bytes.length <= range.shortText.count)
    out.byte(range.shortText.first + bytes.length - 1)
  else {
    out.byte(opcode.text)
    out.integer(bytes.length)
  }
  out.bytes(bytes)
}

/** Writes a value that stood here before as its distance. */
function wroteRepeat({ out }: Session, context: Context, value: unknown): boolean {
  const back = context.recent.findIndex((earlier) => sameValue(earlier, value))
  if (back < 0) return false
  out.byte(range.repeat.first + back)
  return true
}

function wroteWord({ out }: Session, value: string | number | boolean | null): boolean {
  const number = Object.is(value, -0) ? undefined : wordNumbers.get(value)
  if (number === undefined) return false
  out.byte(range.word.first + number)
  return true
}

function wroteMove({ out }: Session, context: Context, value: number): boolean {
  const last = typeof context.recent[0] === 'number' ? context.recent[0] : 0
  const steps = (value - last) / 8
  if (!Number.isInteger(steps) || !Number.isSafeInteger(2 * steps) || !Object.is(last + 8 * steps, value))
    return false
  if (steps >= -32 && steps < 32) out.byte(range.smallMove.first + 32 + steps)
  else {
    out.byte(opcode.move)
    out.integer(zigzag(steps))
  }
  return true
}

function wroteInteger({ out }: Session, context: Context, value: number): boolean {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return false
  const back = context.recent.slice(0, 4).findIndex((earlier) => earlier === value - 1)
  if (back >= 0) out.byte(range.increment.first + 4 * back)
  else {
    out.byte(value < 0 ? opcode.negativeInteger : opcode.integer)
    out.integer(Math.abs(value))
  }
  return true
}

function writeNumber(session: Session, context: Context, value: number): void {
  const { out } = session
  if (coordinates.has(context.key) && wroteMove(session, context, value)) return
  if (wroteWord(session, value) || wroteRepeat(session, context, value)) return
  if (wroteInteger(session, context, value)) return
  if (!Number.isFinite(value)) throw new Unreadable('This number is not finite.')
  const text = Object.is(value, -0) ? '-0' : String(value)
  out.byte(opcode.number)
  out.integer(text.length)
  out.bytes(utf8(text))
}

function wroteReference(session: Session, context: Context, id: string): boolean {
  const { out, identifiers } = session
  const place = identifiers.places.get(id)
  if (place === undefined) return false
  const type = referenceType(context.key)
  const isRecent = (back: number) => recentIdentifier(identifiers, type, back) === id
  if (isRecent(0)) out.byte(range.recentReference.first)
  else if (nextIdentifier(identifiers, context.recent[0]) === id) out.byte(opcode.nextReference)
  else if (!wroteRepeat(session, context, id)) {
    const back = backs.find(isRecent)
    if (back !== undefined) out.byte(range.recentReference.first + back)
    else {
      out.byte(opcode.reference)
      out.integer([...identifiers.ofType.keys()].indexOf(typeIn(id)))
      out.integer(place)
    }
  }
  return true
}

function wroteSlug({ out, slug }: Session, value: string): boolean {
  if (value === slug) out.byte(opcode.slug)
  return value === slug
}

function wroteStep({ out }: Session, context: Context, value: string): boolean {
  for (const [back, earlier] of context.recent.entries()) {
    const step = stepBetween(earlier, value)
    if (!step) continue
    if (step.by === 1 && back < 4 && step.place < 4) out.byte(range.increment.first + 4 * back + step.place)
    else {
      out.byte(opcode.step)
      out.integer(back)
      out.integer(step.place)
      out.integer(zigzag(step.by))
    }
    return true
  }
  return false
}

function wroteIPv4({ out }: Session, value: string): boolean {
  const packed = packIPv4(value)
  if (!packed) return false
  out.byte(packed.length === undefined ? opcode.ipv4 : opcode.ipv4Prefix)
  out.bytes(packed.octets)
  if (packed.length !== undefined) out.byte(packed.length)
  return true
}

function writeString(session: Session, context: Context, value: string): void {
  const wrote =
    wroteReference(session, context, value) ||
    wroteWord(session, value) ||
    wroteSlug(session, value) ||
    wroteRepeat(session, context, value) ||
    wroteStep(session, context, value) ||
    wroteIPv4(session, value)
  if (!wrote) writeText(session, value)
}

function writeValue(session: Session, context: Context, value: unknown): void {
  const { out } = session
  if (typeof value === 'string') writeString(session, context, value)
  else if (typeof value === 'number') writeNumber(session, context, value)
  else if (typeof value === 'boolean' || value === null) wroteWord(session, value)
  else if (wroteRepeat(session, context, value)) {
    // It stands for the whole list or object.
  } else if (Array.isArray(value)) {
    out.byte(opcode.list)
    out.integer(value.length)
    for (const item of value) writeValue(session, itemsOf(context), item)
  } else if (isObject(value)) {
    out.byte(opcode.object)
    writeFields(session, context, value)
  } else throw new Unreadable(`JSON cannot hold a ${typeof value}.`)
  remember(context, value)
}

/** Writes which keys an object has, as the number of a shape or as a new one, and returns them. */
function writeShape({ out }: Session, context: Context, value: Json): readonly string[] {
  const shape = Object.keys(value).filter((key) => value[key] !== undefined)
  const known = shapeNumber(context, shape)
  out.integer(known ?? context.shapes.length)
  if (known !== undefined) return shape
  addShape(context, shape)
  out.integer(shape.length)
  for (const key of shape) {
    const number = keyNumbers.get(key)
    out.integer(number === undefined ? 0 : number + 1)
    if (number !== undefined) continue
    const bytes = utf8(key)
    out.integer(bytes.length)
    out.bytes(bytes)
  }
  return shape
}

function writeFields(session: Session, context: Context, value: Json): void {
  for (const key of writeShape(session, context, value)) {
    writeValue(session, childOf(context, key), value[key])
  }
}

function writeIdentifiers(session: Session, ids: readonly string[]): void {
  const { out, identifiers } = session
  const slugs = newContext('slugs')
  out.integer(ids.length)
  for (const id of ids) {
    const type = typeNumbers.get(typeIn(id))
    out.integer(type === undefined ? 0 : type + 1)
    const text = type === undefined ? id : slugIn(id)
    const context = childOf(slugs, type === undefined ? '' : typeIn(id))
    writeValue(session, context, text)
    addIdentifier(identifiers, id)
  }
}

function writeResources(session: Session, context: Context, resources: Json): void {
  for (const [id, fields] of Object.entries(resources)) {
    if (!isObject(fields)) throw new Unreadable('A resource is an object.')
    enter(session.identifiers, id)
    session.slug = slugIn(id)
    writeFields(session, childOf(context, typeIn(id)), fields)
  }
  delete session.slug
}

/** Writes each key as its distance from the one before in the list of ids; 0 is a key that is no id. */
function writeLayout(session: Session, context: Context, layout: Json): void {
  const { out, identifiers } = session
  const entries = Object.entries(layout)
  const places = new Map(identifiers.all.map((id, place) => [id, place]))
  let expected = 0
  out.integer(entries.length)
  for (const [key, entry] of entries) {
    if (!isObject(entry)) throw new Unreadable('A place is an object.')
    const place = places.get(key)
    out.integer(place === undefined ? 0 : zigzag(place - expected) + 1)
    if (place === undefined) writeValue(session, childOf(context, ''), key)
    else expected = place + 1
    writeFields(session, itemsOf(context), entry)
  }
}

/** A document as bytes that are mostly small numbers. Throws `Unreadable` for what JSON cannot hold. */
export function writeDocument(document: object): Uint8Array {
  const root = document as Json
  const session: Session = { out: byteWriter(), identifiers: newIdentifiers() }
  if (!isObject(root.resources)) throw new Unreadable('A document has resources.')
  writeIdentifiers(session, Object.keys(root.resources))
  const context = newContext('document')
  for (const key of writeShape(session, context, root)) {
    const child = childOf(context, key)
    const value = root[key]
    if (key === 'resources') writeResources(session, child, value as Json)
    else if (key === 'layout') writeLayout(session, child, value as Json)
    else writeValue(session, child, value)
  }
  return session.out.finish()
}
