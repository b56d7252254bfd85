import type { AddressView } from '../../../core/drawing/views/view.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import '../../components/address-chip.css'
import { clip } from '../clip.ts'
import { MarkPicture } from './MarkPicture.tsx'

/** An address whose look is already known: it does not follow the document, so that a thousand of them cost nothing. */
export function Chip({ address, title }: { readonly address: AddressView; readonly title?: string }) {
  const { text, identity } = address
  return (
    <span
      className={`address-chip ${identity ? `address-chip--known ${identityClass(identity)}` : ''}`}
      title={title ?? text}
    >
      {identity && <MarkPicture identity={identity} />}
      <span className={clip(text, 12)}>{text}</span>
    </span>
  )
}
