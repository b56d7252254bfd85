import { findFrontendRule } from '../../core/simulator/frontend-rules.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import { tracePath } from '../../core/simulator/trace-path.ts'
import { sameAddress } from '../../core/topology/address.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'
import { resultOf } from '../store/derived.ts'

type Ported = Exclude<Flow, { readonly kind: 'probe' }>

function calls(model: TopologyModel, flow: Flow, frontend: string): flow is Ported {
  if (flow.kind === 'probe') return false
  return flow.to === frontend || sameAddress(flow.to, model.frontendAddress(frontend))
}

/** Whether a routed packet, which calls no frontend, passes a frontend or a rule. */
function passes(document: TopologyDocument, flow: Flow, id: string): boolean {
  if (flow.kind !== 'routed') return false
  const { traces } = resultOf(document, flow)
  return traces.some((trace) => tracePath(document, trace).includes(id))
}

/** The intended flows that go through a client, frontend or rule. */
export function flowsThrough(
  document: TopologyDocument,
  flows: readonly Flow[],
  id: string,
): readonly Flow[] {
  const model = resolve(document)
  const client = model.find('client', id)
  if (client) {
    return flows.filter(
      (flow) => flow.kind !== 'probe' && (flow.from === id || sameAddress(flow.from, client.ipAddress)),
    )
  }
  if (model.find('frontendIPConfiguration', id)) {
    return flows.filter((flow) => calls(model, flow, id) || passes(document, flow, id))
  }
  const rule = findFrontendRule(model, id)
  const frontend = rule?.frontendIPConfiguration
  if (!rule || frontend === undefined) return []
  if (rule.protocol === 'All') {
    return flows.filter((flow) => calls(model, flow, frontend) || passes(document, flow, id))
  }
  const through = flows.filter((flow): flow is Ported => calls(model, flow, frontend))
  const first = 'frontendPortRangeStart' in rule ? rule.frontendPortRangeStart : undefined
  const last = 'frontendPortRangeEnd' in rule ? rule.frontendPortRangeEnd : undefined
  const from = rule.frontendPort ?? first ?? 0
  const to = rule.frontendPort ?? last ?? from
  return through.filter(({ port, protocol }) => protocol === rule.protocol && port >= from && port <= to)
}
