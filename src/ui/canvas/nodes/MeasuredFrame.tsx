import { Suspense } from 'react'
import { lazily } from '../../components/lazily.ts'
import { useSession } from '../../store/session.ts'

const MeasuredProbe = lazily(() => import('./MeasuredProbe.tsx'), 'MeasuredProbe')

/** What Azure says of a VM's probes, once an answer of it was imported. */
export function MeasuredFrame({ id }: { readonly id: string }) {
  if (!useSession(({ measured }) => measured.size > 0)) return null
  return (
    <Suspense>
      <MeasuredProbe id={id} />
    </Suspense>
  )
}
