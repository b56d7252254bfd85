import type { ChipView } from '../../../core/drawing/views/view.ts'
import { select, useSession } from '../../store/session.ts'
import { clip } from '../clip.ts'
import { ResourcePicture } from './ResourcePicture.tsx'

/** A resource that hangs on a node, such as a probe on its rule. A click selects it. */
export function ResourceChip({ chip }: { readonly chip: ChipView }) {
  const selected = useSession((state) => state.selection.includes(chip.id))
  return (
    <button
      type="button"
      className={`resource-chip ${selected ? 'resource-chip--selected' : ''}`}
      title={chip.label}
      data-chip={chip.id}
      onClick={(event) => {
        event.stopPropagation()
        select([chip.id])
      }}
    >
      <ResourcePicture type={chip.kind} selected={selected} />
      <span className={clip(chip.label, 13)}>{chip.label}</span>
    </button>
  )
}
