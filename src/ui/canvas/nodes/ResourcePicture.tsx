import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { Picture } from './Picture.tsx'

interface ResourcePictureProps {
  readonly type: ResourceType
  readonly selected?: boolean
}

/** The icon of a type, as it stands on nodes. */
export function ResourcePicture({ type, selected = false }: ResourcePictureProps) {
  return (
    <Picture name={selected ? `${type}-selected` : type} color={selected ? 'var(--accent)' : 'var(--ink-2)'}>
      <ResourceIcon type={type} />
    </Picture>
  )
}
