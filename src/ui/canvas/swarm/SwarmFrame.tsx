import { Suspense } from 'react'
import { lazily } from '../../components/lazily.ts'
import { useSession } from '../../store/session.ts'

const SwarmBar = lazily(() => import('./SwarmBar.tsx'), 'SwarmBar')

/** The bar over the diagram, while many packets are played. */
export function SwarmFrame() {
  if (useSession(({ swarm }) => swarm) === null) return null
  return (
    <Suspense>
      <SwarmBar />
    </Suspense>
  )
}
