import { Redo2, Undo2 } from 'lucide-react'
import { canRedo, canUndo, redoLabel, undoLabel } from '../../core/edit/history.ts'
import { IconButton } from '../components/IconButton.tsx'
import { redo, undo, useDocumentStore } from '../store/document.ts'
import { keyNames } from './key-names.ts'

/** Undo and redo, each saying what it would take back or do again. */
export function HistoryButtons() {
  const history = useDocumentStore((state) => state.history)
  return (
    <>
      <IconButton
        label={canUndo(history) ? `Undo: ${undoLabel(history)}` : 'Undo: nothing to take back'}
        icon={<Undo2 size={17} />}
        shortcut={keyNames('Ctrl Z')}
        disabled={!canUndo(history)}
        onClick={undo}
      />
      <IconButton
        label={canRedo(history) ? `Redo: ${redoLabel(history)}` : 'Redo: nothing to do again'}
        icon={<Redo2 size={17} />}
        shortcut={keyNames('Ctrl Shift Z')}
        disabled={!canRedo(history)}
        onClick={redo}
      />
    </>
  )
}
