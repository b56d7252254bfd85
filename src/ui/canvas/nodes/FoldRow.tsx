import { ChevronDown, ChevronUp } from 'lucide-react'
import { problemWords } from '../../../core/drawing/views/common.ts'
import type { MoreRow } from '../../../core/drawing/views/virtual-machine-rows.ts'
import { resolve } from '../../../core/topology/model.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { currentDocument } from '../../store/document.ts'
import { type Lit, useCanvasState } from '../canvas-state.ts'
import { fold } from '../fold.ts'
import { NameInput } from './NodeTitle.tsx'
import { severityIcons } from './ProblemsBadge.tsx'

interface FoldRowProps {
  readonly id: string
  readonly name: string
  readonly row: MoreRow
  readonly selected: boolean
  readonly lit: Lit | undefined
}

/** Stands for the listeners of a machine that are not shown, with what is wrong with them; a press shows or folds them. */
export function FoldRow({
  id,
  name,
  row: { y, height, words, hidden, problems },
  selected,
  lit,
}: FoldRowProps) {
  const renaming = useCanvasState((state) => hidden.find((one) => one === state.renaming))
  const isFolded = hidden.length > 0
  const Chevron = isFolded ? ChevronDown : ChevronUp
  const Icon = problems && severityIcons[problems.severity]
  const action = isFolded ? `Show all listeners of ${name}, ${hidden.length} more` : `${words} of ${name}`
  const wrong = problemWords(problems)
  const label = wrong === undefined ? action : `${action} with ${wrong}`
  const look = [
    'machine-row machine-row--more nodrag nopan',
    identityClass(lit?.identity),
    selected && 'machine-row--selected',
    lit && `machine-row--${lit.tone}`,
  ]
  if (renaming !== undefined) {
    return (
      <div className="machine-row machine-row--more" style={{ top: y, height }}>
        <NameInput id={renaming} name={resolve(currentDocument()).nameOf(renaming)} />
      </div>
    )
  }
  return (
    <button
      type="button"
      className={look.filter(Boolean).join(' ')}
      style={{ top: y, height }}
      aria-label={label}
      aria-expanded={!isFolded}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        fold(id, isFolded ? false : undefined)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Chevron size={13} aria-hidden="true" />
      <span className="machine-row__service">{words}</span>
      {Icon && (
        <span className={`machine-row__wrong machine-row__wrong--${problems.severity}`}>
          <Icon size={13} aria-hidden="true" />
          {wrong}
        </span>
      )}
    </button>
  )
}
