import type { Resources } from './document.ts'

/** How resources came from others: only the fields of one of them are different. */
export interface Origin {
  readonly previous: Resources
  readonly id: string
}

const origins = new WeakMap<Resources, { readonly previous: WeakRef<Resources>; readonly id: string }>()

/** Keeps in mind that an edit changed nothing but the fields of one resource, so that nobody has to compare them all. */
export function noteEdit(next: Resources, previous: Resources, id: string): void {
  origins.set(next, { previous: new WeakRef(previous), id })
}

/** What an edit of one resource made these from, while it is still in memory. */
export function originOf(resources: Resources): Origin | undefined {
  const origin = origins.get(resources)
  const previous = origin?.previous.deref()
  return origin && previous ? { previous, id: origin.id } : undefined
}

const wholes = new WeakMap<Resources, WeakRef<Resources>>()

/** Keeps in mind that resources are some of others, the very same. */
export function noteExcerpt(part: Resources, whole: Resources): void {
  wholes.set(part, new WeakRef(whole))
}

/** What resources are an excerpt of, while it is still in memory. */
export function wholeOf(part: Resources): Resources | undefined {
  return wholes.get(part)?.deref()
}
