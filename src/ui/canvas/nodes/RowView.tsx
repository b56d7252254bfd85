import { answerTone, answerWords } from '../../../core/drawing/views/marks.ts'
import type { MarkView, VirtualMachineView } from '../../../core/drawing/views/view.ts'
import { useSession } from '../../store/session.ts'
import { Chip } from './Chip.tsx'
import { MarkPicture } from './MarkPicture.tsx'
import { MeasuredFrame } from './MeasuredFrame.tsx'
import { NodeShell } from './Shell.tsx'
import { WhatIfProbe } from './WhatIfProbe.tsx'

/** How many frontends are marked one by one. */
const markLimit = 6

const drawings = { answers: 'filled', missing: 'hollow', fails: 'crossed', unknown: 'filled' } as const

function Mark({ mark }: { readonly mark: MarkView }) {
  if (!mark.identity) return null
  return (
    <span className={`row-view__mark row-view__mark--${mark.state}`} title={mark.title}>
      <MarkPicture identity={mark.identity} state={drawings[mark.state]} />
    </span>
  )
}

/** A VM in one line, where there are many. */
export function RowView({ id, view }: { readonly id: string; readonly view: VirtualMachineView }) {
  const { name, problems, address, marks } = view
  const assumed = useSession(({ whatIf }) => whatIf.has(id))
  const answer = marks.length > 0 && (
    <span className={`row-view__answer row-view__answer--${answerTone(marks)}`}>{answerWords(marks)}</span>
  )
  return (
    <NodeShell
      id={id}
      type="virtualMachine"
      name={name}
      problems={problems}
      className="node--row-view"
      aside={
        <>
          <MeasuredFrame id={id} />
          {assumed && <WhatIfProbe id={id} view={view} />}
          {answer}
        </>
      }
      inY={22}
    >
      <div className="row-view__line">
        {address && <Chip address={address} />}
        <span className="row-view__marks">
          {marks.slice(0, markLimit).map((mark) => (
            <Mark key={mark.frontend} mark={mark} />
          ))}
          {marks.length > markLimit && <span className="node__muted">+{marks.length - markLimit}</span>}
        </span>
      </div>
    </NodeShell>
  )
}
