import type { Identity } from '../../core/topology/identity.ts'
import './identity-mark.css'

interface IdentityMarkProps {
  readonly identity: Identity
  /** Only the outline: the address is missing. */
  readonly hollow?: boolean
  /** A cross over it: packets to the address are dropped. */
  readonly crossed?: boolean
  readonly size?: number
}

const shapes = {
  square: <rect x="2" y="2" width="8" height="8" rx="1.5" />,
  circle: <circle cx="6" cy="6" r="4.25" />,
  diamond: <path d="M6 .9 11.1 6 6 11.1.9 6Z" />,
  triangle: <path d="M6 1.4 11 10.4H1Z" />,
  hexagon: <path d="M3.4 1.5h5.2L11.2 6l-2.6 4.5H3.4L.8 6Z" />,
} as const

/** The class that sets `--identity` and `--identity-tint` for everything inside. */
export const identityClass = (identity: Identity | undefined) =>
  identity === undefined ? '' : `identity-${identity.colour}`

/** The shape, or beyond forty frontends the number, that marks a frontend's address in its colour. */
export function IdentityMark({ identity, hollow = false, crossed = false, size = 9 }: IdentityMarkProps) {
  const look = `identity-mark ${identityClass(identity)} ${hollow ? 'identity-mark--hollow' : ''}`
  if (typeof identity.mark === 'number') {
    return (
      <span className={`${look} identity-mark--number`} aria-hidden="true">
        {identity.mark}
      </span>
    )
  }
  return (
    <svg className={look} viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      {shapes[identity.mark]}
      {crossed && <path className="identity-mark__cross" d="M1 1l10 10M11 1 1 11" />}
    </svg>
  )
}
