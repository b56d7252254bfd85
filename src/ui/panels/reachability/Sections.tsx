import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { RuleReachability } from '../../../core/simulator/summary.ts'
import { useCheckedModel } from '../../store/after-typing.ts'
import { cellAfter } from './cell-after.ts'
import { GridRow } from './GridRow.tsx'
import { useGridView } from './grid-view.ts'
import type { Section } from './sections.ts'

interface SectionsProps {
  readonly sections: readonly Section[]
  readonly byRule: ReadonlyMap<string, RuleReachability>
  /** The first column shown, and the one after the last. */
  readonly columns: readonly [from: number, to: number]
  /** Whether each row is about the client that fares worst with it. */
  readonly isWorst: boolean
}

/** The grids, one for each group of backends. The arrow keys move from cell to cell, across grids too. */
export function Sections({ sections, byRule, columns, isWorst }: SectionsProps) {
  const model = useCheckedModel()
  const at = useGridView((view) => view.at)
  const ref = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const cells = [...(ref.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
    const places = cells.map(({ dataset }) => {
      const [row = 0, column = 0] = (dataset.cell ?? '').split(' ').map(Number)
      return { row, column }
    })
    const current = cells.indexOf(document.activeElement as HTMLElement)
    const next = cellAfter(event.key, event.ctrlKey || event.metaKey, current, places)
    if (next === undefined) return
    event.preventDefault()
    cells[next]?.focus()
  }
  const [from, to] = columns
  // The same lists as before, so that rows about which nothing changed are not drawn again.
  const drawn = useMemo(
    () => sections.map(({ machines, rules }) => ({ machines: machines.slice(from, to), rules })),
    [sections, from, to],
  )
  const isThere = drawn.some(
    ({ machines, rules }) =>
      at !== null &&
      (at.machine === null || machines.includes(at.machine)) &&
      rules.some(({ id }) => id === at.rule && (at.machine === null || byRule.has(id))),
  )
  const tabStop = isThere ? at : { rule: drawn[0]?.rules[0]?.id, machine: null }
  let row = 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it moves the focus between the cells inside
    <div className="reachability__scroll" ref={ref} onKeyDown={onKeyDown}>
      {drawn.map(({ machines, rules }) => (
        <table
          key={`${machines[0]} ${rules[0]?.id}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys reach its cells
          role="grid"
          className="grid"
          aria-label="Rules and their backends"
        >
          <thead>
            <tr>
              <th scope="col" className="grid__rule">
                Rule
              </th>
              <th scope="col">Frontend</th>
              <th scope="col">Answers</th>
              {isWorst && <th scope="col">Client</th>}
              {machines.map((id) => (
                <th key={id} scope="col" className="grid__machine" title={model.nameOf(id)}>
                  {model.nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <GridRow
                key={rule.id}
                rule={rule}
                reach={byRule.get(rule.id)}
                machines={machines}
                index={row++}
                isWorst={isWorst}
                tabStop={tabStop?.rule === rule.id ? tabStop.machine : undefined}
              />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
