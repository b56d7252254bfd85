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

/** The link of a document, or why there is none. What is made here can be read back. */
export function encodeLink(document: TopologyDocument): EncodedLink {
  let tokens: Uint8Array
  try {
    tokens = writeDocument(document)
  } catch {
    return { ok: false, reason: 'This diagram holds a value that a link cannot carry.', length: 0 }
  }
  const fragment = seal(toBase64url(deflateSync(tokens, { level: 9, dictionary })))
  const { length } = fragment
  if (length > limits.linkCharacters) {
    const reason = `A link has ${limits.linkCharacters} characters at most. This diagram needs ${length}.`
    return { ok: false, reason, length }
  }
  if (tokens.length > limits.linkInflatedBytes || !decodeLink(fragment).ok) {
    return { ok: false, reason: 'This diagram is larger than a link may hold.', length }
  }
  return { ok: true, fragment }
}
