import { limits } from '../topology/limits.ts'
import { parseDocument } from '../topology/parse.ts'
import { type ImportOptions, ImportRefusal, type ImportResult } from './importer.ts'
import { importers } from './importers/index.ts'
import { nestingOf, plainJson } from './jsonc.ts'

const refused = (message: string, recognised = false): ImportResult => ({ ok: false, message, recognised })

function jsonOf(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return JSON.parse(plain)
  } catch {
    return JSON.parse(plainJson(plain))
  }
}

/** Reads a text in any format that is known, or in the one with this id. Never throws, fetches nothing. */
export function importText(text: string, options: ImportOptions = {}, from?: string): ImportResult {
  if (text.length > limits.fileBytes) return refused('This is larger than the 32 MB that are read.')
  let value: unknown
  try {
    value = jsonOf(text)
  } catch {
    if (/^\s*(param|resource|targetScope|module)\s/m.test(text)) {
      return refused(
        'This is Bicep. Compile it and import the result: az bicep build --file main.bicep --stdout',
        true,
      )
    }
    return refused('This is not JSON, so it is no format that can be imported.')
  }
  if (nestingOf(value) > limits.nesting * 2) return refused('This is nested too deep to be read.')
  const importer = importers.find(({ id, recognise }) =>
    from === undefined ? recognise(value) : id === from,
  )
  if (!importer) return refused('This is no format that can be imported.')
  try {
    const result = importer.read(value, options)
    if (!result.ok) return result
    const checked = parseDocument(result.document)
    if (checked.ok) return { ...result, document: checked.document }
    const [problem] = checked.problems
    return refused(`What was read is no diagram: ${problem?.path ?? ''}: ${problem?.message ?? ''}`, true)
  } catch (error) {
    return refused(error instanceof ImportRefusal ? error.message : 'This could not be read.', true)
  }
}
