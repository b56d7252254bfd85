import { Signpost } from 'lucide-react'
import { useState } from 'react'
import { resourceTypeNames } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { IdentityMark } from '../../components/IdentityMark.tsx'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { openGuide } from '../../guide/guide-state.ts'
import { useModel } from '../../store/derived.ts'
import { edit, useDocument, useReadOnly } from '../../store/document.ts'
import { ThingRow } from './ThingRow.tsx'
import { nextVisit } from './visit.ts'

/** How many things of a type are listed. */
const mostRows = 16

function Things({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const model = useModel()
  if (ids.length === 0) return null
  const more = ids.length - mostRows
  return (
    <section className="properties-section">
      <h3>{title}</h3>
      <ul>
        {ids.slice(0, mostRows).map((id) => (
          <ThingRow key={id} model={model} id={id} />
        ))}
      </ul>
      {more > 0 && <p className="field__help">And {more} more.</p>}
    </section>
  )
}

function DocumentName() {
  const { name } = useDocument()
  const readOnly = useReadOnly()
  const [visit, setVisit] = useState(0)
  return (
    <Field label="Name of the diagram" htmlFor="document-name">
      <input
        id="document-name"
        className="input"
        type="text"
        autoComplete="off"
        disabled={readOnly}
        value={name}
        onFocus={() => setVisit(nextVisit())}
        onChange={(event) =>
          edit(
            'Rename the diagram',
            [{ type: 'document.rename', name: event.currentTarget.value }],
            `document.${visit}`,
          )
        }
      />
    </Field>
  )
}

/** What the panel shows while nothing is selected: the diagram as a whole, and how to read it. */
export function Overview() {
  const model = useModel()
  const counts = resourceTypeNames
    .map((type) => ({ type, count: model.all(type).length }))
    .filter(({ type, count }) => count > 0 && type !== 'client' && type !== 'frontendIPConfiguration')
  const frontends = model.all('frontendIPConfiguration')
  const clients = model.all('client')
  return (
    <div className="properties-form">
      <DocumentName />
      <Things title="Frontend IPs" ids={frontends.map(({ id }) => id)} />
      <Things title="Clients" ids={clients.map(({ id }) => id)} />
      {counts.length > 0 && (
        <section className="properties-section">
          <h3>In this diagram</h3>
          <ul className="overview__counts">
            {counts.map(({ type, count }) => (
              <li key={type}>
                <ResourceIcon type={type} size={14} />
                <span>{resourceDefinitions[type].plural}</span>
                <span className="overview__count">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Legend />
    </div>
  )
}

const square = { number: 0, colour: 0, mark: 'square' } as const

function Legend() {
  return (
    <section className="properties-section">
      <h3>How to read it</h3>
      <ul className="overview__legend">
        <li>
          <span className="overview__sample">
            <IdentityMark identity={square} size={11} />
          </span>
          A frontend’s address has one colour and shape everywhere. Addresses of NICs are grey.
        </li>
        <li>
          <span className="overview__sample">
            <IdentityMark identity={square} size={11} hollow />
          </span>
          The guest lacks that address.
        </li>
        <li>
          <span className="overview__sample">
            <VerdictBadge tone="ok">2 of 2</VerdictBadge>
          </span>
          How many members answer packets of a rule.
        </li>
      </ul>
      <Button size="small" icon={<Signpost size={14} aria-hidden="true" />} onClick={openGuide}>
        Take the guide
      </Button>
    </section>
  )
}
