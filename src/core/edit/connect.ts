import type { TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { typeOfId } from '../topology/resource-type.ts'
import { arrangement } from './arrange.ts'
import type { Connector } from './connect/connector.ts'
import { loadBalancerConnectors } from './connect/load-balancer-connectors.ts'
import { memberConnectors } from './connect/member-connectors.ts'
import { networkConnectors } from './connect/network-connectors.ts'
import { pairRefusals, whatToConnect } from './connect/refusals.ts'
import { containerOf } from './containers.ts'
import { type Draft, startDraft } from './draft.ts'
import { roomAfter } from './make-room.ts'
import type { EditResult } from './move.ts'

/** Every line that means something. */
export const connectors: readonly Connector[] = [
  ...loadBalancerConnectors,
  ...memberConnectors,
  ...networkConnectors,
]

const pairOf = (one: string | undefined, other: string | undefined) => `${one} ${other}`

const byPair = new Map(connectors.map((one) => [pairOf(one.one, one.other), one]))
const refusalByPair = new Map(pairRefusals.map((one) => [pairOf(one.one, one.other), one]))

/** What is known of a pair of types, with the two ends in the order in which it is known. */
function lookUp<Entry>(entries: ReadonlyMap<string, Entry>, source: string, target: string) {
  const [from, to] = [typeOfId(source), typeOfId(target)]
  const straight = entries.get(pairOf(from, to))
  if (straight) return { entry: straight, one: source, other: target }
  const turned = entries.get(pairOf(to, from))
  return turned && { entry: turned, one: target, other: source }
}

function impossible(model: TopologyModel, source: string, target: string): string {
  const known = lookUp(refusalByPair, source, target)
  if (known) return known.entry.sentence(model.nameOf(known.one), model.nameOf(known.other))
  const [from, to] = [typeOfId(source), typeOfId(target)]
  const hint = from === 'loadBalancer' || from === 'client' ? (to ?? from) : from
  return hint ? whatToConnect[hint] : 'There is nothing here to connect.'
}

/** Why two things cannot be connected and what to do instead; `undefined` where they can. Drawing direction does not matter. */
export function connectProblem(
  document: TopologyDocument,
  source: string,
  target: string,
): string | undefined {
  const model = resolve(document)
  if (!model.get(source) || !model.get(target)) return 'One of the two things is not in the diagram any more.'
  if (source === target) return 'A thing cannot be connected with itself.'
  const known = lookUp(byPair, source, target)
  return known ? known.entry.refuse(model, known.one, known.other) : impossible(model, source, target)
}

/** Whether a line between two things means something. Cheap enough to ask for every node while a line is drawn. */
export function canConnect(document: TopologyDocument, source: string, target: string): boolean {
  return connectProblem(document, source, target) === undefined
}

/** What is drawn in another container from now on gets a new place in it. */
function forgetPlaces(document: TopologyDocument, draft: Draft, ids: readonly string[]): void {
  const [before, after] = [resolve(document), draft.model()]
  const moved = ids.filter((id) => containerOf(before, id) !== containerOf(after, id))
  draft.run({ type: 'layout.set', entries: Object.fromEntries(moved.map((id) => [id, null])) })
}

/** The edit that a line between two things means, or why there is none and what to do instead. */
export function connect(document: TopologyDocument, source: string, target: string): EditResult {
  const refusal = connectProblem(document, source, target)
  const known = lookUp(byPair, source, target)
  if (refusal !== undefined || !known)
    return { refusal: refusal ?? impossible(resolve(document), source, target) }
  const draft = startDraft(document)
  const label = known.entry.join(draft, known.one, known.other)
  forgetPlaces(document, draft, [source, target])
  const missing = Object.entries(arrangement(draft.document())).filter(
    ([id]) => !Object.hasOwn(document.resources, id) || id === source || id === target,
  )
  draft.run({ type: 'layout.set', entries: Object.fromEntries(missing) })
  draft.run({ type: 'layout.set', entries: roomAfter(document, draft.document()) })
  return { label, commands: draft.commands() }
}
