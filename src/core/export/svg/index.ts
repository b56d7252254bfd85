import { startToDrawing } from '../../drawing/to-drawing.ts'
import { verdictsOf } from '../../drawing/verdicts.ts'
import { around } from '../../edit/geometry.ts'
import { element, escapeXml } from '../../picture/markup.ts'
import { metadataOf } from '../../picture/svg-document.ts'
import { reachability } from '../../simulator/summary.ts'
import { identitiesOf } from '../../topology/identity.ts'
import { resolve } from '../../topology/model.ts'
import { slugOfName } from '../../topology/resource-type.ts'
import { serializeDocument } from '../../topology/serialize.ts'
import type { Exporter, ExportFinding } from '../exporter.ts'
import { legendOf } from './legend.ts'
import { drawLine } from './lines.ts'
import { drawNode } from './nodes.ts'
import { palettes } from './palette.ts'
import { penOf } from './pen.ts'

const margin = 24
const titleHeight = 36

function byResource(findings: readonly ExportFinding[]): ReadonlyMap<string, readonly ExportFinding[]> {
  const found = new Map<string, ExportFinding[]>()
  for (const finding of findings) {
    for (const id of new Set([finding.resource, ...(finding.related ?? [])])) {
      const list = found.get(id)
      if (list) list.push(finding)
      else found.set(id, [finding])
    }
  }
  return found
}

/** The diagram as a picture that holds the document, so that opening the picture restores the diagram. */
export const svg: Exporter = {
  id: 'svg',
  title: 'SVG picture',
  about: 'The diagram as a picture for documents and wikis. Opened here again, it is the diagram.',
  languages: ['svg'],
  reads: ['theme', 'background', 'legend', 'findings'],
  export(document, { theme = 'light', background = 'solid', legend = 'with', findings = [] } = {}) {
    const model = resolve(document)
    const identities = identitiesOf(document)
    const facts = {
      identities,
      diagnosticsById: byResource(findings),
      ...verdictsOf(model, reachability(document)),
    }
    const { nodes, connections } = startToDrawing()({ document, facts, expanded: new Set() })
    if (nodes.length === 0) return { files: [], notes: [] }
    const pen = penOf(palettes[theme])
    const inner = around(nodes.map(({ box }) => box)) ?? { x: 0, y: 0, width: 0, height: 0 }
    const width = Math.max(inner.width, 320)
    const key = legend === 'with' ? legendOf(pen, model, identities, width) : undefined
    const size = {
      width: width + 2 * margin,
      height: titleHeight + inner.height + 2 * margin + (key ? key.size.height : 0),
    }
    const byId = new Map(nodes.map((node) => [node.id, node]))
    const frames = nodes.filter(({ container }) => container)
    const outermost = [...frames].sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
    const moved = `translate(${margin - inner.x} ${margin + titleHeight - inner.y})`
    const parts = [
      element('title', {}, escapeXml(document.name)),
      metadataOf(serializeDocument(document)),
      background === 'solid' ? element('rect', { ...size, fill: pen.palette.canvas }) : '',
      pen.text(margin, margin + 12, document.name, { font: 'bold', size: 16, width: width }),
      element(
        'g',
        { transform: moved },
        [
          ...outermost.map((node) => drawNode(pen, node)),
          ...connections.map((line) => drawLine(pen, line, byId, identities)),
          ...nodes.filter(({ container }) => !container).map((node) => drawNode(pen, node)),
        ].join('\n'),
      ),
      key ? key.drawAt({ x: margin, y: size.height - margin - key.size.height + 8 }) : '',
    ]
    const root = {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
    }
    const text = `${element('svg', root, parts.filter(Boolean).join('\n'))}\n`
    return { files: [{ name: `${slugOfName(document.name)}.svg`, language: 'svg', text }], notes: [] }
  },
}
