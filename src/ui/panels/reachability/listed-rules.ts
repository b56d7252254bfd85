import { isHaPorts, type Resource, type TopologyModel } from '../../../core/topology/model.ts'

export type FrontendRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** A rule as a line of the grid, before anything is known about its packets. */
export interface ListedRule {
  readonly id: string
  readonly name: string
  readonly frontend: string | undefined
  /** The frontend's address, or its id while that is not known. */
  readonly called: string | undefined
  readonly port: number | null
  /** What stands for the port where the rule takes more than one. */
  readonly ports: string | undefined
  readonly protocol: string | undefined
  /** The ids of the VMs that it may reach, each once. */
  readonly machines: readonly string[]
  /** Lower case text in which a filter looks. */
  readonly text: string
}

function portsOf(frontendRule: FrontendRule): Pick<ListedRule, 'port' | 'ports'> {
  if ('frontendPortRangeStart' in frontendRule && frontendRule.frontendPortRangeStart !== undefined) {
    const { frontendPortRangeStart: start, frontendPortRangeEnd: end = start } = frontendRule
    return { port: null, ports: `${start}–${end}` }
  }
  if ('frontendIPConfiguration' in frontendRule && isHaPorts(frontendRule as Resource<'loadBalancingRule'>)) {
    return { port: null, ports: 'every port' }
  }
  return { port: frontendRule.frontendPort ?? null, ports: undefined }
}

function listed(model: TopologyModel, frontendRule: FrontendRule): ListedRule {
  const { id, name, frontendIPConfiguration: frontend, protocol } = frontendRule
  const machines = [
    ...new Set(model.membersOfRule(frontendRule).flatMap(({ virtualMachine }) => virtualMachine?.id ?? [])),
  ]
  const called = frontend && (model.frontendAddress(frontend) ?? frontend)
  const names = [
    name,
    frontend && model.nameOf(frontend),
    called,
    ...machines.map((one) => model.nameOf(one)),
  ]
  return {
    id,
    name,
    frontend,
    called,
    ...portsOf(frontendRule),
    protocol,
    machines,
    text: names.join(' ').toLowerCase(),
  }
}

/** Every load-balancing rule and inbound NAT rule, in the order of the document. */
export function listedRules(model: TopologyModel): readonly ListedRule[] {
  return [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].map((one) => listed(model, one))
}
