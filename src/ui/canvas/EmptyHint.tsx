import { MousePointer2 } from 'lucide-react'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { Button } from '../components/Button.tsx'
import { openDiagram } from '../saving/diagram-of.ts'
import { addFromPalette } from './add.ts'

/** What to do with an empty canvas. */
export function EmptyHint() {
  return (
    <div className="empty-hint">
      <MousePointer2 size={20} strokeWidth={1.75} aria-hidden="true" />
      <p className="empty-hint__title">Start with a frontend IP or a virtual machine</p>
      <p>What it needs, such as a load balancer or a subnet, comes with it.</p>
      <div className="empty-hint__actions">
        <Button variant="primary" onClick={() => openDiagram(`Open ${twoTlsSites.name}`, twoTlsSites)}>
          Open the example
        </Button>
        <Button onClick={() => addFromPalette('internalFrontend')}>Add a frontend IP</Button>
      </div>
    </div>
  )
}
