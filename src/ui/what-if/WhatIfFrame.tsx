import { Suspense } from 'react'
import { lazily } from '../components/lazily.ts'
import { useSession } from '../store/session.ts'

const WhatIfBar = lazily(() => import('./WhatIfBar.tsx'), 'WhatIfBar')

/** The bar over the diagram, while something is assumed. */
export function WhatIfFrame() {
  if (useSession(({ whatIf }) => whatIf.size) === 0) return null
  return (
    <Suspense>
      <WhatIfBar />
    </Suspense>
  )
}
