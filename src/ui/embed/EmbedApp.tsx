import { ExternalLink, Pause, Play } from 'lucide-react'
import { Canvas } from '../canvas/Canvas.tsx'
import { Button } from '../components/Button.tsx'
import { Tooltip } from '../components/Tooltip.tsx'
import { VerdictBadge } from '../components/VerdictBadge.tsx'
import { flowLabel } from '../panels/trace/flow-label.ts'
import { verdictLine } from '../panels/trace/verdict-line.ts'
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx'
import { togglePlay } from '../shell/player-keys.ts'
import { useModel, useWatched } from '../store/derived.ts'
import { useDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { type Embedded, fullAddress } from './start-embedded.ts'
import './embed.css'

export { startEmbedded } from './start-embedded.ts'

/** Plays the packet and says what becomes of it. */
function Player() {
  const model = useModel()
  const watched = useWatched()
  const playing = useSession(({ player }) => player.playing)
  if (!watched?.trace) return null
  const { tone, text } = verdictLine(model, watched.trace)
  return (
    <>
      <Button
        variant="primary"
        icon={playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
        onClick={togglePlay}
      >
        {playing ? 'Pause' : 'Play'}
      </Button>
      <span className="embed__flow">{flowLabel(model, watched.flow, watched.trace.backend)}</span>
      <VerdictBadge tone={tone} title={text}>
        {text}
      </VerdictBadge>
    </>
  )
}

/** A diagram in a frame of another page: to look at and to play, without anything around it. */
export function EmbedApp({ embedded }: { readonly embedded: Embedded }) {
  const { name } = useDocument()
  return (
    <ErrorBoundary>
      <main className="embed" aria-label={embedded.ok ? name : 'Floatpath'}>
        <div className="embed__canvas">
          {embedded.ok ? <Canvas /> : <p role="alert">{embedded.reason}</p>}
        </div>
        <div className="embed__bar">
          {embedded.ok && <Player />}
          <a className="embed__open" href={fullAddress(location)} target="_blank" rel="noopener noreferrer">
            Open in Floatpath
            <ExternalLink size={14} aria-hidden="true" />
          </a>
        </div>
      </main>
      <Tooltip />
    </ErrorBoundary>
  )
}
