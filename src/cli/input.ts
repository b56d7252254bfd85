import { open } from 'node:fs/promises'
import { combine } from '../core/import/combine.ts'
import { encodingOf, isConsoleText } from '../core/import/encoding.ts'
import { importText } from '../core/import/import-text.ts'
import type { ImportOptions, Piece } from '../core/import/importer.ts'
import { isPng, textInPng } from '../core/picture/png-document.ts'
import { isSvg, textInSvg } from '../core/picture/svg-document.ts'
import type { TopologyDocument } from '../core/topology/document.ts'
import { placeOfJsonError } from '../core/topology/json-place.ts'
import { limits } from '../core/topology/limits.ts'
import { type ParseProblem, parseDocument } from '../core/topology/parse.ts'
import { typeOfId } from '../core/topology/resource-type.ts'
import { complain } from './output.ts'
import { placeInJson } from './place-in-json.ts'
import { Unusable } from './problem.ts'

/** What a file is called in messages. */
export const displayName = (file: string) => (file === '-' ? 'standard input' : file)

/** Refuses to read standard input twice: the second time it is empty. */
export function standardInputOnce(...files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === '-').length > 1)
    throw new Unusable('only one file can be standard input')
}

async function bytesOf(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const handle = file === '-' ? undefined : await open(file)
  try {
    const stream = handle ? handle.createReadStream({ autoClose: false }) : process.stdin
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limits.fileBytes) {
        const megabytes = limits.fileBytes / 1024 / 1024
        throw new Unusable(`${displayName(file)}: larger than the ${megabytes} MB that are read`)
      }
    }
    return Buffer.concat(chunks)
  } finally {
    await handle?.close()
  }
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EACCES: 'this file may not be read',
  EISDIR: 'this is a folder',
}

/** The text of a picture's document. */
function inPicture(file: string, text: string | undefined): string {
  if (text === undefined) {
    throw new Unusable(`${displayName(file)}: this picture holds no diagram; only exported ones do`)
  }
  return text
}

/** The text of bytes. Throws a `TypeError` where they are none; a console's own letters stand as U+FFFD. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    if (isConsoleText(bytes)) return new TextDecoder().decode(bytes)
    throw error
  }
}

/** The text of a file of bounded size, or of the document inside a picture; `-` is standard input. */
export async function readText(file: string): Promise<string> {
  try {
    const bytes = await bytesOf(file)
    if (isPng(bytes)) return inPicture(file, textInPng(bytes))
    const text = decoded(bytes)
    return isSvg(text) ? inPicture(file, textInSvg(text)) : text
  } catch (error) {
    if (error instanceof Unusable) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    if (error instanceof TypeError)
      throw new Unusable(`${displayName(file)}: this is not text in UTF-8 or UTF-16`)
    throw new Unusable(`${displayName(file)}: ${reasons[code] ?? message}`)
  }
}

/** The value of JSON text. Text that is none is refused with line and column. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { line, column, reason } = placeOfJsonError(text)
    throw new Unusable(`${name}:${line}:${column}: this is not JSON: ${reason}`)
  }
}

/** One line out of a list of problems: the first, and how many more there are. */
export function problemLine(name: string, problems: readonly ParseProblem[]): string {
  const [first = { path: '', message: 'it cannot be read' }, ...more] = problems
  const place = first.path === '' ? '' : ` ${first.path}:`
  return `${name}:${place} ${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`
}

/** A diagram as it was read, with the text it was read from. */
export interface Input {
  readonly file: string
  readonly text: string
  readonly document: TopologyDocument
}

/** What an import is told, and the format where that is not to be recognised. */
interface Reading {
  /** Whether a text that completes a diagram will do, and need not be one. */
  readonly part?: boolean
  readonly options?: ImportOptions
  readonly from?: string | undefined
}

/** A file that was read: one of Floatpath's own diagrams, or a piece in another format. */
export type Readable = Input & { readonly piece?: Piece }

/** Says what an import left out or could not work out. What is unresolved in a field is a finding of its own. */
function sayNotes(file: string, { notes, parameters }: Piece): void {
  const say = (text: string) => complain(`floatpath: ${displayName(file)}: ${text}`)
  if (parameters.length > 0) say(`without a value: ${parameters.map(({ name }) => name).join(', ')}`)
  for (const { kind, subject, message } of notes)
    if (kind !== 'assumed' && typeOfId(subject) === undefined) say(`${subject}: ${message}`)
}

/** Reads the diagram in a file: one of Floatpath's own, or any format that can be imported. */
export async function readInput(file: string, { part, options, from }: Reading = {}): Promise<Readable> {
  const text = await readText(file)
  const imported = importText(text, options, from)
  const isDiagram = imported.ok && Object.keys(imported.document.resources).length > 0
  if (imported.ok && imported.guests && !part && !isDiagram) {
    throw new Unusable(
      `${displayName(file)}: this is the output of a guest; put it into its diagram: floatpath import DIAGRAM ${displayName(file)}`,
    )
  }
  if (imported.ok && imported.health && !part) {
    throw new Unusable(
      `${displayName(file)}: these are health answers of Azure; follow packets with them: floatpath trace DIAGRAM --health ${displayName(file)}`,
    )
  }
  if (imported.ok && !part && !imported.isEmptyList) sayNotes(file, imported)
  if (imported.ok && (part || !imported.isEmptyList)) {
    const document = imported.guests && !part ? combine([imported]).document : imported.document
    return { file, text, document, piece: imported }
  }
  if (from !== undefined && !imported.ok) throw new Unusable(`${displayName(file)}: ${imported.message}`)
  if (text.length > limits.documentCharacters) {
    const megabytes = limits.documentCharacters / 1024 / 1024
    throw new Unusable(
      `${displayName(file)}: a diagram has ${megabytes} MB of text at most, and this one is larger`,
    )
  }
  if (!imported.ok && imported.recognised) throw new Unusable(`${displayName(file)}: ${imported.message}`)
  const result = parseDocument(parseJson(text, displayName(file)))
  if (!result.ok) {
    const { line, column } = placeInJson(text, result.problems[0]?.path ?? '')
    throw new Unusable(problemLine(`${displayName(file)}:${line}:${column}`, result.problems))
  }
  return { file, text, document: result.document }
}
