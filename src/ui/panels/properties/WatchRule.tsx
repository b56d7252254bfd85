import { Columns2, Waypoints } from 'lucide-react'
import { compareRule } from '../../canvas/compare-rule.ts'
import { playSwarm } from '../../canvas/swarm/play-swarm.ts'
import { Button } from '../../components/Button.tsx'

/** What can be watched of a rule: what its floating IP switch changes, and all of its packets at once. */
export function WatchRule({ id }: { readonly id: string }) {
  return (
    <div className="properties-form__actions">
      <Button size="small" icon={<Columns2 size={14} aria-hidden="true" />} onClick={() => compareRule(id)}>
        Compare floating IP on and off
      </Button>
      <Button size="small" icon={<Waypoints size={14} aria-hidden="true" />} onClick={() => playSwarm(id)}>
        Play all its packets
      </Button>
    </div>
  )
}
