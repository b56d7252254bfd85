import { Suspense } from 'react'
import { lazily } from '../components/lazily.ts'
import { useSession } from '../store/session.ts'

const WhatIfBar = lazily(() => import('./WhatIfBar.tsx'), 'WhatIfBar')
const MeasuredBar = lazily(() => import('./MeasuredBar.tsx'), 'MeasuredBar')

/** The bars over the diagram, while something is assumed or Azure has said something. */
export function WhatIfFrame() {
  const isAssumed = useSession(({ whatIf }) => whatIf.size > 0)
  const isMeasured = useSession(({ measured }) => measured.size > 0)
  return (
    <Suspense>
      {isAssumed && <WhatIfBar />}
      {isMeasured && <MeasuredBar />}
    </Suspense>
  )
}
