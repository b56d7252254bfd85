import { type ByteReader, byteReader, Unreadable, unzigzag } from './bytes.ts'
import { addShape, type Context, childOf, itemsOf, newContext, remember } from './context.ts'
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
import { unpackIPv4 } from './ipv4.ts'
import { opcode, operandIn, range } from './opcodes.ts'
import { stepped } from './step.ts'
import { keys, types, words } from './tables.ts'

interface Session {
  readonly input: ByteReader
  readonly identifiers: Identifiers
  slug?: string
  /** How many more characters the result may have: a repeated value is one byte here and any length there. */
  characters: number
  /** How many more objects and lists may be inside each other. */
  levels: number
}

/** What a document may grow to while it is read. */
export interface ReadLimits {
  readonly characters: number
  readonly levels: number
}

/** About what punctuation a value has in JSON text. */
const perValue = 2

/** What taking note of a new place costs: a link must not make us keep more of them than a diagram has. */
const perPlace = 200

function spend(session: Session, characters: number): void {
  session.characters -= characters + perValue
  if (session.characters < 0) throw new Unreadable('This is too large.')
}

function spendAgain(session: Session, value: unknown): void {
  if (typeof value === 'string') return spend(session, value.length)
  spend(session, 0)
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) spend(session, key.length)
    spendAgain(session, item)
  }
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Unreadable('This points at nothing.')
  return value
}

function deeper<Value>(session: Session, read: () => Value): Value {
  if (session.levels-- <= 0) throw new Unreadable('This is nested too deep.')
  const value = read()
  session.levels++
  return value
}

function move(context: Context, steps: number): number {
  const last = context.recent[0]
  return (typeof last === 'number' ? last : 0) + 8 * steps
}

function readOctets({ input }: Session): number[] {
  return [input.byte(), input.byte(), input.byte(), input.byte()]
}

function readNumber({ input }: Session): number {
  const value = Number(input.text(input.integer()))
  if (!Number.isFinite(value)) throw new Unreadable('This is no number.')
  return value
}

function readList(session: Session, context: Context): unknown[] {
  const list: unknown[] = []
  const count = session.input.integer()
  for (let index = 0; index < count; index++) list.push(readValue(session, itemsOf(context)))
  return list
}

/** The value of a first byte that is a range's; `undefined` where it is in none. */
function readFromRange(session: Session, context: Context, byte: number): unknown {
  const { input, identifiers } = session
  const word = operandIn(range.word, byte)
  if (word !== undefined) return found(words[word])
  const repeat = operandIn(range.repeat, byte)
  if (repeat !== undefined) return found(context.recent[repeat])
  const increment = operandIn(range.increment, byte)
  if (increment !== undefined) {
    return found(stepped(context.recent[Math.floor(increment / 4)], increment % 4, 1))
  }
  const back = operandIn(range.recentReference, byte)
  if (back !== undefined) return found(recentIdentifier(identifiers, referenceType(context.key), back))
  const steps = operandIn(range.smallMove, byte)
  if (steps !== undefined) return move(context, steps - 32)
  const length = operandIn(range.shortText, byte)
  return length === undefined ? undefined : input.text(length + 1)
}

function readLeaf(session: Session, context: Context, byte: number): unknown {
  const { input, identifiers } = session
  switch (byte) {
    case opcode.text:
      return input.text(input.integer())
    case opcode.integer:
      return input.integer()
    case opcode.negativeInteger:
      return -input.integer()
    case opcode.number:
      return readNumber(session)
    case opcode.ipv4:
      return unpackIPv4(readOctets(session))
    case opcode.ipv4Prefix:
      return unpackIPv4(readOctets(session), input.byte())
    case opcode.slug:
      return found(session.slug)
    case opcode.step:
      return found(stepped(context.recent[input.integer()], input.integer(), unzigzag(input.integer())))
    case opcode.reference:
      return found([...identifiers.ofType.values()][input.integer()]?.[input.integer()])
    case opcode.nextReference:
      return found(nextIdentifier(identifiers, context.recent[0]))
    case opcode.move:
      return move(context, unzigzag(input.integer()))
    default:
      return found(readFromRange(session, context, byte))
  }
}

