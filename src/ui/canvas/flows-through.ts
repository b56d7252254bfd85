import type { Flow } from '../../core/simulator/trace.ts'
import { sameAddress } from '../../core/topology/address.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'

type Ported = Exclude<Flow, { readonly kind: 'probe' }>

function calls(model: TopologyModel, flow: Flow, frontend: string): flow is Ported {
  if (flow.kind === 'probe') return false
  return flow.to === frontend || sameAddress(flow.to, model.frontendAddress(frontend))
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
  if (model.find('frontendIPConfiguration', id)) return flows.filter((flow) => calls(model, flow, id))
  const rule = model.find('loadBalancingRule', id) ?? model.find('inboundNatRule', id)
  const frontend = rule?.frontendIPConfiguration
  if (!rule || frontend === undefined) return []
  const through = flows.filter((flow): flow is Ported => calls(model, flow, frontend))
  if (rule.protocol === 'All') return through
  const first = 'frontendPortRangeStart' in rule ? rule.frontendPortRangeStart : undefined
  const last = 'frontendPortRangeEnd' in rule ? rule.frontendPortRangeEnd : undefined
  const from = rule.frontendPort ?? first ?? 0
  const to = rule.frontendPort ?? last ?? from
  return through.filter(({ port, protocol }) => protocol === rule.protocol && port >= from && port <= to)
}
