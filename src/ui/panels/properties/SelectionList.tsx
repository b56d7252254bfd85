import { Trash2 } from 'lucide-react'
import { nodeTypeOf } from '../../../core/edit/containers.ts'
import { Button } from '../../components/Button.tsx'
import { useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { AlignButtons } from './AlignButtons.tsx'
import { deleteThings } from './delete-things.ts'
import { ThingRow } from './ThingRow.tsx'
import { qualifiedName } from './thing-label.ts'

/** Several selected things: a list that leads to each, and one button that deletes them all. */
export function SelectionList({ ids }: { readonly ids: readonly string[] }) {
  const model = useModel()
  const readOnly = useReadOnly()
  const nodes = ids.filter((id) => nodeTypeOf(id) !== undefined).length
  return (
    <div className="properties-form">
      {nodes > 1 && !readOnly && <AlignButtons count={nodes} />}
      <section className="properties-section">
        <ul>
          {ids.map((id) => (
            <ThingRow key={id} model={model} id={id} name={qualifiedName(model, id)} />
          ))}
        </ul>
      </section>
      {!readOnly && (
        <footer className="properties-form__end">
          <Button
            size="small"
            variant="danger"
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => deleteThings(ids)}
          >
            Delete {ids.length} things
          </Button>
        </footer>
      )}
    </div>
  )
}
