/** Floatpath's mark: a path that rises to a point and comes down again. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width={22} height={22} aria-hidden="true">
      <rect className="logo__ground" width="32" height="32" rx="8" />
      <path className="logo__path" d="M7 21c4.5 0 4.5-10 9-10s4.5 10 9 10" />
      <circle className="logo__point" cx="16" cy="11" r="2.6" />
    </svg>
  )
}
