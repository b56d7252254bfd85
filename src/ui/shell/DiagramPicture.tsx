import { useMemo } from 'react'
import type { ExportFinding } from '../../core/export/exporter.ts'
import { svg } from '../../core/export/svg/index.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { shownTheme } from '../saving/shown-theme.ts'
import { PicturePreview } from './PicturePreview.tsx'
import './export.css'

/** More things than this take too long to draw for a small picture that nobody waits for. */
const mostDrawn = 1_500

/** The SVG picture of a diagram, in the theme of the page; `undefined` where it has nothing to show. */
export function pictureOf(document: TopologyDocument, findings: readonly ExportFinding[] = []) {
  return svg.export(document, { theme: shownTheme(), findings }).files[0]
}

interface DiagramPictureProps {
  readonly document: TopologyDocument
  readonly findings?: readonly ExportFinding[]
}

/** A small picture of a diagram. */
export function DiagramPicture({ document, findings }: DiagramPictureProps) {
  const isLarge = Object.keys(document.resources).length > mostDrawn
  const file = useMemo(
    () => (isLarge ? undefined : pictureOf(document, findings)),
    [document, findings, isLarge],
  )
  if (isLarge) return <p className="export__no-picture">The diagram is too large for a small picture.</p>
  if (!file) return <p className="export__no-picture">The diagram is empty.</p>
  return <PicturePreview file={file} small />
}
