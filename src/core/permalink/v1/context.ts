import { shapes as usualShapes } from './tables.ts'

/** What was seen so far at one place of the document, such as the ports of listeners. Writer and reader keep it alike. */
export interface Context {
  /** The key or type that leads here; items of a list have their list's. */
  readonly key: string
  /** Lists of keys by number: the usual ones, then others in the order in which they were met. */
  readonly shapes: (readonly string[])[]
  readonly shapeNumbers: Map<string, number>
  /** The last values, newest first. */
  readonly recent: unknown[]
  readonly children: Map<string, Context>
  items?: Context
}

const mostRecent = 8

/** A place of which nothing was seen yet. */
export function newContext(key: string): Context {
  const context: Context = { key, shapes: [], shapeNumbers: new Map(), recent: [], children: new Map() }
  const usual = Object.hasOwn(usualShapes, key) ? usualShapes[key] : undefined
  for (const shape of usual ?? []) addShape(context, shape.split(' '))
  return context
}

/** The number of a list of keys, or `undefined` where it was not met yet. */
export function shapeNumber(context: Context, shape: readonly string[]): number | undefined {
  return context.shapeNumbers.get(JSON.stringify(shape))
}

/** Gives a list of keys the next number. */
export function addShape(context: Context, shape: readonly string[]): void {
  context.shapeNumbers.set(JSON.stringify(shape), context.shapes.length)
  context.shapes.push(shape)
}

/** The place under a key. */
export function childOf(context: Context, key: string): Context {
  const known = context.children.get(key)
  if (known) return known
  const child = newContext(key)
  context.children.set(key, child)
  return child
}

/** The place that all items of a list share. */
export function itemsOf(context: Context): Context {
  context.items ??= newContext(context.key)
  return context.items
}

/** Takes note of a value, so that later ones can be told from it. */
export function remember(context: Context, value: unknown): void {
  context.recent.unshift(value)
  if (context.recent.length > mostRecent) context.recent.pop()
}
