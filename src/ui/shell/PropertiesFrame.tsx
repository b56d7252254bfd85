import { GuideFrame } from '../guide/GuideFrame.tsx'
import { PropertiesPanel } from '../panels/PropertiesPanel.tsx'
import { useSession } from '../store/session.ts'
import { PropertiesEdge } from './PropertiesEdge.tsx'
import { useNarrow } from './use-media.ts'

/** The properties beside the canvas; on a narrow page a sheet over it, while something is selected. */
export function PropertiesFrame() {
  const narrow = useNarrow()
  const open = useSession((state) => state.propertiesOpen)
  if (narrow && !open) return null
  return (
    <aside className={`properties-frame ${narrow ? 'properties-frame--sheet' : ''}`} aria-label="Properties">
      <PropertiesPanel />
      {!narrow && <PropertiesEdge />}
      <GuideFrame below="properties" />
    </aside>
  )
}
