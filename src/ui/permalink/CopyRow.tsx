import { Copy } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '../components/Button.tsx'

interface CopyRowProps {
  readonly label: string
  readonly value: string
  readonly rows: number
  /** Says what became of it. */
  readonly onSaid: (text: string) => void
}

/** A text to take away: on the clipboard, or by hand where the browser keeps the page away from it. */
export function CopyRow({ label, value, rows, onSaid }: CopyRowProps) {
  const id = useId()
  const text = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      onSaid(`${label} copied.`)
    } catch {
      text.current?.select()
      onSaid('This browser does not let the page use the clipboard. The text is selected: press Ctrl C.')
    }
  }
  return (
    <div className="share__row">
      <label htmlFor={id}>{label}</label>
      <Button size="small" icon={<Copy size={14} />} onClick={copy} aria-label={`Copy: ${label}`}>
        Copy
      </Button>
      <textarea
        id={id}
        ref={text}
        className="input input--mono"
        rows={rows}
        readOnly
        value={value}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </div>
  )
}
