import { useMemo } from 'react'
import { diffDocuments } from '../../../core/diff/diff.ts'
import { isSame } from '../../../core/diff/words.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { DiffView } from '../../diff/DiffView.tsx'
import { DiagramPicture } from '../../shell/DiagramPicture.tsx'
import { useDocument } from '../../store/document.ts'

interface StatePreviewProps {
  readonly title: string
  /** `undefined` where it cannot be read. */
  readonly document: TopologyDocument | undefined
}

/** A version as a picture, and what restoring it would change. */
export function StatePreview({ title, document }: StatePreviewProps) {
  const present = useDocument()
  const diff = useMemo(() => document && diffDocuments(present, document), [present, document])
  return (
    <section className="history__preview" aria-label={`Preview of ${title}`}>
      <h3>{title}</h3>
      {document && <DiagramPicture document={document} />}
      {!diff && <p>This version cannot be read.</p>}
      {diff && isSame(diff) && <p>The diagram is like this now.</p>}
      {diff && !isSame(diff) && (
        <>
          <p>Restoring it would change:</p>
          <DiffView diff={diff} />
        </>
      )}
    </section>
  )
}
