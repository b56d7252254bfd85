import type { syntaxTree } from '@codemirror/language'

export type Tree = ReturnType<typeof syntaxTree>
export type Node = Tree['topNode']

/** A part of a text. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The text that is looked at, by parts. */
export type Slice = (from: number, to: number) => string

const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'])

const isValue = (node: Node): boolean => values.has(node.name)

/** What a JSON string says; its plain text where it is none yet. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.replace(/^"|"$/g, '')
  }
}

/** The name of a property, or of what is becoming one. */
export function nameOf(property: Node, slice: Slice): string | undefined {
  const name = property.getChild('PropertyName')
  return name ? unquoted(slice(name.from, name.to)) : undefined
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** The properties of an object with their names. */
export function propertiesOf(
  object: Node,
  slice: Slice,
): readonly { readonly name: string; readonly node: Node }[] {
  return object.getChildren('Property').flatMap((node) => {
    const name = nameOf(node, slice)
    return name === undefined ? [] : [{ name, node }]
  })
}

/** The value of a property, where it has one. */
export const valueIn = (property: Node): Node | undefined => childrenOf(property).find(isValue)

/** The keys and indexes that lead from the whole to a node. */
export function pathOf(node: Node, slice: Slice): readonly string[] {
  const path: string[] = []
  let below = node
  for (let at: Node | null = node; at; below = at, at = at.parent) {
    if (at.name === 'Property') path.unshift(nameOf(at, slice) ?? '')
    if (at.name === 'Array' && below !== at) {
      path.unshift(
        String(
          childrenOf(at)
            .filter(isValue)
            .findIndex(({ from }) => from === below.from),
        ),
      )
    }
  }
  return path
}

/** The value that stands for the whole document. */
export const rootOf = (tree: Tree): Node | undefined => childrenOf(tree.topNode).find(isValue)

/** A value and the part of the text that stands for it: its key where it has one. */
export interface Found {
  readonly range: Range
  readonly value: Node | undefined
}

/** What a dotted path names from a value on, or the nearest thing around it. A key may hold dots itself. */
export function rangeFrom({ range, value }: Found, slice: Slice, dotted: string): Range {
  const found = value && dotted !== '' ? stepInto(value, slice, dotted) : undefined
  return found ? rangeFrom(found, slice, found.rest) : range
}

/** The same from the whole text on. */
export function rangeAt(tree: Tree, slice: Slice, dotted: string): Range {
  const value = rootOf(tree)
  const range = value ? { from: value.from, to: value.from + 1 } : { from: 0, to: 0 }
  return rangeFrom({ range, value }, slice, dotted)
}

interface Step extends Found {
  readonly rest: string
}

function stepInto(value: Node, slice: Slice, rest: string): Step | undefined {
  const begins = (key: string) => rest === key || rest.startsWith(`${key}.`)
  if (value.name === 'Array') {
    const key = /^\d+/.exec(rest)?.[0]
    const item = key === undefined ? undefined : childrenOf(value).filter(isValue)[Number(key)]
    if (!item || key === undefined || !begins(key)) return undefined
    const isGroup = item.name === 'Object' || item.name === 'Array'
    return {
      range: { from: item.from, to: isGroup ? item.from + 1 : item.to },
      value: item,
      rest: rest.slice(key.length + 1),
    }
  }
  if (value.name !== 'Object') return undefined
  const found = propertiesOf(value, slice).find(({ name }) => begins(name))
  if (!found) return undefined
  const inner = valueIn(found.node)
  const key = found.node.getChild('PropertyName')
  const isPlain = inner !== undefined && inner.name !== 'Object' && inner.name !== 'Array'
  return {
    range: isPlain
      ? { from: inner.from, to: inner.to }
      : { from: key?.from ?? found.node.from, to: key?.to ?? found.node.to },
    value: inner,
    rest: rest.slice(found.name.length + 1),
  }
}

/** The resources of a document by their ids, each with the place of its key. */
export function resourcesIn(tree: Tree, slice: Slice): ReadonlyMap<string, Found> {
  const root = rootOf(tree)
  const resources =
    root?.name === 'Object' ? propertiesOf(root, slice).find(({ name }) => name === 'resources') : undefined
  const value = resources && valueIn(resources.node)
  const found = new Map<string, Found>()
  if (value?.name !== 'Object') return found
  for (const { name, node } of propertiesOf(value, slice)) {
    const { from, to } = node.getChild('PropertyName') ?? node
    found.set(name, { range: { from, to }, value: valueIn(node) })
  }
  return found
}

/** The id of the resource that a place is in, by its fields or by its place on the canvas. */
export function idAt(tree: Tree, slice: Slice, at: number): string | undefined {
  const [section, id] = pathOf(tree.resolveInner(at, -1), slice)
  return section === 'resources' || section === 'layout' ? id : undefined
}

/** Where something may be written: the name of a property, or a value. */
export interface Slot extends Range {
  readonly kind: 'key' | 'value'
  /** The object that the property is of, or the value itself. */
  readonly path: readonly string[]
  /** Names that the object has already. */
  readonly taken: readonly string[]
  /** Whether a value follows the name already. */
  readonly isComplete: boolean
}

const noNames: readonly string[] = []

/** What may be written at a place. */
export function slotAt(tree: Tree, slice: Slice, at: number): Slot | undefined {
  let node: Node | null = tree.resolveInner(at, -1)
  if (node.name === '⚠' || node.name === ':' || node.name === ',' || node.name === '{' || node.name === '[') {
    node = node.parent
  }
  if (!node) return undefined
  if (node.name === 'PropertyName') return keySlot(node, slice)
  if (isValue(node) && node.name !== 'Object' && node.name !== 'Array') {
    return {
      kind: 'value',
      path: pathOf(node, slice),
      from: node.from,
      to: node.to,
      taken: noNames,
      isComplete: true,
    }
  }
  const here = { from: at, to: at, isComplete: false }
  if (node.name === 'Property') {
    const name = node.getChild('PropertyName')
    if (name && at <= name.to) return keySlot(name, slice)
    return { kind: 'value', path: pathOf(node, slice), taken: noNames, ...here }
  }
  if (node.name === 'Object' && at > node.from && (at < node.to || node.lastChild?.name !== '}')) {
    const taken = propertiesOf(node, slice).map(({ name }) => name)
    return { kind: 'key', path: pathOf(node, slice), taken, ...here }
  }
  if (node.name === 'Array' && at > node.from && (at < node.to || node.lastChild?.name !== ']')) {
    const index = childrenOf(node).filter((child) => isValue(child) && child.to <= at).length
    return { kind: 'value', path: [...pathOf(node, slice), String(index)], taken: noNames, ...here }
  }
  return undefined
}

function keySlot(name: Node, slice: Slice): Slot | undefined {
  const property = name.parent
  const object = property?.parent
  if (!property || !object) return undefined
  const taken = propertiesOf(object, slice).flatMap((one) =>
    one.node.from === property.from ? [] : one.name,
  )
  return {
    kind: 'key',
    path: pathOf(object, slice),
    from: name.from,
    to: name.to,
    taken,
    // By the text: a name without a colon swallows that of the next property in the tree.
    isComplete: /^\s*:/.test(slice(name.to, name.to + 100)),
  }
}
