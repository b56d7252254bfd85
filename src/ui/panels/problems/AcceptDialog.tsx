import { useId, useState } from 'react'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { notices } from '../../../core/lint/notices/index.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { edit } from '../../store/document.ts'
import { keepFocus } from '../keep-focus.ts'

/** How long a reason may be. */
const longestReason = 500

/** Whether a finding can be accepted: not what is about the checking itself. */
export const isAcceptable = ({ rule }: Diagnostic) => !notices.some(({ id }) => id === rule)

interface AcceptDialogProps {
  readonly diagnostic: Diagnostic
  readonly onClose: () => void
}

/** Asks why a finding is accepted, and keeps that in the diagram. */
export function AcceptDialog({ diagnostic, onClose }: AcceptDialogProps) {
  const [reason, setReason] = useState('')
  const helpId = useId()
  const { rule, resource, message } = diagnostic
  const accept = () => {
    onClose()
    keepFocus()
    edit(`Accept ${rule}`, [{ type: 'suppression.set', rule, resource, reason: reason.trim() }])
  }
  return (
    <Dialog title="Accept with a reason" onClose={onClose}>
      <form
        className="accept"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') accept()
        }}
      >
        <p>{message}</p>
        <label className="stack">
          <span className="field__label">Reason</span>
          <input
            className="input"
            data-first-focus=""
            maxLength={longestReason}
            aria-describedby={helpId}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p id={helpId} className="field__help">
          The reason is kept in the diagram, and so in its links and files. The finding is listed apart and no
          longer counted.
        </p>
        <div className="accept__actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={reason.trim() === ''}>
            Accept
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
