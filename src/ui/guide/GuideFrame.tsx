import { Suspense } from 'react'
import { lazily } from '../components/lazily.ts'
import { useNarrow } from '../shell/use-media.ts'
import { useSession } from '../store/session.ts'

const Guide = lazily(() => import('./Guide.tsx'), 'Guide')

interface GuideFrameProps {
  /** Below the properties, where they have a column; else below the diagram. */
  readonly below: 'properties' | 'diagram'
}

/** The guide, while it is open. It takes room of its own, so that nothing is under it. */
export function GuideFrame({ below }: GuideFrameProps) {
  const guide = useSession((state) => state.guide)
  const narrow = useNarrow()
  if (!guide || narrow !== (below === 'diagram')) return null
  return (
    <Suspense>
      <Guide {...guide} />
    </Suspense>
  )
}
