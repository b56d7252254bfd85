import { Suspense } from 'react'
import { lazily } from '../components/lazily.ts'
import { useSession } from '../store/session.ts'

const Guide = lazily(() => import('./Guide.tsx'), 'Guide')

/** The guide over the diagram, while it is open. */
export function GuideFrame() {
  const guide = useSession((state) => state.guide)
  if (!guide) return null
  return (
    <Suspense>
      <Guide {...guide} />
    </Suspense>
  )
}
