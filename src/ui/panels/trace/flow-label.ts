import type { Flow } from '../../../core/simulator/trace.ts'
import { canonicalAddress, sameAddress } from '../../../core/topology/address.ts'
import { isHaPorts, type TopologyModel } from '../../../core/topology/model.ts'
import { addressAndPort } from '../../components/AddressChip.tsx'

/** The name of the client or machine that has an address; the address itself where none is drawn. */
export function callerName(model: TopologyModel, from: string): string {
  if (model.get(from)) return model.nameOf(from)
  return model.all('client').find(({ ipAddress }) => sameAddress(ipAddress, from))?.name ?? from
}

/** The name of the frontend that has an address; the address itself where there is none. */
export function calledName(model: TopologyModel, to: string): string {
  return model.get(to)?.name ?? model.frontendsWithAddress(to)[0]?.name ?? to
}

/** A flow in one line: `app-tier → site-b:443 → web2`. */
export function flowLabel(model: TopologyModel, flow: Flow, backend?: string): string {
  if (flow.kind === 'probe') return `${model.nameOf(flow.probe)} → ${model.nameOf(flow.virtualMachine)}`
  const bound = flow.kind === 'outbound' && flow.bind !== undefined ? ` from ${flow.bind}` : ''
  const end = backend ?? (flow.kind === 'outbound' ? undefined : flow.backend)
  const machine = end === undefined ? '' : ` → ${model.nameOf(end)}`
  const udp = flow.protocol === 'Udp' ? ' UDP' : ''
  return `${callerName(model, flow.from)} → ${addressAndPort(calledName(model, flow.to), flow.port)}${udp}${bound}${machine}`
}

/** The heading under which a flow stands: the rule that takes it, or what kind of flow it is. */
export function flowGroup(model: TopologyModel, flow: Flow): string {
  if (flow.kind === 'probe') return 'Health probes'
  if (flow.kind === 'outbound') return 'Outbound connections'
  if (flow.kind === 'routed') return 'Routed flows'
  const frontends = model.get(flow.to)
    ? [flow.to]
    : model.frontendsWithAddress(canonicalAddress(flow.to)).map(({ id }) => id)
  for (const frontend of frontends) {
    const rules = model.rulesOfFrontend(frontend)
    const exact = [...rules, ...model.natRulesOfFrontend(frontend)].find(
      (rule) =>
        rule.frontendPort === flow.port && (rule.protocol === flow.protocol || rule.protocol === 'All'),
    )
    const ranged = model
      .natRulesOfFrontend(frontend)
      .find(
        ({ frontendPortRangeStart = Infinity, frontendPortRangeEnd = -Infinity, protocol }) =>
          flow.port >= frontendPortRangeStart &&
          flow.port <= frontendPortRangeEnd &&
          (protocol === flow.protocol || protocol === 'All'),
      )
    const rule = exact ?? ranged ?? rules.find(isHaPorts)
    if (rule) return rule.name
  }
  return 'Other flows'
}
