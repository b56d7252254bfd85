import { Trash2 } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { useReadOnly } from '../../store/document.ts'
import { deleteThings } from './delete-things.ts'

interface DeleteFootProps {
  readonly ids: readonly string[]
  /** What is deleted, as the button says it. */
  readonly what: string
}

/** The end of the properties: a button that deletes what they are about; nothing where the diagram is only looked at. */
export function DeleteFoot({ ids, what }: DeleteFootProps) {
  if (useReadOnly()) return null
  return (
    <footer className="properties-form__end">
      <Button
        size="small"
        variant="danger"
        icon={<Trash2 size={14} aria-hidden="true" />}
        onClick={() => deleteThings(ids)}
      >
        <span className="button__name">Delete {what}</span>
      </Button>
    </footer>
  )
}
