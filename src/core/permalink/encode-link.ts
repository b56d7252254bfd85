import { deflateSync } from 'fflate'
import type { TopologyDocument } from '../topology/document.ts'
import { limits } from '../topology/limits.ts'
import { toBase64url } from './base64url.ts'
import { decodeLink } from './decode-link.ts'
import { seal } from './envelope.ts'
import { dictionary } from './v1/dictionary.ts'
import { writeDocument } from './v1/write.ts'

export type EncodedLink =
  /** What stands after `#`. */
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly reason: string; readonly length: number }

const cannotCarry = 'This diagram holds a value that a link cannot carry.'

/** The link of a document, or why there is none. What is made here gives back the same document. */
export function encodeLink(document: TopologyDocument): EncodedLink {
  let tokens: Uint8Array
  try {
    tokens = writeDocument(document)
  } catch {
    return { ok: false, reason: cannotCarry, length: 0 }
  }
  const fragment = seal(toBase64url(deflateSync(tokens, { level: 9, dictionary })))
  const { length } = fragment
  if (length > limits.linkCharacters) {
    const reason = `A link has ${limits.linkCharacters} characters at most. This diagram needs ${length}.`
    return { ok: false, reason, length }
  }
  const back = decodeLink(fragment)
  if (!back.ok) return { ok: false, reason: 'This diagram is larger than a link may hold.', length }
  const isSame = JSON.stringify(back.document) === JSON.stringify(document)
  return isSame ? { ok: true, fragment } : { ok: false, reason: cannotCarry, length }
}
