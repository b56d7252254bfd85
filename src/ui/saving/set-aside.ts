import { type History, startHistory } from '../../core/edit/history.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { type Gate, useDocumentStore } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { useWorkspace } from './workspace.ts'

/** The own diagram with its steps, while somebody else's is shown. */
let own: History | undefined

/** Shows somebody else's diagram. The own one waits, in memory and in storage, as it is. */
export function showOther(document: TopologyDocument, gate: Gate): void {
  own ??= useDocumentStore.getState().history
  useWorkspace.setState({ shared: true })
  useDocumentStore.setState({ history: startHistory(document), gate })
  lookAnew()
}

/** Shows the own diagram again, with its steps. False where it is shown already. */
export function showOwn(): boolean {
  if (!own) return false
  useDocumentStore.setState({ history: own, gate: null })
  useWorkspace.setState({ shared: false })
  own = undefined
  return true
}

/** Nothing that was looked at in one diagram is looked at in the next. */
export function lookAnew(): void {
  useSession.setState(({ player }) => ({
    selection: [],
    field: null,
    whatIf: new Map(),
    measured: new Map(),
    player: { ...player, flow: null, backend: null, step: 0, playing: false },
  }))
}
