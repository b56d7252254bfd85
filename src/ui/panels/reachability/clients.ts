import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { flowsOf } from '../../store/derived.ts'

/** Somebody who calls rules: a drawn client, or an address that stands for those nobody drew. */
export interface GridClient {
  /** As flows name it. */
  readonly from: string
  readonly name: string
}

/** Above this many, a list of clients helps nobody. */
const most = 100

/** Everybody who calls some rule, drawn clients first. */
export function gridClients(document: TopologyDocument): readonly GridClient[] {
  const model = resolve(document)
  const callers = new Set<string>()
  for (const flow of flowsOf(document)) {
    if (flow.kind !== 'inbound' && flow.kind !== 'routed') continue
    if (!model.find('virtualMachine', flow.from)) callers.add(flow.from)
  }
  const all = [...callers].map((from) => ({ from, name: model.get(from)?.name ?? from }))
  const drawn = all.filter(({ from }) => model.get(from))
  return [...drawn, ...all.filter(({ from }) => !model.get(from))].slice(0, most)
}
