import { without } from '../../core/edit/without.ts'
import type { Combined } from '../../core/import/combine.ts'
import type { MemberProbe } from '../../core/import/health/facts.ts'
import { measuredProbes } from '../../core/simulator/assumed-probes.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { typeOfId } from '../../core/topology/resource-type.ts'
import { sameValue } from '../../core/topology/same-value.ts'
import { openDiagram } from '../saving/diagram-of.ts'
import { undoTo } from '../shell/history-steps.ts'
import { currentDocument, mayEdit, replaceDocument } from '../store/document.ts'
import { notify, select, useSession } from '../store/session.ts'

function replace(
  label: string,
  text: string,
  document: TopologyDocument,
  {
    details = [],
    into = false,
    health = [],
  }: {
    readonly details?: readonly string[]
    readonly into?: boolean
    readonly health?: readonly MemberProbe[]
  } = {},
): void {
  const { measured } = useSession.getState()
  const before = into ? currentDocument() : openDiagram(label, document)
  if (into && document !== before) replaceDocument(label, document)
  if (health.length > 0) {
    const kept = into ? [...measured] : []
    useSession.setState({ measured: new Map([...kept, ...measuredProbes(health)]) })
  }
  select([])
  // Of probe states alone the bar over the diagram tells.
  if (document === before) return
  notify({
    tone: 'info',
    text,
    ...(details.length > 0 ? { details } : {}),
    action: {
      label: 'Undo',
      run: () => {
        undoTo(before)
        useSession.setState({ measured })
      },
      until: currentDocument(),
    },
  })
}

/** Opens a document as a diagram of its own, as one step that can be undone. */
export function openDocument(document: TopologyDocument): void {
  replace(`Open ${document.name}`, `Opened ${document.name}.`, document)
}

/** The document with the very objects of the current one for what is the same: it came from a worker as a copy. */
export function withKnownParts(document: TopologyDocument, current: TopologyDocument): TopologyDocument {
  const entries = Object.entries(document.resources).map(([id, fields]) => {
    const known = Object.hasOwn(current.resources, id) ? current.resources[id] : undefined
    return [id, known && sameValue(known, fields) ? known : fields]
  })
  return { ...document, resources: Object.fromEntries(entries) }
}

const completing = ({ next }: Combined) =>
  next.length === 0 ? [] : [`To complete it, import the output of ${next[0]?.command}`]

/** What guests lack, the first few of it. */
function lacking({ comparisons }: Combined): readonly string[] {
  const wrong = comparisons.filter(({ agrees }) => !agrees)
  const lines = wrong.slice(0, 3).map(({ machineName, asked, has }) => `${machineName}: ${asked}: ${has}`)
  return wrong.length > 3 ? [...lines, `${wrong.length - 3} more that guests lack`] : lines
}

/** An import that takes out what Azure does not have any more, too. */
export const pruned = (imported: Combined): Combined => ({
  ...imported,
  document: without(imported.document, imported.gone),
  removed: [...imported.removed, ...imported.gone],
})

/** Opens what was imported as a diagram of its own. */
export function applyFresh(imported: Combined): void {
  const { document } = imported
  replace(`Import ${document.name}`, `Imported ${document.name}.`, document, {
    details: [...lacking(imported), ...completing(imported)],
    health: imported.health,
  })
}

/** Puts what was imported into the diagram that is open. */
export function applyInto(imported: Combined): void {
  const { added, updated, removed, comparisons, health } = imported
  const isSame = added.length + updated.length + removed.length === 0
  if (!isSame && !mayEdit()) return
  const current = currentDocument()
  const balancer = [...added, ...updated].find((id) => typeOfId(id) === 'loadBalancer')
  const what =
    (balancer && imported.document.resources[balancer]?.name) ??
    (comparisons.length > 0 ? 'what guests have' : 'what was pasted')
  replace(
    `Import ${what} into the diagram`,
    `Imported: ${added.length} added, ${updated.length} updated${removed.length > 0 ? `, ${removed.length} removed` : ''}.`,
    isSame ? current : withKnownParts(imported.document, current),
    { details: [...lacking(imported), ...completing(imported)], into: true, health },
  )
  const wrong = comparisons.find(({ agrees }) => !agrees)?.machine
  const down = health.find(({ state }) => state === 'down')?.virtualMachine
  const first = wrong ?? down ?? balancer ?? added[0]
  if (first !== undefined) select([first], { reveal: true })
}
