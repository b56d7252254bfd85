import type { AddressFamily } from '../../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'

type FrontendRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** What one rule sends to one guest. */
export interface Arrival {
  readonly frontendRule: FrontendRule
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly nic: Resource<'networkInterface'>
  readonly family: AddressFamily
  readonly floating: boolean
  /** The destination that the guest sees; absent while the document does not know it. */
  readonly address?: string
  /** 0 stands for any port. */
  readonly port: number
  readonly protocols: readonly ('Tcp' | 'Udp')[]
  /** The member's own address, where its probe asks. */
  readonly own?: string
  readonly probe?: Resource<'probe'>
}

const isNatRule = (frontendRule: FrontendRule): frontendRule is Resource<'inboundNatRule'> =>
  frontendRule.id.startsWith('inboundNatRule/')

/** The rules behind a rule: those of the regional frontends for one of a global load balancer, else itself. */
function regionalRules(model: TopologyModel, frontendRule: FrontendRule): readonly FrontendRule[] {
  if (isNatRule(frontendRule)) return [frontendRule]
  if (model.find('loadBalancer', frontendRule.loadBalancer)?.tier !== 'Global') return [frontendRule]
  return model
    .poolsOf(frontendRule)
    .flatMap(({ loadBalancerBackendAddresses }) => loadBalancerBackendAddresses ?? [])
    .flatMap(({ loadBalancerFrontendIPConfiguration: frontend }) =>
      frontend === undefined ? [] : model.rulesOfFrontend(frontend),
    )
    .filter(({ frontendPort }) => frontendPort === 0 || frontendPort === frontendRule.backendPort)
}

function arrivalAt(
  model: TopologyModel,
  { rule, regional }: { readonly rule: FrontendRule; readonly regional: FrontendRule },
  { networkInterface, address: own, family }: PoolMember,
): Arrival | undefined {
  // A global rule that does not float hands its packets to the regional one.
  const owner = rule.enableFloatingIP === true ? rule : regional
  const frontend = model.find('frontendIPConfiguration', owner.frontendIPConfiguration)
  if (!networkInterface || !frontend || model.frontendFamily(frontend) !== family) return undefined
  const floating = owner.enableFloatingIP === true
  const address = floating ? model.frontendAddress(frontend.id) : own
  const { protocol } = regional
  const probe = isNatRule(regional) ? undefined : model.find('probe', regional.probe)
  return {
    frontendRule: owner,
    frontend,
    nic: networkInterface,
    family,
    floating,
    ...(address === undefined ? {} : { address }),
    port: regional.backendPort ?? 0,
    protocols: protocol === 'Tcp' || protocol === 'Udp' ? [protocol] : ['Tcp', 'Udp'],
    ...(own === undefined ? {} : { own }),
    ...(probe ? { probe } : {}),
  }
}

/** What every load-balancing and NAT rule sends to a machine, in the order of the document. */
export function arrivalsOf(model: TopologyModel, machine: string): readonly Arrival[] {
  return allArrivals(model).filter(({ nic }) => nic.virtualMachine === machine)
}

const known = new WeakMap<TopologyModel, readonly Arrival[]>()

function allArrivals(model: TopologyModel): readonly Arrival[] {
  const found = known.get(model)
  if (found) return found
  const rules: readonly FrontendRule[] = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]
  const arrivals = rules.flatMap((rule) =>
    regionalRules(model, rule).flatMap((regional) =>
      model.membersOfRule(regional).flatMap((member) => arrivalAt(model, { rule, regional }, member) ?? []),
    ),
  )
  known.set(model, arrivals)
  return arrivals
}
