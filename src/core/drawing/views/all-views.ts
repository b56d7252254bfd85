import { type NodeType, nodeTypes } from '../../edit/containers.ts'
import { fullViewLimit } from '../../edit/machine-height.ts'
import type { GuestVerdict, RuleVerdict } from '../verdicts.ts'
import { clientView } from './client.ts'
import type { ViewInput } from './common.ts'
import { loadBalancerView, subnetView, virtualNetworkView } from './container.ts'
import { frontendView } from './frontend.ts'
import { inboundNatRuleView, loadBalancingRuleView } from './load-balancing-rule.ts'
import { outboundRuleView, poolView } from './pool.ts'
import type { CommonView } from './view.ts'
import { virtualMachineView } from './virtual-machine.ts'

/** What views of the whole document are made from. */
export interface AllViewsInput extends ViewInput {
  readonly ruleVerdicts: ReadonlyMap<string, RuleVerdict>
  readonly guestVerdicts: ReadonlyMap<string, readonly GuestVerdict[]>
}

/** What one node shows. */
export interface NodeView {
  readonly type: NodeType
  readonly view: CommonView
}

const none: readonly GuestVerdict[] = []

/** The view of a VM in full although there are many. */
export function fullView(input: AllViewsInput, id: string): CommonView | undefined {
  const machine = input.model.find('virtualMachine', id)
  return machine && virtualMachineView(input, machine, input.guestVerdicts.get(id) ?? none, 'full')
}

/** The view of every node of the document, by id, in the order of the tab key; many VMs in one line each. */
export function allViews(input: AllViewsInput): ReadonlyMap<string, NodeView> {
  const { model, ruleVerdicts, guestVerdicts } = input
  const views = new Map<string, NodeView>()
  const detail = model.all('virtualMachine').length > fullViewLimit ? 'row' : 'full'
  const build: { readonly [T in NodeType]: () => void } = {
    client: () => add('client', (client) => clientView(input, client)),
    loadBalancer: () => add('loadBalancer', (balancer) => loadBalancerView(input, balancer)),
    frontendIPConfiguration: () =>
      add('frontendIPConfiguration', (frontend) => frontendView(input, frontend)),
    loadBalancingRule: () =>
      add('loadBalancingRule', (rule) => loadBalancingRuleView(input, rule, ruleVerdicts.get(rule.id))),
    inboundNatRule: () =>
      add('inboundNatRule', (rule) => inboundNatRuleView(input, rule, ruleVerdicts.get(rule.id))),
    outboundRule: () => add('outboundRule', (rule) => outboundRuleView(input, rule)),
    backendAddressPool: () => add('backendAddressPool', (pool) => poolView(input, pool)),
    virtualNetwork: () => add('virtualNetwork', (network) => virtualNetworkView(input, network)),
    subnet: () => add('subnet', (subnet) => subnetView(input, subnet)),
    virtualMachine: () =>
      add('virtualMachine', (machine) =>
        virtualMachineView(input, machine, guestVerdicts.get(machine.id) ?? none, detail),
      ),
  }
  function add<T extends NodeType>(
    type: T,
    make: (resource: ReturnType<typeof model.all<T>>[number]) => CommonView,
  ): void {
    for (const resource of model.all(type)) views.set(resource.id, { type, view: make(resource) })
  }
  for (const type of nodeTypes) build[type]()
  return views
}
