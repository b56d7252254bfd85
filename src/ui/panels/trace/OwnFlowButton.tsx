import { Pencil, Plus } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { setPlayer, useSession } from '../../store/session.ts'

/** Shows the form of the user's own flow, and that flow where there is one already. */
function openForm(): void {
  const { free } = useSession.getState().player
  useSession.setState({ bottomTab: 'trace', bottomOpen: true })
  setPlayer({ formOpen: true, ...(free ? { flow: free, backend: null, step: 0, playing: false } : {}) })
}

/** Opens and closes the form of a flow that nobody intended: anything from anywhere to anywhere. */
export function OwnFlowButton() {
  const exists = useSession(({ player }) => player.free !== null)
  const isOpen = useSession(({ player }) => player.formOpen)
  return (
    <IconButton
      label={exists ? 'Edit your flow' : 'Trace another flow'}
      icon={exists ? <Pencil size={15} /> : <Plus size={16} />}
      data-opens-flow-form=""
      aria-expanded={isOpen}
      onClick={() => (isOpen ? setPlayer({ formOpen: false }) : openForm())}
    />
  )
}

/** The same in words, where there is nothing else to press. */
export function OwnFlowOffer() {
  if (useSession(({ player }) => player.formOpen)) return null
  return (
    <Button size="small" icon={<Plus size={14} />} data-opens-flow-form="" onClick={openForm}>
      Trace another flow
    </Button>
  )
}
