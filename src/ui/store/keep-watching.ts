import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { flowsOf, watchedIn } from './derived.ts'
import { useDocumentStore } from './document.ts'
import { setPlayer, useSession } from './session.ts'

/** The same flow after an edit: a frontend that got another address is called at that one. */
function sameFlowAfter(flow: Flow, before: TopologyDocument, after: TopologyDocument): Flow {
  if (flow.kind === 'probe') return flow
  const [frontend] = resolve(before).frontendsWithAddress(flow.to)
  const address = frontend && resolve(after).frontendAddress(frontend.id)
  return address === undefined ? flow : { ...flow, to: address }
}

/**
 * Keeps the player at the packet it shows while the diagram is edited, also where that packet was not chosen
 * but the first to fail; lets it choose anew where the flow is gone. Returns what stops it.
 */
export function keepWatching(): () => void {
  return useDocumentStore.subscribe((state, previous) => {
    const after = state.history.present.document
    const before = previous.history.present.document
    if (after.resources === before.resources) return
    const { player } = useSession.getState()
    const watched = watchedIn(before)
    if (!watched) return
    const flow = sameFlowAfter(watched.flow, before, after)
    const key = JSON.stringify(flow)
    if (!flowsOf(after).some((one) => JSON.stringify(one) === key)) {
      if (player.flow) setPlayer({ flow: null, backend: null, step: 0, playing: false })
      return
    }
    const backend = player.backend ?? watched.trace?.backend ?? null
    if (JSON.stringify(player.flow) !== key || player.backend !== backend) setPlayer({ flow, backend })
  })
}
