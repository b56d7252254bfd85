import { Trash2 } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { useModel } from '../../store/derived.ts'
import { deleteThings } from './delete-things.ts'
import { ThingRow } from './ThingRow.tsx'
import { qualifiedName } from './thing-label.ts'

/** Several selected things: a list that leads to each, and one button that deletes them all. */
export function SelectionList({ ids }: { readonly ids: readonly string[] }) {
  const model = useModel()
  return (
    <div className="properties-form">
      <section className="properties-section">
        <ul>
          {ids.map((id) => (
            <ThingRow key={id} model={model} id={id} name={qualifiedName(model, id)} />
          ))}
        </ul>
      </section>
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
    </div>
  )
}
