import { isHaPorts } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP, useBackendPort } from '../member-edits.ts'
import { freeBackendPort } from '../pairs.ts'
import { sharedPortsOf, sharesPool } from '../shared-ports.ts'
import { namesOf, portText } from '../wording.ts'

const withinOne = 'RulesUseSameBackendPortProtocolAndIPConfig'
const acrossSeveral = 'RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndIPConfig'
const inScaleSet = 'RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndVmssIPConfig'

/** Rules of different pools or load balancers cannot share a backend port of one member. */
export const backendPortReusedAcrossLoadBalancers: LintRule = {
  id: 'backend-port-reused-across-load-balancers',
  severity: 'error',
  class: 'deployment',
  title: 'Two pools or load balancers share a backend port of one member',
  why: 'Without floating IP both rules put the same address and port into the packet, so the guest could not tell them apart. Azure refuses that also between two internal or two public load balancers.',
  fix: 'Turn floating IP on for one of the rules, or give it another backend port.',
  sources: ['backend-port-once-per-load-balancer-type', 'backend-port-once-per-ip-configuration'],
  armCodes: [withinOne, acrossSeveral, inScaleSet],
  check({ model }, report) {
    for (const { later, earlier, ipConfigurations } of sharedPortsOf(model)) {
      const others = earlier.filter((one) =>
        one.loadBalancer === later.loadBalancer
          ? isLoadBalancingRule(one) && isLoadBalancingRule(later) && !sharesPool(model, one, later)
          : true,
      )
      if (others.length === 0) continue
      const ids = others.map(({ id }) => id)
      const machines = ipConfigurations.flatMap((id) => model.memberOf(id)?.virtualMachine?.id ?? [])
      const isAcross = others.some(({ loadBalancer }) => loadBalancer !== later.loadBalancer)
      const isScaleSet = machines.some((id) => model.find('virtualMachine', id)?.scaleSet !== undefined)
      const haPorts = isLoadBalancingRule(later) && isHaPorts(later)
      const what = haPorts
        ? 'every port'
        : portText({ protocol: later.protocol ?? '', port: later.backendPort ?? 0 })
      report({
        resource: later.id,
        path: 'backendPort',
        related: [...ids, ...machines],
        message: `${later.name} and ${namesOf(model, ids)} send ${what} to ${namesOf(model, machines) || 'the same member'} without floating IP, so Azure refuses the rule.`,
        armCode: isAcross ? (isScaleSet ? inScaleSet : acrossSeveral) : withinOne,
        fixes: () => [
          ...fixOf(model, `Turn floating IP on for ${later.name}, and give the guests the address`, (draft) =>
            enableFloatingIP(draft, later),
          ),
          ...(haPorts
            ? []
            : fixOf(model, `Use backend port ${freeBackendPort(model, later)} for ${later.name}`, (draft) =>
                useBackendPort(draft, later, freeBackendPort(model, later)),
              )),
        ],
      })
    }
  },
}
