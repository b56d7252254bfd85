import { resolve } from '../../../../core/topology/model.ts'
import { type ComparedSide, type Comparison, sameHeader } from '../../../store/comparison.ts'
import { BackendPicker } from '../BackendPicker.tsx'
import { Scrubber } from '../Scrubber.tsx'
import { traceRows } from '../trace-rows.ts'
import { CompareButton } from './CompareButton.tsx'
import { CompareSide } from './CompareSide.tsx'
import { differingHops } from './differing-hops.ts'
import { outcomeWords } from './outcome-words.ts'
import './compare.css'

const rowsOf = ({ document, trace }: ComparedSide) => {
  const { forward, reply } = traceRows(resolve(document), trace)
  return [...forward, ...reply]
}

/** The same packet with floating IP on and off, next to each other, under one transport. */
export function ComparePanel({ comparison }: { readonly comparison: Comparison }) {
  const { rule, on, off, steps, step } = comparison
  const name = resolve(on.document).nameOf(rule)
  const [onRows, offRows] = [rowsOf(on), rowsOf(off)]
  const differing = differingHops(comparison, sameHeader)
  const at = steps[step] ?? { one: 0, other: 0 }
  return (
    <>
      <div className="trace-panel__bar">
        <p className="compare__words">
          <strong>{name}</strong> {outcomeWords(on.trace, off.trace)}
        </p>
        <BackendPicker />
        <CompareButton />
        <Scrubber
          step={step}
          places={steps.map(({ one, other }) => {
            const [first, second] = [onRows[one]?.where ?? '', offRows[other]?.where ?? '']
            return first === second ? first : `${first} with floating IP on, ${second} with it off`
          })}
        />
      </div>
      <div className="compare">
        <CompareSide side={on} rows={onRows} differing={differing.one} hop={at.one} comparison={comparison} />
        <CompareSide
          side={off}
          rows={offRows}
          differing={differing.other}
          hop={at.other}
          comparison={comparison}
        />
      </div>
    </>
  )
}
