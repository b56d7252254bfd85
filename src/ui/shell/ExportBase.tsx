import { useEffect } from 'react'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { SidePicker } from '../diff/SidePicker.tsx'
import { useKept } from '../diff/use-kept.ts'

/** Chooses the diagram that is deployed, of which only the change is written. */
export function ExportBase({ onBase }: { readonly onBase: (base: TopologyDocument | undefined) => void }) {
  const kept = useKept()
  useEffect(() => () => onBase(undefined), [onBase])
  return (
    <SidePicker
      label="Deployed so far"
      start="text"
      kept={kept}
      withOpen={false}
      onSide={(side) => onBase(side?.ok ? side.document : undefined)}
    />
  )
}
