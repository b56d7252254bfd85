import type { Accepted } from '../../../core/lint/accepted.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { Button } from '../../components/Button.tsx'
import { edit, useReadOnly } from '../../store/document.ts'
import { keepFocus } from '../keep-focus.ts'
import { openProblem, problemKey } from './go-to-problem.ts'

function reopen({ diagnostic: { rule, resource } }: Accepted): void {
  keepFocus()
  edit(`No longer accept ${rule}`, [{ type: 'suppression.set', rule, resource, reason: null }])
}

interface AcceptedListProps {
  readonly accepted: readonly Accepted[]
  readonly model: TopologyModel
}

/** The findings that somebody decided to live with, each with the reason. */
export function AcceptedList({ accepted, model }: AcceptedListProps) {
  const readOnly = useReadOnly()
  if (accepted.length === 0) return null
  return (
    <section className="problems-panel__group">
      <h3>
        Accepted <span>{accepted.length}</span>
      </h3>
      <ul>
        {accepted.map((one) => {
          const { message, resource } = one.diagnostic
          return (
            <li key={problemKey(one.diagnostic)} className="problem-row accepted-row">
              <div>
                <button
                  type="button"
                  className="problem-row__message"
                  onClick={() => openProblem(one.diagnostic)}
                >
                  {message}
                </button>
                <p>
                  <span className="visually-hidden">{model.nameOf(resource)}. </span>Reason: {one.reason}
                </p>
              </div>
              {!readOnly && (
                <Button
                  size="small"
                  variant="ghost"
                  aria-label={`No longer accept: ${message}`}
                  onClick={() => reopen(one)}
                >
                  No longer accept
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
