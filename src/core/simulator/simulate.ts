import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { simulateHairpin } from './kinds/hairpin.ts'
import { simulateInbound } from './kinds/inbound.ts'
import { simulateOutbound } from './kinds/outbound.ts'
import { simulateProbe } from './kinds/probe.ts'
import { simulateRouted } from './kinds/routed.ts'
import type { Flow, FlowResult } from './trace.ts'

/** Follows one flow to every end it may have, and back where it is answered. Never throws for a document that was parsed. */
export function simulate(document: Pick<TopologyDocument, 'resources'>, flow: Flow): FlowResult {
  const model = resolve(document)
  if (typeof flow !== 'object' || flow === null) return { flow, traces: [], problem: 'A flow is an object.' }
  switch (flow.kind) {
    case 'inbound':
      return simulateInbound(model, flow)
    case 'hairpin':
      return simulateHairpin(model, flow)
    case 'probe':
      return simulateProbe(model, flow)
    case 'outbound':
      return simulateOutbound(model, flow)
    case 'routed':
      return simulateRouted(model, flow)
    default:
      return { flow, traces: [], problem: `Floatpath knows no flow of the kind “${kindOf(flow)}”.` }
  }
}

const kindOf = (flow: never): string => String((flow as { readonly kind?: unknown }).kind)
