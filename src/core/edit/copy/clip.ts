import type { Layout, Resources, TopologyDocument } from '../../topology/document.ts'
import { limits } from '../../topology/limits.ts'
import { resolve } from '../../topology/model.ts'
import { parseDocument } from '../../topology/parse.ts'
import { surroundingsOf, withBelongings } from './belongings.ts'

/** Things that were copied, as they were. */
export interface Clip {
  /** The ids of what was copied, with all that belongs to it, in the order of its document. */
  readonly copied: readonly string[]
  /** What was copied, and what it stood in or shared with others. */
  readonly resources: Resources
  readonly layout: Layout
}

/** How the text of a clip begins, by which it is told from other JSON. */
const kind = 'floatpath-copy'

const only = <Value>(record: { readonly [id: string]: Value }, ids: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)))

/** What a copy of these things holds; nothing of things that are not there. */
export function clipOf(document: TopologyDocument, ids: readonly string[]): Clip {
  const model = resolve(document)
  const copied = withBelongings(model, ids)
  const all = new Set([...copied, ...surroundingsOf(model, copied)])
  return {
    copied: Object.keys(document.resources).filter((id) => copied.has(id)),
    resources: only(document.resources, all),
    layout: only(document.layout, copied),
  }
}

/** A clip as the text that goes to the clipboard. */
export const clipText = ({ copied, resources, layout }: Clip): string =>
  JSON.stringify({ kind, version: 1, copied, resources, layout })

/** Whether a text says of itself that it is a clip. */
export const isClipText = (text: string): boolean => text.trimStart().startsWith(`{"kind":"${kind}"`)

/** The clip in a text that somebody pasted, or why it cannot be used. It is read whole or not at all. */
export function readClip(text: string): Clip | { readonly refusal: string } {
  const damaged = { refusal: 'What was copied is damaged, so nothing was pasted. Copy it once more.' }
  if (text.length > limits.documentCharacters) {
    return { refusal: 'What was copied is too large to be pasted. Copy fewer things at once.' }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return damaged
  }
  const { version, copied, resources, layout } = (value ?? {}) as Record<string, unknown>
  if (!isClipText(text) || !Array.isArray(copied)) return damaged
  const result = parseDocument({ version, name: '', resources, layout })
  if (!result.ok) return damaged
  const known = new Set(copied)
  return {
    copied: Object.keys(result.document.resources).filter((id) => known.has(id)),
    resources: result.document.resources,
    layout: result.document.layout,
  }
}
