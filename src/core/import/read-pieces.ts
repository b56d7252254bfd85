import type { TopologyDocument } from '../topology/document.ts'
import { parseDocumentText } from '../topology/parse.ts'
import { isParameterFile, joinedValues, valuesOf } from './arm/parameter-file.ts'
import { Scopes } from './azure/scopes.ts'
import { importText, jsonOf } from './import-text.ts'
import type { ImportOptions, Piece } from './importer.ts'
import { unknownParameters } from './unknown-parameters.ts'

/** A text with the name of where it comes from. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** What several texts hold, or why none of them is taken. */
export type Pieces =
  | {
      readonly ok: true
      readonly pieces: readonly Piece[]
      /** The diagram of Floatpath among them. */
      readonly diagram?: TopologyDocument
      /** What each text is. */
      readonly formats: readonly { readonly name: string; readonly format: string }[]
    }
  | { readonly ok: false; readonly name: string; readonly problems: readonly string[] }

/** The values of a text that is a parameter file of Azure. */
export function parametersIn(text: string): Record<string, unknown> | undefined {
  if (!/deploymentparameters\.json/i.test(text.slice(0, 4_000))) return undefined
  try {
    const value = jsonOf(text)
    return isParameterFile(value) ? valuesOf(value) : undefined
  } catch {
    return undefined
  }
}

const problemLine = ({ path, message }: { readonly path: string; readonly message: string }) =>
  path === '' ? message : `${path}: ${message}`

/** Reads texts that belong together: pieces in any format, parameter files, and at most one diagram. */
export function readPieces(
  texts: readonly NamedText[],
  { parameters = {} }: ImportOptions = {},
  onText: (name: string, index: number) => void = () => undefined,
): Pieces {
  const files = texts.map((text) => ({ ...text, values: parametersIn(text.text) }))
  const hasTemplate = files.some(({ values }) => values === undefined)
  const given = joinedValues(...(hasTemplate ? files.map(({ values = {} }) => values) : []))
  const all = joinedValues(given, parameters)
  const pieces: Piece[] = []
  const scopes = new Scopes()
  const formats: { name: string; format: string }[] = []
  let diagram: TopologyDocument | undefined
  for (const [index, { name, text, values }] of files.entries()) {
    onText(name, index)
    if (values && hasTemplate) {
      formats.push({ name, format: 'Azure parameter file' })
      continue
    }
    const result = importText(text, { parameters: all, scopes })
    if (result.ok) {
      pieces.push(result)
      formats.push({ name, format: result.format })
      continue
    }
    if (result.recognised) return { ok: false, name, problems: [result.message] }
    const own = parseDocumentText(text)
    if (!own.ok) return { ok: false, name, problems: own.problems.map(problemLine) }
    if (diagram) return { ok: false, name, problems: ['This is a second diagram. Open one at a time.'] }
    diagram = own.document
    formats.push({ name, format: 'Floatpath diagram' })
  }
  const unknown = unknownParameters(pieces, Object.keys(given))
  const last = pieces.pop()
  if (last) pieces.push({ ...last, notes: [...last.notes, ...unknown] })
  return { ok: true, pieces, formats, ...(diagram ? { diagram } : {}) }
}
