import { nodeTypeOf } from '../../../core/edit/containers.ts'
import { useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { AlignButtons } from './AlignButtons.tsx'
import { DeleteFoot } from './DeleteFoot.tsx'
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
      <DeleteFoot ids={ids} what={`${ids.length} things`} />
    </div>
  )
}
