import { arranged } from '../../core/edit/arrange.ts'
import { type Combined, combine } from '../../core/import/combine.ts'
import { encodingOf, isConsoleText } from '../../core/import/encoding.ts'
import { type NamedText, readPieces } from '../../core/import/read-pieces.ts'
import { isPng, textInPng } from '../../core/picture/png-document.ts'
import { isSvg, textInSvg } from '../../core/picture/svg-document.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { limits } from '../../core/topology/limits.ts'
import type { ImportSource, TooLarge } from './import-source.ts'

/** What to read, and the diagram that it may go into. */
export interface ReadingRequest {
  readonly sources: readonly ImportSource[]
  readonly parameters: { readonly [name: string]: unknown }
  readonly current: TopologyDocument
}

/** What was read out of all sources together, or why nothing was. */
export type Reading =
  | {
      readonly ok: true
      readonly formats: readonly { readonly name: string; readonly format: string }[]
      /** Set where the only thing read is a diagram of Floatpath. */
      readonly diagram?: TopologyDocument
      /** As a diagram of its own. */
      readonly fresh: Combined
      /** Put into the diagram that is open. */
      readonly into: Combined
    }
  | { readonly ok: false; readonly name: string; readonly problems: readonly string[] }

/** How far a reading is: a sentence, and a share between 0 and 1. */
export interface Progress {
  readonly text: string
  readonly share: number
}

const megabytes = limits.fileBytes / 1024 / 1024

/** The document inside a picture in place of the picture. */
function inPicture(name: string, text: string | undefined): NamedText | string {
  return text === undefined
    ? 'This picture holds no diagram. Only pictures that Floatpath exported can be opened.'
    : { name, text }
}

const plain = (name: string, text: string) =>
  isSvg(text) ? inPicture(name, textInSvg(text)) : { name, text }

/** The text of bytes. Throws a `TypeError` where they are none; a console's own letters stand as U+FFFD. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (isConsoleText(bytes)) return new TextDecoder().decode(bytes)
    throw error
  }
}

/** The text of a source, or what is wrong with it. */
async function textOf(source: ImportSource): Promise<NamedText | string> {
  const { name } = source
  const text = 'text' in source && typeof source.text === 'string' ? source.text : undefined
  const size = text?.length ?? (source as File | TooLarge).size
  if (size > limits.fileBytes) return `${name} is larger than ${megabytes} MB, the most that can be opened.`
  if (text !== undefined) return plain(name, text)
  try {
    const bytes = new Uint8Array(await (source as File).arrayBuffer())
    if (isPng(bytes)) return inPicture(name, textInPng(bytes))
    return plain(name, decoded(bytes))
  } catch (error) {
    return error instanceof TypeError
      ? `${name} is not text: it is neither UTF-8 nor UTF-16.`
      : `${name} could not be read. It may have been moved or is not open to this browser.`
  }
}

const placed = (combined: Combined): Combined => ({ ...combined, document: arranged(combined.document) })

/** Reads sources and puts them together. Runs in a worker, so that the page stays alive meanwhile. */
export async function readSources(
  { sources, parameters, current }: ReadingRequest,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Reading> {
  const steps = sources.length * 2 + 2
  const texts: NamedText[] = []
  for (const [index, source] of sources.entries()) {
    onProgress({ text: `Opening ${source.name}`, share: index / steps })
    const text = await textOf(source)
    if (typeof text === 'string') return { ok: false, name: source.name, problems: [text] }
    texts.push(text)
  }
  const pieces = readPieces(texts, { parameters }, (name, index) =>
    onProgress({ text: `Reading ${name}`, share: (sources.length + index) / steps }),
  )
  if (!pieces.ok) return pieces
  const { diagram, formats } = pieces
  onProgress({ text: 'Putting the pieces together', share: (steps - 2) / steps })
  if (diagram && pieces.pieces.length === 0) {
    const nothing = combine([], diagram)
    return { ok: true, formats, diagram, fresh: nothing, into: nothing }
  }
  const fresh = placed(combine(pieces.pieces, diagram))
  onProgress({ text: 'Laying out the diagram', share: (steps - 1) / steps })
  return { ok: true, formats, fresh, into: placed(combine(pieces.pieces, current)) }
}