function readValue(session: Session, context: Context): unknown {
  const byte = session.input.byte()
  let value: unknown
  if (byte === opcode.list || byte === opcode.object) {
    spend(session, 0)
    value = deeper(session, () =>
      byte === opcode.list ? readList(session, context) : readFields(session, context),
    )
  } else {
    value = readLeaf(session, context, byte)
    spendAgain(session, value)
  }
  remember(context, value)
  return value
}

function readShape(session: Session, context: Context): readonly string[] {
  const { input } = session
  const number = input.integer()
  if (number < context.shapes.length) return found(context.shapes[number])
  if (number > context.shapes.length) throw new Unreadable('This shape is not known yet.')
  const shape: string[] = []
  const count = input.integer()
  for (let index = 0; index < count; index++) {
    const key = input.integer()
    const name = key === 0 ? input.text(input.integer()) : found(keys[key - 1])
    if (name === '__proto__') throw new Unreadable('A key of this name is not allowed.')
    shape.push(name)
  }
  addShape(context, shape)
  return shape
}

function readFields(session: Session, context: Context): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const key of readShape(session, context)) {
    spend(session, key.length + (context.children.has(key) ? 0 : perPlace))
    value[key] = readValue(session, childOf(context, key))
  }
  return value
}

function readIdentifiers(session: Session): void {
  const { input, identifiers } = session
  const slugs = newContext('slugs')
  const count = input.integer()
  for (let index = 0; index < count; index++) {
    const number = input.integer()
    const type = number === 0 ? '' : found(types[number - 1])
    const text = readValue(session, childOf(slugs, type))
    if (typeof text !== 'string') throw new Unreadable('An id is text.')
    if (!addIdentifier(identifiers, number === 0 ? text : `${type}/${text}`)) {
      throw new Unreadable('An id is there twice.')
    }
  }
}

function readResources(session: Session, context: Context): Record<string, unknown> {
  const resources: Record<string, unknown> = {}
  for (const id of session.identifiers.all) {
    if (id === '__proto__') throw new Unreadable('A key of this name is not allowed.')
    enter(session.identifiers, id)
    session.slug = slugIn(id)
    resources[id] = readFields(session, childOf(context, typeIn(id)))
  }
  delete session.slug
  return resources
}

function readLayout(session: Session, context: Context): Record<string, unknown> {
  const { input, identifiers } = session
  const layout: Record<string, unknown> = {}
  const count = input.integer()
  let expected = 0
  for (let index = 0; index < count; index++) {
    const number = input.integer()
    let key: unknown
    if (number === 0) key = readValue(session, childOf(context, ''))
    else {
      const place = expected + unzigzag(number - 1)
      key = identifiers.all[place]
      expected = place + 1
    }
    if (typeof key !== 'string' || key === '__proto__')
      throw new Unreadable('A key of this name is not allowed.')
    spend(session, key.length)
    layout[key] = readFields(session, itemsOf(context))
  }
  return layout
}

/** The document that `writeDocument` made these bytes of. Throws `Unreadable` for any others. */
export function readDocument(bytes: Uint8Array, { characters, levels }: ReadLimits): Record<string, unknown> {
  const session: Session = { input: byteReader(bytes), identifiers: newIdentifiers(), characters, levels }
  readIdentifiers(session)
  const context = newContext('document')
  const document: Record<string, unknown> = {}
  for (const key of readShape(session, context)) {
    const child = childOf(context, key)
    if (key === 'resources') document[key] = readResources(session, child)
    else if (key === 'layout') document[key] = readLayout(session, child)
    else document[key] = readValue(session, child)
  }
  if (!session.input.atEnd()) throw new Unreadable('There is more than a document.')
  return document
}
