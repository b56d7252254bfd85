import { applyCommand } from '../../core/edit/command.ts'
import type { Hop, Trace } from '../../core/simulator/trace.ts'
import type { Resources, TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { useCheckedDocument } from './after-typing.ts'
import { alignedSteps, type PairedStep } from './aligned-steps.ts'
import { resultOf, useWatched, type Watched, watchedIn } from './derived.ts'
import { currentDocument } from './document.ts'
import { setPlayer, useSession } from './session.ts'

/** What becomes of the watched packet with floating IP on, or off. */
export interface ComparedSide {
  readonly floating: boolean
  /** The rule in the diagram is set like this. */
  readonly isSet: boolean
  readonly document: TopologyDocument
  readonly trace: Trace
}

/** One flow followed twice: as the rule is set, and with its floating IP the other way. */
export interface Comparison {
  /** The load-balancing or inbound NAT rule that takes the flow. */
  readonly rule: string
  readonly on: ComparedSide
  readonly off: ComparedSide
  /** Both packets in step: `one` is the hop with floating IP on, `other` with it off. */
  readonly steps: readonly PairedStep[]
  readonly step: number
}

/**
 * The load-balancing or inbound NAT rule that takes a packet at its frontend. One that is only routed through a
 * frontend keeps its destination either way, so that there is nothing to compare.
 */
export function ruleOfTrace(document: TopologyDocument, trace: Trace | undefined): string | undefined {
  if (trace?.flow.kind === 'routed') return undefined
  const taken = trace?.hops.find(({ at }) => at === 'frontend')?.resource
  const model = resolve(document)
  return (model.find('loadBalancingRule', taken) ?? model.find('inboundNatRule', taken))?.id
}

const others = new WeakMap<Resources, Map<string, TopologyDocument>>()

/** The document with floating IP of one rule the other way. */
function toggled(document: TopologyDocument, rule: string, floating: boolean): TopologyDocument {
  const known = others.get(document.resources) ?? new Map<string, TopologyDocument>()
  others.set(document.resources, known)
  const before = known.get(rule)
  if (before) return before
  const value = !floating
  const after = applyCommand(document, { type: 'resource.set', id: rule, path: 'enableFloatingIP', value })
  known.set(rule, after)
  return after
}

/** The pair of steps at which one of two packets is at a hop. */
export function pairedStep(steps: readonly PairedStep[], side: keyof PairedStep, hop: number): number {
  const index = steps.findIndex((step) => step[side] === hop)
  return index < 0 ? Math.max(0, steps.length - 1) : index
}

interface Remembered {
  readonly trace: Trace
  readonly comparison: Omit<Comparison, 'step'>
}
let last: Remembered | undefined

function compare(document: TopologyDocument, watched: Watched): Omit<Comparison, 'step'> | undefined {
  const { trace, flow } = watched
  const rule = ruleOfTrace(document, trace)
  if (rule === undefined || !trace) return undefined
  if (last?.trace === trace) return last.comparison
  const model = resolve(document)
  const resource = model.find('loadBalancingRule', rule) ?? model.find('inboundNatRule', rule)
  const floating = resource?.enableFloatingIP === true
  const otherDocument = toggled(document, rule, floating)
  const { traces } = resultOf(otherDocument, flow)
  const otherTrace = traces.find(({ backend }) => backend === trace.backend) ?? traces[0]
  if (!otherTrace) return undefined
  const set = { floating, isSet: true, document, trace }
  const other = { floating: !floating, isSet: false, document: otherDocument, trace: otherTrace }
  const [on, off] = floating ? [set, other] : [other, set]
  const comparison = { rule, on, off, steps: alignedSteps(on.trace.hops, off.trace.hops) }
  last = { trace, comparison }
  return comparison
}

/** The comparison that is shown in a document, or nothing where one packet is watched alone. */
export function comparisonIn(document: TopologyDocument): Comparison | undefined {
  const { player } = useSession.getState()
  const watched = player.comparing ? watchedIn(document) : undefined
  const comparison = watched && compare(document, watched)
  return comparison && { ...comparison, step: Math.min(player.step, comparison.steps.length - 1) }
}

/** The comparison that is shown, for components. It follows edits like the packet itself. */
export function useComparison(): Comparison | undefined {
  useWatched()
  return comparisonIn(useCheckedDocument())
}

/** How many steps the player has: the hops of the packet, or the pairs of two. */
export function stepCount(): number {
  const document = currentDocument()
  return comparisonIn(document)?.steps.length ?? watchedIn(document)?.trace?.hops.length ?? 0
}

/** Shows the watched flow with floating IP on and off side by side, or alone again; the packet stays where it is. */
export function setComparing(comparing: boolean): void {
  const document = currentDocument()
  const watched = watchedIn(document)
  const comparison = watched && compare(document, watched)
  const { player } = useSession.getState()
  if (!comparison || player.comparing === comparing) return
  const { steps, on } = comparison
  const side = on.isSet ? 'one' : 'other'
  const shown = Math.min(player.step, steps.length - 1)
  const step = comparing ? pairedStep(steps, side, watched.step) : (steps[shown]?.[side] ?? 0)
  setPlayer({ comparing, step, visible: true })
}

/** Whether the headers of two hops are the same. */
export const sameHeader = (one: Hop | undefined, other: Hop | undefined, half: 'source' | 'destination') =>
  one?.[half].address === other?.[half].address && one?.[half].port === other?.[half].port
