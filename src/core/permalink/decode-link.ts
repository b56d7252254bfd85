import { inflateSync } from 'fflate'
import { limits } from '../topology/limits.ts'
import { type ParseResult, parseDocument } from '../topology/parse.ts'
import { fromBase64url } from './base64url.ts'
import { open, prefix } from './envelope.ts'
import { linkPayloadFrom } from './link-payload.ts'
import { dictionary } from './v1/dictionary.ts'
import { readDocument } from './v1/read.ts'

const refused = (message: string): ParseResult => ({ ok: false, problems: [{ path: '', message }] })

/** The most that one byte of deflated data can stand for. */
const mostInflation = 1032

/** Inflated bytes, or `undefined` where they are no deflated data or more than a link may hold. */
function inflate(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length === 0) return undefined
  // Of a fixed size, so that no link makes us allocate what it asks for; one byte more tells too much from just enough.
  const out = new Uint8Array(Math.min(limits.linkInflatedBytes, bytes.length * mostInflation) + 1)
  try {
    const inflated = inflateSync(bytes, { out, dictionary })
    return inflated.length > limits.linkInflatedBytes ? undefined : inflated
  } catch {
    return undefined
  }
}

/** Reads the document out of a link, or out of a text with a link in it. Any text gives a document or a problem, never an exception. */
export function decodeLink(text: string): ParseResult {
  const fragment = linkPayloadFrom(text.slice(0, 4 * limits.linkCharacters))
  if (fragment === undefined) return refused('This is not a Floatpath link: nothing in it starts with “#1.”.')
  if (!fragment.startsWith(prefix)) {
    const version = fragment.slice(0, fragment.indexOf('.'))
    return refused(`This link has version ${version}. This Floatpath reads version 1 only.`)
  }
  const opened = open(fragment.slice(prefix.length))
  if (!opened.ok && opened.problem === 'incomplete') {
    const of = opened.expected === undefined ? '' : ` of ${opened.expected}`
    return refused(
      `This link is incomplete: ${fragment.length}${of} characters are here. Copy all of it again.`,
    )
  }
  if (!opened.ok) return refused('This link was changed on its way. Copy it again from where it was made.')
  if (opened.payload.length > limits.linkCharacters) {
    return refused(`A link has ${limits.linkCharacters} characters at most. This one has more.`)
  }
  const bytes = fromBase64url(opened.payload)
  const inflated = bytes && inflate(bytes)
  if (!inflated) return refused('This link holds no diagram, or one that is larger than a link may hold.')
  try {
    const bounds = { characters: limits.documentCharacters, levels: limits.nesting }
    return parseDocument(readDocument(inflated, bounds))
  } catch {
    return refused('This link holds no diagram, or one that is larger than a link may hold.')
  }
}
