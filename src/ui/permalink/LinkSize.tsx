import { meterFull, reachOf } from './link-length.ts'

/** How long a link is, as a bar and in words. */
export function LinkSize({ length }: { readonly length: number }) {
  const { level, text } = reachOf(length)
  const share = Math.min(100, Math.max(1, (length / meterFull) * 100))
  return (
    <div className={`share__size share__size--${level}`}>
      <svg className="share__meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="share__meter-all" width="100" height="6" />
        <rect className="share__meter-used" width={share} height="6" />
      </svg>
      <p>
        <strong>{length.toLocaleString('en')} characters.</strong> {text}
      </p>
    </div>
  )
}
