import { useIdentities } from '../store/derived.ts'
import { useDocument } from '../store/document.ts'
import { IdentityMark, identityClass } from './IdentityMark.tsx'
import './address-chip.css'

interface AddressChipProps {
  /** An address, or the id of a thing whose address is not known. */
  readonly address: string
  readonly port?: number | null | undefined
  readonly size?: 'medium' | 'small'
  readonly title?: string
}

/** An address with its port as it would be written: an IPv6 address stands in brackets before a port. */
export function addressAndPort(address: string, port?: number | null): string {
  if (port === undefined || port === null) return address
  return address.includes(':') && !address.includes('/') ? `[${address}]:${port}` : `${address}:${port}`
}

/** An address in the colour and with the mark of the frontend that it belongs to, or in neutral grey. */
export function AddressChip({ address, port, size = 'medium', title }: AddressChipProps) {
  const document = useDocument()
  const [bare = address] =
    address.includes('/') && !address.includes(' ') ? withoutLength(address) : [address]
  const identity = useIdentities().get(bare)
  const thing = Object.hasOwn(document.resources, address) ? document.resources[address] : undefined
  const text = addressAndPort(thing?.name ?? address, port)
  return (
    <span
      className={`address-chip address-chip--${size} ${identity ? `address-chip--known ${identityClass(identity)}` : ''}`}
      title={title}
    >
      {identity && <IdentityMark identity={identity} />}
      <span className="address-chip__text">{text}</span>
    </span>
  )
}

/** `10.0.0.100/32` → `10.0.0.100`; an id such as `frontendIPConfiguration/a` stays whole. */
function withoutLength(address: string): readonly string[] {
  return /\/\d+$/.test(address) && /^[\da-f.:]+\//i.test(address) ? address.split('/') : [address]
}
