import type { SentAlong } from './view-now.ts'

interface AlongChoicesProps {
  readonly along: SentAlong
  readonly onChange: (along: SentAlong) => void
}

const choices: readonly (readonly ['look' | 'theme', string])[] = [
  ['look', 'What you see now: the selection, the packet at its hop, the part of the canvas'],
  ['theme', 'Light or dark, as you have it'],
]

/** What the link opens with besides the diagram. */
export function AlongChoices({ along, onChange }: AlongChoicesProps) {
  return (
    <fieldset className="share__along">
      <legend>The link also shows</legend>
      {choices.map(([key, label]) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={along[key]}
            onChange={(event) => onChange({ ...along, [key]: event.target.checked })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
