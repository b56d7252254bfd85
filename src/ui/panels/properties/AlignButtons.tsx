import { alignments, type Direction } from '../../../core/edit/align.ts'
import { alignIcons, spreadIcons } from '../../canvas/align-icons.ts'
import { alignLabel, alignSelection, spreadLabel, spreadSelection } from '../../canvas/align-selection.ts'
import { IconButton } from '../../components/IconButton.tsx'

/** Buttons that put several selected nodes in line, and from three on spread them. */
export function AlignButtons({ count }: { readonly count: number }) {
  const directions: readonly Direction[] = count > 2 ? ['horizontally', 'vertically'] : []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset.
    <div className="align-buttons" role="group" aria-label="Align">
      {alignments.map((how) => {
        const Icon = alignIcons[how]
        return (
          <IconButton
            key={how}
            size="small"
            label={alignLabel(how)}
            icon={<Icon size={16} />}
            onClick={() => alignSelection(how)}
          />
        )
      })}
      {directions.map((direction) => {
        const Icon = spreadIcons[direction]
        return (
          <IconButton
            key={direction}
            size="small"
            label={spreadLabel(direction)}
            icon={<Icon size={16} />}
            onClick={() => spreadSelection(direction)}
          />
        )
      })}
    </div>
  )
}
