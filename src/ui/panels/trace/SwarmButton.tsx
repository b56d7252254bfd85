import { Waypoints } from 'lucide-react'
import { toggleSwarm } from '../../canvas/swarm/play-swarm.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { useSession } from '../../store/session.ts'

/** Plays the packets of every rule at once, and stops them. */
export function SwarmButton() {
  const isPlaying = useSession(({ swarm }) => swarm !== null)
  return (
    <IconButton
      className="swarm-button"
      size="small"
      label={isPlaying ? 'Stop the packets of every rule' : 'Play the packets of every rule at once'}
      icon={<Waypoints size={15} />}
      aria-pressed={isPlaying}
      onClick={toggleSwarm}
    />
  )
}
