import { PanelBottom } from 'lucide-react'
import { IconButton } from '../../../components/IconButton.tsx'
import { prefer, usePreferences } from '../../../saving/preferences.ts'

/** Shows and hides the card of the place where the packet is. */
export function HopCardButton() {
  const isOpen = usePreferences((state) => state.hopCard)
  return (
    <IconButton
      className="hop-card-button"
      size="small"
      label={isOpen ? 'Hide header and capture' : 'Show header and capture'}
      icon={<PanelBottom size={15} />}
      aria-expanded={isOpen}
      onClick={() => prefer({ hopCard: !isOpen })}
    />
  )
}
