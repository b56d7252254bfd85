import type { Identity } from '../../../core/topology/identity.ts'
import { IdentityMark, identityClass } from '../../components/IdentityMark.tsx'
import { Picture } from './Picture.tsx'

interface MarkPictureProps {
  readonly identity: Identity
  readonly state?: 'filled' | 'hollow' | 'crossed'
}

/** The mark of a frontend's address, as it stands on nodes. */
export function MarkPicture({ identity, state = 'filled' }: MarkPictureProps) {
  const mark = <IdentityMark identity={identity} hollow={state === 'hollow'} crossed={state === 'crossed'} />
  if (typeof identity.mark === 'number') return mark
  return (
    <Picture name={`${identity.mark}-${identity.colour}-${state}`} className={identityClass(identity)}>
      {mark}
    </Picture>
  )
}
