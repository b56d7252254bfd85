import { setPlayer, useSession } from '../../store/session.ts'

const speeds: readonly { readonly value: number; readonly label: string }[] = [
  { value: 0.5, label: '½×' },
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
  { value: 4, label: '4×' },
]

interface ScrubberProps {
  readonly step: number
  /** Where each step is. */
  readonly places: readonly string[]
}

/** A slider over the steps of a trace, and the speed at which they play. */
export function Scrubber({ step, places }: ScrubberProps) {
  const speed = useSession(({ player }) => player.speed)
  const last = Math.max(0, places.length - 1)
  return (
    <div className="scrubber">
      <input
        type="range"
        className="scrubber__range"
        aria-label="Position of the packet"
        aria-valuetext={`${step + 1} of ${places.length}, ${places[step] ?? ''}`}
        min={0}
        max={last}
        step={1}
        value={step}
        disabled={last === 0}
        onChange={(event) =>
          setPlayer({ step: Number(event.currentTarget.value), playing: false, visible: true })
        }
      />
      <fieldset className="segments">
        <legend className="visually-hidden">Speed</legend>
        {speeds.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className="segments__item"
            aria-pressed={speed === value}
            aria-label={`Speed ${label}`}
            onClick={() => setPlayer({ speed: value })}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
