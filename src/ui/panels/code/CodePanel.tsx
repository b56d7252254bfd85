import { Check, CircleX, Hourglass } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../components/Button.tsx'
import { useReadOnly } from '../../store/document.ts'
import { SeverityIcon } from '../problems/SeverityIcon.tsx'
import { severityWord } from '../problems/severity.ts'
import { useCode } from './code-state.ts'
import { type Code, startCode } from './start-code.ts'
import './code.css'

/** The diagram as JSON, to read and to write. */
export function CodePanel() {
  const readOnly = useReadOnly()
  // The editor is made anew where what it may do is another.
  return <CodeView key={String(readOnly)} />
}

function CodeView() {
  const host = useRef<HTMLDivElement>(null)
  const code = useRef<Code>(undefined)
  useEffect(() => {
    if (!host.current) return undefined
    const started = startCode(host.current)
    code.current = started
    return started.stop
  }, [])
  const { isConflict, problem } = useCode()
  return (
    <div className="code-view">
      {isConflict && (
        <div className="bar bar--warn" role="alert">
          <p>
            {problem
              ? 'The diagram was changed while this text cannot be read. Both are still there.'
              : 'The diagram was changed while this text could not be read. The text can be read again.'}
          </p>
          <Button size="small" onClick={() => code.current?.keepText()}>
            {problem ? 'Keep the text' : 'Take the text'}
          </Button>
          <Button size="small" onClick={() => code.current?.takeDiagram()}>
            Take the diagram
          </Button>
        </div>
      )}
      <div className="code-view__editor" ref={host} />
      <Foot />
    </div>
  )
}

/** Whether text and diagram say the same, and what is found where the cursor is. */
function Foot() {
  const { draft, problem, isConflict, found } = useCode()
  return (
    <footer className="code-view__foot">
      <p role="status" className="code-view__said">
        {problem ? (
          <>
            <CircleX size={14} className="code-view__bad" aria-hidden="true" />
            <span>
              <b>
                Line {problem.line}, column {problem.column}:
              </b>{' '}
              {problem.reason}
              {problem.more > 0 && ` ${problem.more} more.`} The diagram stays as it was.
            </span>
          </>
        ) : found ? (
          <>
            <SeverityIcon severity={found.severity} />
            <span>
              <b>{severityWord(found.severity)}:</b> {found.message}
            </span>
          </>
        ) : draft === null ? (
          <>
            <Check size={14} className="code-view__ok" aria-hidden="true" />
            <span>Text and diagram say the same.</span>
          </>
        ) : (
          !isConflict && (
            <>
              <Hourglass size={14} aria-hidden="true" />
              <span>The text is taken over when you pause.</span>
            </>
          )
        )}
      </p>
      <p className="code-view__keys">Ctrl Space completes, F8 goes to the next finding</p>
    </footer>
  )
}
