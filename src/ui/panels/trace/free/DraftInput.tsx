import { type Ref, useId } from 'react'
import type { Suggestion } from './suggestions.ts'

interface DraftInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly isWrong: boolean
  /** The id of the sentence that says what is wrong. */
  readonly messageId: string
  readonly suggestions?: readonly Suggestion[]
  readonly placeholder?: string
  readonly size?: 'medium' | 'small'
  readonly numeric?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A field for text, with things of the diagram to choose from. */
export function DraftInput({
  label,
  value,
  onChange,
  isWrong,
  messageId,
  suggestions = [],
  placeholder,
  size = 'medium',
  numeric = false,
  ref,
}: DraftInputProps) {
  const list = useId()
  return (
    <label className={`free-flow__field free-flow__field--${size}`}>
      <span className="field__label">{label}</span>
      <input
        ref={ref}
        className="input"
        autoComplete="off"
        spellCheck={false}
        inputMode={numeric ? 'numeric' : undefined}
        list={suggestions.length > 0 ? list : undefined}
        placeholder={placeholder}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? messageId : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={`${one.value} ${one.note}`} value={one.value}>
              {one.note}
            </option>
          ))}
        </datalist>
      )}
    </label>
  )
}
