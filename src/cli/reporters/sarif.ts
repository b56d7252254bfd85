import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location, Log, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif'
import { applyCommands } from '../../core/edit/command.ts'
import { ruleCatalogue } from '../../core/lint/catalogue.ts'
import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { lineOf } from './place.ts'
import type { Checked, Reporter } from './reporter.ts'
import { editBetween } from './text-edit.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

function uriOf(file: string): string {
  if (file === '-') return 'stdin'
  return path.isAbsolute(file)
    ? pathToFileURL(file).href
    : file.split(path.sep).map(encodeURIComponent).join('/')
}

function locationOf({ file, text }: Checked, resource: string, field?: string): Location {
  const name = field === undefined ? resource : `${resource}.${field}`
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: lineOf(text, resource) },
    },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }],
  }
}

/** How many characters all fixes of a run may insert; later ones are left out. */
const mostInserted = 4_000_000

/** The fixes of a finding as replaced lines. A file that is not written as Export writes it is written so by a fix. */
function fixesOf(checked: Checked, { fixes }: Diagnostic, room: { left: number }): readonly SarifFix[] {
  return fixes.flatMap(({ label, commands }) => {
    if (room.left <= 0) return []
    const edit = editBetween(checked.text, serializeDocument(applyCommands(checked.document, commands)))
    if (!edit) return []
    room.left -= edit.inserted.length
    const deletedRegion = {
      startLine: edit.first,
      startColumn: 1,
      endLine: edit.last,
      endColumn: endOf(checked.text, edit.last),
    }
    return [
      {
        description: { text: label },
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(checked.file) },
            replacements: [{ deletedRegion, insertedContent: { text: edit.inserted } }],
          },
        ],
      },
    ]
  })
}

/** The column after the last character of a line; columns count from 1. */
const endOf = (text: string, line: number) => (text.split('\n')[line - 1]?.length ?? 0) + 1

function resultOf(checked: Checked, diagnostic: Diagnostic, room: { left: number }, reason?: string): Result {
  const { rule, severity, resource, message, related, armCode, confidence } = diagnostic
  const fixes = fixesOf(checked, diagnostic, room)
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(checked, resource, diagnostic.path)],
    relatedLocations: related.map((id) => locationOf(checked, id)),
    properties: { class: diagnostic.class, confidence, ...(armCode === undefined ? {} : { armCode }) },
    ...(fixes.length === 0 ? {} : { fixes: [...fixes] }),
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: reason }] }),
  }
}

/** SARIF 2.1.0, which code scanning services and editors read. */
export const sarif: Reporter = (all) => {
  const lintRules = ruleCatalogue().map(
    ({ id, severity, title, why, fix, sources, confidence, armCodes }): ReportingDescriptor => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: fix },
      ...(sources[0]?.url === undefined ? {} : { helpUri: sources[0].url }),
      defaultConfiguration: { level: levels[severity] },
      properties: { confidence, ...(armCodes === undefined ? {} : { armCodes }) },
    }),
  )
  const room = { left: mostInserted }
  const results = all.flatMap((checked) => [
    ...checked.diagnostics.map((diagnostic) => resultOf(checked, diagnostic, room)),
    ...checked.suppressed.map(({ diagnostic, reason }) => resultOf(checked, diagnostic, room, reason)),
  ])
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      { columnKind: 'utf16CodeUnits', tool: { driver: { name: 'Floatpath', rules: lintRules } }, results },
    ],
  }
  return JSON.stringify(log, null, 2)
}
