import type { Combined } from '../../core/import/combine.ts'
import type { ImportNote } from '../../core/import/importer.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { pluralInSentence } from '../../core/topology/plural-in-sentence.ts'
import { type ResourceType, resourceTypeNames, typeOfId } from '../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../core/topology/resources/index.ts'
import { useDocument, useReadOnly } from '../store/document.ts'
import { GuestComparisons } from './GuestComparisons.tsx'
import { HealthAnswers } from './HealthAnswers.tsx'
import { ImportParameters } from './ImportParameters.tsx'
import { type ImportTarget, isNoDiagram, useImport } from './import-state.ts'
import { NextCommands } from './NextCommands.tsx'
import type { Reading } from './read-sources.ts'

/** What is shown of a long list; the rest is counted. */
const shown = 200

const headings: readonly (readonly [ImportNote['kind'], string])[] = [
  ['left-out', 'Left out'],
  ['unresolved', 'Could not be worked out'],
  ['condition', 'Imported on a condition that is not known'],
  ['assumed', 'Known by name only'],
]

function countOf(type: ResourceType, count: number): string {
  const { noun } = resourceDefinitions[type]
  return `${count} ${count === 1 ? noun : pluralInSentence(type)}`
}

function Things({
  title,
  ids,
  document,
  open = title === 'Updated',
}: {
  readonly title: string
  readonly ids: readonly string[]
  readonly document: TopologyDocument
  readonly open?: boolean
}) {
  if (ids.length === 0) return null
  const byType = resourceTypeNames
    .map((type) => [type, ids.filter((id) => typeOfId(id) === type)] as const)
    .filter(([, some]) => some.length > 0)
  return (
    <details className="import__group" open={open}>
      <summary>
        {title} {ids.length}
        <span className="import__counts">
          {byType.map(([type, some]) => countOf(type, some.length)).join(', ')}
        </span>
      </summary>
      <dl className="import__things">
        {byType.map(([type, some]) => (
          <div key={type}>
            <dt>{countOf(type, some.length)}</dt>
            <dd>
              {some
                .slice(0, 12)
                .map((id) => document.resources[id]?.name)
                .join(', ')}
              {some.length > 12 && ` and ${some.length - 12} more`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Notes({ notes }: { readonly notes: readonly ImportNote[] }) {
  return headings.map(([kind, title]) => {
    const some = notes.filter((note) => note.kind === kind)
    if (some.length === 0) return null
    return (
      <details key={kind} className="import__group">
        <summary>
          {title} {some.length}
        </summary>
        <ul className="import__notes">
          {some.slice(0, shown).map(({ subject, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown.
            <li key={index}>
              <b>{subject}</b> {message}
            </li>
          ))}
          {some.length > shown && <li>{some.length - shown} more</li>}
        </ul>
      </details>
    )
  })
}

function Target({ target }: { readonly target: ImportTarget }) {
  const { name } = useDocument()
  const readOnly = useReadOnly()
  if (readOnly) return null
  const option = (value: ImportTarget, label: string) => (
    <label>
      <input
        type="radio"
        name="import-target"
        checked={target === value}
        onChange={() => useImport.setState({ target: value })}
      />
      {label}
    </label>
  )
  return (
    <fieldset className="import__target">
      <legend className="field__label">Where it goes</legend>
      {option('fresh', 'A new diagram')}
      {option('into', `Into ${name}`)}
    </fieldset>
  )
}

/** Whether an import would change nothing. */
export const isNothingNew = ({ added, updated, removed, gone, health }: Combined, prune: boolean) =>
  added.length + updated.length + removed.length + health.length + (prune ? gone.length : 0) === 0

/** What Azure does not have any more, and whether it is to go. Somebody may have drawn it for later. */
function Gone({ ids, document }: { readonly ids: readonly string[]; readonly document: TopologyDocument }) {
  const prune = useImport((state) => state.prune)
  if (ids.length === 0) return null
  return (
    <>
      <Things title="Not in Azure any more" ids={ids} document={document} open />
      <label className="import__prune">
        <input
          type="checkbox"
          checked={prune}
          onChange={({ target }) => useImport.setState({ prune: target.checked })}
        />
        Remove what is not in Azure any more
      </label>
    </>
  )
}

/** What an import will do: added, updated, left out, not worked out, and what would complete it. */
export function ImportPreview({
  reading,
  target,
}: {
  readonly reading: Reading & { readonly ok: true }
  readonly target: ImportTarget
}) {
  const { document, added, updated, unchanged, removed, gone, notes, next, comparisons, health } =
    reading[target]
  const before = useDocument()
  return (
    <section className="import__preview" aria-label="What the import does">
      {!isNoDiagram(reading) && <Target target={target} />}
      <ImportParameters />
      <GuestComparisons comparisons={comparisons} />
      <HealthAnswers health={health} />
      <div>
        <Things title="Added" ids={added} document={document} />
        <Things title="Updated" ids={updated} document={document} />
        <Things title="Removed: in no guest" ids={removed} document={before} />
        <Gone ids={gone} document={document} />
        <Things title="Already there" ids={unchanged} document={document} />
        <Notes notes={notes} />
        {gone.length === 0 && isNothingNew(reading[target], false) && (
          <p>
            {unchanged.length > 0
              ? 'Everything is in the diagram already.'
              : 'Nothing of this is in the diagram.'}
          </p>
        )}
      </div>
      <NextCommands commands={next} />
    </section>
  )
}
