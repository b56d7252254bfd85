import { useId, useMemo, useState } from 'react'
import { type DocumentDiff, diffDocuments } from '../../core/diff/diff.ts'
import { isSame } from '../../core/diff/words.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { openShared } from '../permalink/shared.ts'
import { currentDocument, useDocument } from '../store/document.ts'
import { DiffView } from './DiffView.tsx'
import { showDifference, useDifference } from './difference.ts'
import type { Side } from './read-side.ts'
import { SidePicker } from './SidePicker.tsx'
import { useKept } from './use-kept.ts'
import './diff.css'

function Result({ diff }: { readonly diff: DocumentDiff | undefined }) {
  if (!diff)
    return <p className="saved__note">Choose two diagrams to see what changed from one to the other.</p>
  if (isSame(diff)) return <p>The two diagrams are the same.</p>
  return <DiffView diff={diff} />
}

/** What changed from one diagram to another, in words, and which flows now work or break. */
export function DifferenceDialog({ onClose }: { readonly onClose: () => void }) {
  const heading = useId()
  const shown = useDifference(({ to }) => to)
  const document = useDocument()
  const kept = useKept()
  const [before, setBefore] = useState<Side | undefined>(shown ? { ok: true, ...shown } : undefined)
  const [after, setAfter] = useState<Side>()
  const diff = useMemo(
    () => (before?.ok && after?.ok ? diffDocuments(before.document, after.document) : undefined),
    [before, after],
  )
  const show = () => {
    if (!before?.ok || !after?.ok) return
    // The canvas shows the later diagram; where it is not the open one, it is opened beside it.
    if (after.document !== currentDocument()) openShared(after.document)
    showDifference({ name: before.name, document: before.document })
    onClose()
  }
  const stopped = shown && after?.ok && after.document === document
  return (
    <Dialog
      title="Compare diagrams"
      width={920}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={!diff || isSame(diff)} onClick={show}>
          {stopped ? 'Back to the canvas' : 'Show on the canvas'}
        </Button>
      }
    >
      <div className="sides">
        {shown ? (
          <fieldset className="side">
            <legend>Before</legend>
            <p>{shown.name}</p>
            <Button
              size="small"
              onClick={() => {
                showDifference(null)
                setBefore(undefined)
              }}
            >
              Choose another
            </Button>
          </fieldset>
        ) : (
          <SidePicker label="Before" start="text" kept={kept} onSide={setBefore} />
        )}
        <SidePicker label="After" start="open" kept={kept} onSide={setAfter} />
      </div>
      <section className="difference-result" aria-labelledby={heading}>
        <h3 id={heading}>What changed</h3>
        <Result diff={diff} />
      </section>
    </Dialog>
  )
}
