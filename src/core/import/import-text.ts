import { limits } from '../topology/limits.ts'
import { parseDocument } from '../topology/parse.ts'
import { isParameterFile } from './arm/parameter-file.ts'
import { type ImportOptions, ImportRefusal, type ImportResult, type Piece } from './importer.ts'
import { guest } from './importers/guest.ts'
import { health } from './importers/health.ts'
import { importers } from './importers/index.ts'
import { nestingOf, plainJson } from './jsonc.ts'
import { valueAt } from './keys.ts'
import { type Mixture, mixtureIn } from './mixture.ts'
import { hintFor } from './other-texts.ts'

const refused = (message: string, recognised = false): ImportResult => ({ ok: false, message, recognised })

/** The value of JSON text as Azure reads it: comments and trailing commas are allowed. Throws where it is none. */
export function jsonOf(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return JSON.parse(plain)
  } catch (error) {
    if (!/^\s*[[{/]/.test(plain)) throw error
    return JSON.parse(plainJson(plain))
  }
}

/** Files that are picked by mistake, and what to do instead. */
const strangers: readonly (readonly [isIt: (value: unknown) => boolean, message: string])[] = [
  [isParameterFile, 'This is an Azure parameter file. Import it together with its template.'],
  [
    (value) => typeof valueAt(value, 'format_version') === 'string',
    'This is the output of terraform show -json, and no resource is in it. Is it of another working folder?',
  ],
  [
    (value) => /^excalidraw/.test(String(valueAt(value, 'type'))),
    'This is an Excalidraw drawing. Floatpath reads configuration, not drawings.',
  ],
]

/** What a text is called: of guests, how many they are. */
function titleOf(title: string, { guests = [] }: Piece): string {
  if (guests.length === 0 || (title === guest.title && guests.length === 1)) return title
  const said = guests.length === 1 ? 'utput of a guest' : `utput of ${guests.length} guests`
  return title === guest.title ? `O${said}` : `${title}, o${said}`
}

/** A piece that says nothing says at least that. */
function orNothing(piece: Piece, subject: string): Piece {
  const { document, notes, guests, health } = piece
  if (Object.keys(document.resources).length + notes.length > 0 || guests || health) return piece
  return {
    ...piece,
    notes: [{ kind: 'left-out', subject, message: 'Nothing in this can be shown in a diagram.' }],
  }
}

/** What guests and Azure's probes say beside the configuration of a text. */
function besides(mixture: Mixture | undefined, options: ImportOptions): Partial<Piece> {
  const said = [guest, health].map(
    ({ recognise }) => mixture && recognise(undefined, mixture.rest)?.(options),
  )
  const [{ guests } = {}, { health: answers } = {}] = said
  return { ...(guests ? { guests } : {}), ...(answers ? { health: answers } : {}) }
}

/** How a text is read, and in which format it is. */
function readerOf(value: unknown, text: string, from: string | undefined) {
  for (const { id, title, recognise } of importers) {
    const read = from === undefined || id === from ? recognise(value, text) : undefined
    if (read) return { title, read }
  }
  return undefined
}

/** Reads a text in any format that is known, or in the one with this id. Never throws, fetches nothing. */
export function importText(text: string, options: ImportOptions = {}, from?: string): ImportResult {
  if (text.length > limits.fileBytes) return refused('This is larger than the 32 MB that are read.')
  let value: unknown
  try {
    value = jsonOf(text)
  } catch {
    value = undefined
  }
  const mixture = value === undefined && from !== guest.id && from !== health.id ? mixtureIn(text) : undefined
  if (mixture === 'broken') return refused('A JSON value in this text is broken or cut off.')
  if (mixture && mixture.value === undefined)
    return refused('A template or plan and something else are in this text. Import them one by one.', true)
  value ??= mixture?.value
  const isJson = value !== undefined
  if (isJson && nestingOf(value) > limits.nesting * 2)
    return refused('This is nested too deep to be read.', true)
  const found = readerOf(value, text, from)
  if (!found && !isJson && from === undefined) {
    const hint = hintFor(text)
    return refused(hint ?? 'This is not JSON, so it is no format that can be imported.', hint !== undefined)
  }
  if (!found) {
    const named = importers.find(({ id }) => id === from)
    if (named) return refused(`This is not in the format “${named.title}”.`)
    const known = strangers.find(([isIt]) => isIt(value))
    return known ? refused(known[1], true) : refused('This is no format that can be imported.')
  }
  try {
    const piece = orNothing({ ...found.read(options), ...besides(mixture, options) }, found.title)
    const checked = parseDocument(piece.document)
    if (checked.ok)
      return { ok: true, ...piece, document: checked.document, format: titleOf(found.title, piece) }
    const [problem] = checked.problems
    return refused(`What was read is no diagram: ${problem?.path ?? ''}: ${problem?.message ?? ''}`, true)
  } catch (error) {
    return refused(error instanceof ImportRefusal ? error.message : 'This could not be read.', true)
  }
}
