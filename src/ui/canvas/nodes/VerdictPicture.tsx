import { verdictIcons } from '../../components/VerdictBadge.tsx'
import { Picture } from './Picture.tsx'

/** The icon of a verdict, as it stands on nodes. */
export function VerdictPicture({ tone }: { readonly tone: keyof typeof verdictIcons }) {
  const Icon = verdictIcons[tone]
  return (
    <Picture name={`verdict-${tone}`} color={tone === 'neutral' ? 'var(--chip-ink)' : `var(--${tone})`}>
      <Icon size={13} aria-hidden="true" />
    </Picture>
  )
}
