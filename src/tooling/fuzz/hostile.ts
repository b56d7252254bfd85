import { exporters } from '../../core/export/index.ts'
import { toBase64url } from '../../core/permalink/base64url.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { seal } from '../../core/permalink/envelope.ts'
import { encodeView } from '../../core/permalink/view-state.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { below, bytes, mutateJson, mutateText, pick, type Random } from './mutate.ts'

/** The documents that hostile ones are made of. */
export const documents = scenarios.map(({ document }) => document)
/** Whole links, some with a view. */
export const links = documents.flatMap((document) => {
  const link = encodeLink(document)
  const view = encodeView({ step: 3, theme: 'dark', view: { x: 1, y: 2, zoom: 1 } })
  return link.ok ? [link.fragment, link.fragment + view] : []
})
/** What the exporters write that the import reads. */
const importable = documents.flatMap((document) =>
  exporters
    .filter(({ id }) => id === 'arm' || id === 'terraform' || id === 'svg')
    .flatMap((exporter) => exporter.export(document).files.map(({ text }) => text)),
)

/** A document's text with some of it changed, or something that is only like one. */
export const documentText = (random: Random): string => {
  const document = pick(random, documents)
  const kind = random()
  if (kind < 0.5) return JSON.stringify(mutateJson(random, document))
  if (kind < 0.9) return mutateText(random, serializeDocument(document))
  if (kind < 0.95) return '['.repeat(below(random, 50_000)) + ']'.repeat(below(random, 50_000))
  return String.fromCharCode(...bytes(random, 500))
}

/** The text of another format with some of it changed. */
export const foreignText = (random: Random): string => {
  const text = pick(random, importable)
  if (random() < 0.6) return mutateText(random, text)
  try {
    return JSON.stringify(mutateJson(random, JSON.parse(text)))
  } catch {
    return mutateText(random, text)
  }
}

/** A link with some of it changed, or a whole one that holds noise. */
export function linkText(random: Random): string {
  const kind = random()
  if (kind < 0.5) return mutateText(random, `https://example.org/#${pick(random, links)}`)
  if (kind < 0.9) return `#${seal(toBase64url(bytes(random, 400)))}`
  return `#1.${toBase64url(bytes(random, 400))}`
}
