import { Square } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { keepFocus } from '../../panels/keep-focus.ts'
import { useCheckedModel } from '../../store/after-typing.ts'
import { type SwarmCounts, useSession } from '../../store/session.ts'
import { stopSwarm } from './play-swarm.ts'

function countWords({ total, bad, isAll }: SwarmCounts, of: string): string {
  if (total === 0) return `No packet goes through ${of} yet.`
  const packets = `${total} ${total === 1 ? 'packet' : 'packets'} of ${of}`
  const what = isAll ? packets : `A sample of ${packets}`
  if (bad === 0) return `${what}: none is lost.`
  return `${what}: ${bad} ${bad === 1 ? 'is' : 'are'} lost or refused, where a cross is drawn.`
}

/** Says how many packets are played at once and how they fare, and stops them. */
export function SwarmBar() {
  const model = useCheckedModel()
  const rule = useSession(({ swarm }) => swarm?.rule ?? null)
  const counts = useSession((state) => state.swarmCounts)
  const of = rule === null ? 'every rule' : model.nameOf(rule)
  return (
    <div className="bar" role="status">
      <p>{counts ? countWords(counts, of) : `Following the packets of ${of}`}</p>
      <Button
        size="small"
        icon={<Square size={12} aria-hidden="true" />}
        onClick={() => {
          keepFocus()
          stopSwarm()
        }}
      >
        Stop
      </Button>
    </div>
  )
}
