import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { clearMeasured, clearWhatIf } from '../what-if/assume.ts'
import { onChecked } from './after-typing.ts'
import { alignedSteps } from './aligned-steps.ts'
import { flowsOf, resultOf, type ToWatch, type Watched, watchedIn } from './derived.ts'
import { useDocumentStore } from './document.ts'
import { setPlayer, useSession } from './session.ts'

/** The same flow after an edit: a frontend that got another address is called at that one. */
function sameFlowAfter(flow: Flow, before: TopologyDocument, after: TopologyDocument): Flow {
  if (flow.kind === 'probe') return flow
  const [frontend] = resolve(before).frontendsWithAddress(flow.to)
  const address = frontend && resolve(after).frontendAddress(frontend.id)
  return address === undefined ? flow : { ...flow, to: address }
}

/** Whether nothing of a diagram is left: another one was opened in its place. */
function isAnotherDiagram(before: TopologyDocument, after: TopologyDocument): boolean {
  const old = Object.keys(before.resources)
  return old.length > 0 && old.every((id) => after.resources[id] !== before.resources[id])
}

/** Whether a flow is one that the diagram is meant for; asking for one backend of it does not make it another. */
function isIntended(flow: Flow, document: TopologyDocument): boolean {
  const keys = new Set(flowsOf(document).map((one) => JSON.stringify(one)))
  if (keys.has(JSON.stringify(flow))) return true
  return 'backend' in flow && keys.has(JSON.stringify({ ...flow, backend: undefined }))
}

/** The step at which the packet is at the same place after an edit; `undefined` where it no longer comes there. */
function stepAfter(before: Watched, now: ToWatch, document: TopologyDocument): number | undefined {
  const { traces } = resultOf(document, now.flow)
  const after = traces.find(({ backend }) => backend === now.backend) ?? traces[0]
  const from = before.trace?.hops ?? []
  const place = from[before.step]?.at
  if (!after || place === undefined) return undefined
  const pair = alignedSteps(from, after.hops).find(({ one }) => one === before.step)
  return pair && after.hops[pair.other]?.at === place ? pair.other : undefined
}

/** Stays at the packet that is shown after an edit. */
function follow(after: TopologyDocument, before: TopologyDocument): void {
  const { swarm } = useSession.getState()
  if (swarm?.rule && !after.resources[swarm.rule]) useSession.setState({ swarm: null, swarmCounts: null })
  const { player } = useSession.getState()
  const watched = watchedIn(before)
  if (!watched) return
  const isFree = player.free !== null && JSON.stringify(watched.flow) === JSON.stringify(player.free)
  const flow = isFree ? watched.flow : sameFlowAfter(watched.flow, before, after)
  const key = JSON.stringify(flow)
  if (!isFree && !isIntended(flow, after)) {
    if (player.flow) setPlayer({ flow: null, backend: null, step: 0, playing: false })
    return
  }
  const backend = player.backend ?? watched.trace?.backend ?? null
  // Of two packets that are compared the step is one of both; one past the end waits for the packet to get there again.
  const isElsewhere = player.comparing || player.step !== watched.step
  const step = isElsewhere ? undefined : stepAfter(watched, { flow, backend }, after)
  if (step !== undefined && step !== player.step) setPlayer({ step })
  if (JSON.stringify(player.flow) !== key || player.backend !== backend) setPlayer({ flow, backend })
}

/** Lets go what was of the diagram before. What comes with the one that was opened is set afterwards. */
function openAnother(after: TopologyDocument, before: TopologyDocument): void {
  if (useSession.getState().player.free) setPlayer({ free: null, formOpen: false })
  clearWhatIf()
  clearMeasured()
  follow(after, before)
}

/**
 * Keeps the player at the packet it shows while the diagram is edited, also where that packet was not chosen
 * but the first to fail; lets it choose anew where the flow is gone. Returns what stops it.
 */
export function keepWatching(): () => void {
  const stopOpening = useDocumentStore.subscribe((state, previous) => {
    const after = state.history.present.document
    const before = previous.history.present.document
    if (isAnotherDiagram(before, after)) openAnother(after, before)
  })
  const stopChecking = onChecked((after, before) => {
    if (after.resources !== before.resources && !isAnotherDiagram(before, after)) follow(after, before)
  })
  return () => {
    stopOpening()
    stopChecking()
  }
}
