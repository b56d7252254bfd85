import type { TopologyDocument } from '../../topology/document.ts'
import type { ExportOptions, ExportResult } from '../exporter.ts'

type Write = (document: TopologyDocument, options: ExportOptions) => ExportResult

/** The files of guests; where something is deployed already, only those that are not as they were. */
export function sinceBase(
  write: Write,
  document: TopologyDocument,
  options: ExportOptions = {},
): ExportResult {
  const now = write(document, options)
  const { base } = options
  if (!base) return now
  // Findings are no commands: they make no file another one.
  const plain = { ...options, findings: [] }
  const textsOf = (one: TopologyDocument) =>
    new Map(write(one, plain).files.map(({ name, text }) => [name, text]))
  const [before, after] = [textsOf(base), textsOf(document)]
  const files = now.files.filter(({ name }) => before.get(name) !== after.get(name))
  const gone = [...before.keys()].filter((name) => !after.has(name))
  return {
    files,
    notes: [
      ...now.notes,
      ...(files.some(({ name }) => before.has(name))
        ? ['What a guest no longer needs stays in it: run the undo of its former file before the new one.']
        : []),
      ...(gone.length > 0 ? [`No longer needed: ${gone.join(', ')}. Run their undo.`] : []),
    ],
  }
}
