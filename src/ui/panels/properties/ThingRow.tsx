import { Trash2 } from 'lucide-react'
import { parseAddress } from '../../../core/topology/address.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { AddressChip } from '../../components/AddressChip.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { select } from '../../store/session.ts'
import { deleteThings } from './delete-things.ts'
import { detailOf, nounOf } from './thing-label.ts'

interface ThingRowProps {
  readonly model: TopologyModel
  readonly id: string
  /** Stands instead of the thing's name. */
  readonly name?: string
  /** Below another row, to which it belongs. */
  readonly nested?: boolean
  readonly deletable?: boolean
}

/** A thing as a line: its icon, its name and its address. A click selects it. */
export function ThingRow({ model, id, name, nested, deletable }: ThingRowProps) {
  const type = typeOfId(id)
  const detail = detailOf(model, id)
  const text = name ?? model.nameOf(id)
  return (
    <li className={nested ? 'thing-row thing-row--nested' : 'thing-row'}>
      <button
        type="button"
        className="thing-row__select"
        title={`Select ${nounOf(id)} ${text}`}
        onClick={() => select([id], { reveal: true })}
      >
        {type && <ResourceIcon type={type} size={14} />}
        <span className="thing-row__name">{text}</span>
        {detail &&
          (parseAddress(detail) ? (
            <AddressChip address={detail} size="small" />
          ) : (
            <span className="thing-row__detail">{detail}</span>
          ))}
      </button>
      {deletable && (
        <IconButton
          size="small"
          label={`Delete ${text}`}
          icon={<Trash2 size={14} />}
          onClick={() => deleteThings([id], { keepSelection: true })}
        />
      )}
    </li>
  )
}
