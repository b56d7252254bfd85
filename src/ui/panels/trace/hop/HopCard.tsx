import { Check, Copy, MoveRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { captureOf } from '../../../../core/simulator/capture/capture.ts'
import type { Hop, Trace } from '../../../../core/simulator/trace.ts'
import { AddressChip } from '../../../components/AddressChip.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import type { TraceRows } from '../trace-rows.ts'
import { nothingCaptured } from './nothing-captured.ts'
import './hop-card.css'
import { useCheckedModel } from '../../../store/after-typing.ts'

interface HopCardProps {
  readonly trace: Trace
  readonly rows: TraceRows
  readonly step: number
}

/** The place where the packet is: the header before and after it, and what tcpdump in the guest prints there. */
export function HopCard({ trace, rows, step }: HopCardProps) {
  const all = [...rows.forward, ...rows.reply]
  const row = all[step]
  if (!row) return null
  const { hop, where, rewritten } = row
  const before = rewritten && all[step - 1]?.hop
  return (
    <section className="hop-card" aria-label={`Step ${step + 1}, ${where}: header and capture`}>
      <div className="hop-card__headers">
        {before ? (
          <>
            <Header name="Before" hop={before} />
            <Header name="After" hop={hop} changed={rewritten} />
          </>
        ) : (
          <Header name={step === rows.forward.length ? 'Answer' : 'Unchanged'} hop={hop} />
        )}
      </div>
      <CaptureLine trace={trace} step={step} />
    </section>
  )
}

interface HeaderProps {
  readonly name: string
  readonly hop: Hop
  readonly changed?: 'source' | 'destination'
}

function Header({ name, hop, changed }: HeaderProps) {
  return (
    <span className="hop-card__header">
      <span className="hop-card__name">{name}</span>
      {(['source', 'destination'] as const).map((half) => (
        <span key={half} className={`hop-card__half ${half === changed ? 'hop-card__half--changed' : ''}`}>
          {half === 'destination' && <MoveRight size={13} role="img" aria-label="to" />}
          <AddressChip address={hop[half].address} port={hop[half].port} />
          {half === changed && <span className="hop-card__changed">changed</span>}
        </span>
      ))}
    </span>
  )
}

function CaptureLine({ trace, step }: { readonly trace: Trace; readonly step: number }) {
  const model = useCheckedModel()
  const capture = captureOf(model, trace, step)
  if (!capture) return <p className="hop-card__none">{nothingCaptured(trace, step)}</p>
  const { machine, line, command } = capture
  const prints = command ? 'tcpdump' : `a capture on ${capture.interface}`
  return (
    <div className="hop-card__capture">
      <span className="hop-card__name" title={command}>
        {machine}, {prints}
      </span>
      <code
        className="hop-card__line"
        title={`${command ? `${command}\n` : ''}Ports chosen by a system, sequence numbers, windows and UDP lengths are examples.`}
      >
        {line}
      </code>
      <CopyLine line={line} />
    </div>
  )
}

function CopyLine({ line }: { readonly line: string }) {
  const [said, setSaid] = useState('')
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const copy = async () => {
    const text = await navigator.clipboard.writeText(line).then(
      () => 'Copied',
      () => 'This browser does not let the page use the clipboard. Select the line and press Ctrl C.',
    )
    setSaid(text)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setSaid(''), 4_000)
  }
  return (
    <>
      <IconButton
        size="small"
        label="Copy the line"
        icon={said === 'Copied' ? <Check size={14} /> : <Copy size={14} />}
        onClick={copy}
      />
      <span className={said === 'Copied' ? 'visually-hidden' : 'hop-card__said'} role="status">
        {said}
      </span>
    </>
  )
}
