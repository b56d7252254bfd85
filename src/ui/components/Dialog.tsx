import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
  /** The row of buttons at the bottom. */
  readonly footer?: ReactNode
}

/** A modal dialog: Escape, the close button and a click beside it close it. Render it only while it is open. */
export function Dialog({ title, onClose, width = 560, children, footer }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before it leaves the page: only then does closing it give the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      const wanted = dialog.querySelector<HTMLElement>('[data-first-focus]')
      const first = wanted ?? dialog.querySelector<HTMLElement>('.dialog__frame')
      first?.focus()
    }
    return () => dialog?.close()
  }, [])
  const onPointerDown = (event: MouseEvent) => {
    if (event.target === ref.current) onClose()
  }
  return (
    <dialog
      ref={ref}
      className="dialog"
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={onPointerDown}
    >
      <div className="dialog__frame" tabIndex={-1}>
        <header className="dialog__head">
          <h2 id={titleId}>{title}</h2>
          <IconButton label="Close" icon={<X size={16} />} onClick={onClose} />
        </header>
        <div className="dialog__body">{children}</div>
        {footer && <footer className="dialog__foot">{footer}</footer>}
      </div>
    </dialog>
  )
}
