import { type FormEvent, useState } from 'react'
import { Button } from '../../components/Button.tsx'

interface NameFormProps {
  readonly label: string
  /** What the button says that keeps the name. */
  readonly button: string
  readonly value?: string
  readonly placeholder?: string
  readonly onName: (name: string) => void
  readonly onCancel?: () => void
}

/** Asks for a name, in one line. */
export function NameForm({ label, button, value = '', placeholder, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const kept = name.trim()
    if (kept === '') return
    setName(value)
    onName(kept)
  }
  return (
    <form className="saved__form" onSubmit={submit}>
      <input
        className="input"
        aria-label={label}
        maxLength={120}
        placeholder={placeholder}
        ref={(input) => {
          if (onCancel) input?.focus()
        }}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onCancel) return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      <Button size="small" type="submit" disabled={name.trim() === ''}>
        {button}
      </Button>
      {onCancel && (
        <Button size="small" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </form>
  )
}
