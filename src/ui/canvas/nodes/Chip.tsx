import type { AddressView } from '../../../core/drawing/views/view.ts'
import { shortAddress } from '../../../core/topology/short-address.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import '../../components/address-chip.css'
import { clip } from '../clip.ts'
import { MarkPicture } from './MarkPicture.tsx'

interface ChipProps {
  readonly address: AddressView
  readonly title?: string
  /** How many characters have room. */
  readonly most?: number
}

/** An address whose look is already known: it does not follow the document, so that a thousand of them cost nothing. */
export function Chip({ address, title, most = 13 }: ChipProps) {
  const { text, identity } = address
  const shown = shortAddress(text, most)
  return (
    <span
      className={`address-chip ${identity ? `address-chip--known ${identityClass(identity)}` : ''}`}
      title={title ?? text}
    >
      {identity && <MarkPicture identity={identity} />}
      <span className={clip(shown, 12)}>{shown}</span>
    </span>
  )
}
