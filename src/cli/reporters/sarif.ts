import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ruleCatalogue } from '../../core/lint/catalogue.ts'
import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import type { Checked, Reporter } from './reporter.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

function uriOf(file: string): string {
  if (file === '-') return 'stdin'
  return path.isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.split(path.sep).join('/'))
}

/** The line on which a resource begins, counted from 1. */
function lineOf(text: string, resource: string): number {
  const start = Math.max(0, text.indexOf('"resources"'))
  const at = text.indexOf(JSON.stringify(resource), start)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

function locationOf({ file, text }: Checked, resource: string, field?: string) {
  const name = field === undefined ? resource : `${resource}.${field}`
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: lineOf(text, resource) },
    },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }],
  }
}

function resultOf(checked: Checked, diagnostic: Diagnostic, reason?: string) {
  const { rule, severity, resource, message, related, armCode, confidence } = diagnostic
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(checked, resource, diagnostic.path)],
    relatedLocations: related.map((id) => locationOf(checked, id)),
    properties: { class: diagnostic.class, confidence, ...(armCode === undefined ? {} : { armCode }) },
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: reason }] }),
  }
}

/** SARIF 2.1.0, which code scanning services and editors read. */
export const sarif: Reporter = (all) => {
  const lintRules = ruleCatalogue().map(({ id, severity, title, why, fix, sources }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    ...(sources[0]?.url === undefined ? {} : { helpUri: sources[0].url }),
    defaultConfiguration: { level: levels[severity] },
  }))
  const results = all.flatMap((checked) => [
    ...checked.diagnostics.map((diagnostic) => resultOf(checked, diagnostic)),
    ...checked.suppressed.map(({ diagnostic, reason }) => resultOf(checked, diagnostic, reason)),
  ])
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Floatpath', rules: lintRules } }, results }],
  }
  return JSON.stringify(log, null, 2)
}
