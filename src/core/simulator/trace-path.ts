import type { TopologyDocument } from '../topology/document.ts'
import { type PoolMember, type Resource, resolve, type TopologyModel } from '../topology/model.ts'
import { findFrontendRule } from './frontend-rules.ts'
import type { Trace } from './trace.ts'
import type { FrontendRule } from './walk.ts'

/** The rules that a trace passed; of a probe those that use it for this VM. */
function rulesOf(model: TopologyModel, { flow, hops }: Trace): FrontendRule[] {
  if (flow.kind === 'probe') {
    return model
      .all('loadBalancingRule')
      .filter(({ probe }) => probe === flow.probe)
      .filter((one) =>
        model.membersOfRule(one).some(({ virtualMachine }) => virtualMachine?.id === flow.virtualMachine),
      )
  }
  const ids = new Set(hops.map(({ resource }) => resource))
  return [...ids].flatMap((id) => findFrontendRule(model, id) ?? [])
}

function thingsOf(member: PoolMember): (string | undefined)[] {
  const { virtualMachine, networkInterface, subnet } = member
  return [
    virtualMachine?.id,
    networkInterface?.id,
    networkInterface?.networkSecurityGroup,
    subnet?.networkSecurityGroup,
  ]
}

/** The rules of regional frontends that take what a global rule sends. */
function regionalRules(model: TopologyModel, frontendRule: FrontendRule): readonly FrontendRule[] {
  const global = model.find('loadBalancingRule', frontendRule.id)
  if (!global) return []
  const takes = ({ protocol, frontendPort }: Resource<'loadBalancingRule'>) =>
    protocol === 'All' || (protocol === global.protocol && frontendPort === global.backendPort)
  return model
    .poolsOf(global)
    .flatMap(({ loadBalancerBackendAddresses = [] }) => loadBalancerBackendAddresses)
    .flatMap(({ loadBalancerFrontendIPConfiguration: region }) =>
      region === undefined ? [] : model.rulesOfFrontend(region).filter(takes),
    )
}

/**
 * Everything that had a part in how a trace ends: the resources of its hops, its rule with frontend, pool and probe,
 * and where no member was healthy every member’s VM, NIC and security groups.
 */
export function tracePath(document: Pick<TopologyDocument, 'resources'>, trace: Trace): readonly string[] {
  const model = resolve(document)
  const path = new Set<string | undefined>(trace.hops.map(({ resource }) => resource))
  const unhealthy = trace.reason === 'no-healthy-backend' || trace.reason === 'backend-not-healthy'
  path.add(trace.backend)
  path.add(trace.backendIPConfiguration)
  const passed = rulesOf(model, trace)
  const behind = unhealthy ? passed.flatMap((one) => regionalRules(model, one)) : []
  for (const frontendRule of [...passed, ...behind]) {
    const { probe, backendAddressPools } = frontendRule as Resource<'loadBalancingRule'>
    path.add(frontendRule.id).add(frontendRule.frontendIPConfiguration).add(frontendRule.backendAddressPool)
    path.add(probe)
    for (const pool of backendAddressPools ?? []) path.add(pool)
    if (!unhealthy) continue
    for (const member of model.membersOfRule(frontendRule)) for (const id of thingsOf(member)) path.add(id)
  }
  return [...path].filter((id) => id !== undefined)
}
