import { CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { useDocument, useDocumentStore } from '../store/document.ts'
import { dismiss, type Notice, useSession } from '../store/session.ts'
import './notices.css'

const secondsOf = (notice: Notice) => (notice.action ? 12 : 6) + notice.text.length / 25

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false)
  const { id, tone, text, details, action } = notice
  const document = useDocument()
  const isOffered = action && (action.until === undefined || action.until === document)
  const isUndone = useDocumentStore(
    ({ history }) => action?.until !== undefined && history.future[0]?.document === action.until,
  )
  const seconds = secondsOf(notice)
  useEffect(() => {
    if (tone === 'error' || held) return
    const timer = setTimeout(() => dismiss(id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [id, tone, held, seconds])
  // What was taken back is no longer so.
  useEffect(() => {
    if (isUndone) dismiss(id)
  }, [id, isUndone])
  const act = () => {
    action?.run()
    dismiss(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or focusing it only keeps it from leaving.
    <div
      className={`notice notice--${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone !== 'info' && <CircleAlert className="notice__icon" size={16} aria-hidden="true" />}
      <div className="notice__words">
        <p>{text}</p>
        {details && details.length > 0 && (
          <ul>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {isOffered && (
        <Button size="small" onClick={act}>
          {action.label}
        </Button>
      )}
      <IconButton
        label="Close this message"
        size="small"
        icon={<X size={14} />}
        onClick={() => dismiss(id)}
      />
    </div>
  )
}

/** Short messages over the top of the canvas. Errors stay until they are closed. */
export function Notices() {
  const notices = useSession((state) => state.notices)
  const of = (...tones: Notice['tone'][]) =>
    notices
      .filter((notice) => tones.includes(notice.tone))
      .map((notice) => <NoticeCard key={notice.id} notice={notice} />)
  return (
    <div className="notices">
      <div role="alert">{of('refused', 'error')}</div>
      <div role="status">{of('info')}</div>
    </div>
  )
}
