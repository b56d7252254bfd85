import type { Flow } from '../../core/simulator/trace.ts'
import { sameAddress } from '../../core/topology/address.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'

type Ported = Exclude<Flow, { readonly kind: 'probe' }>

function calls(model: TopologyModel, flow: Flow, frontend: string): flow is Ported {
  if (flow.kind === 'probe') return false
  return flow.to === frontend || sameAddress(flow.to, model.frontendAddress(frontend))
}

/** The first intended flow that goes through a client, frontend or rule. */
export function flowThrough(
  document: TopologyDocument,
  flows: readonly Flow[],
  id: string,
): Flow | undefined {
  const model = resolve(document)
  const client = model.find('client', id)
  if (client) {
    return flows.find(
      (flow) => flow.kind !== 'probe' && (flow.from === id || sameAddress(flow.from, client.ipAddress)),
    )
  }
  if (model.find('frontendIPConfiguration', id)) return flows.find((flow) => calls(model, flow, id))
  const rule = model.find('loadBalancingRule', id) ?? model.find('inboundNatRule', id)
  const frontend = rule?.frontendIPConfiguration
  if (!rule || frontend === undefined) return undefined
  const through = flows.filter((flow): flow is Ported => calls(model, flow, frontend))
  const first = 'frontendPortRangeStart' in rule ? rule.frontendPortRangeStart : undefined
  const port = rule.frontendPort ?? first
  return (
    through.find((flow) => flow.port === port && flow.protocol === rule.protocol) ??
    (rule.protocol === 'All' ? through[0] : undefined)
  )
}
