import type { SentAlong } from './view-now.ts'

type Mode = SentAlong['mode']

const choices: readonly (readonly [Mode, string])[] = [
  ['view', 'To look at: read-only, with a button to edit a copy'],
  ['edit', 'To edit: the first change makes a copy of it'],
]

/** What the link is for. Either way everybody edits a copy of their own. */
export function ModeChoice({
  mode,
  onChange,
}: {
  readonly mode: Mode
  readonly onChange: (mode: Mode) => void
}) {
  return (
    <fieldset className="share__along">
      <legend>The link opens</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="link-mode" checked={mode === value} onChange={() => onChange(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
