import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { openGroup } from '../security-edits.ts'
import { naming } from '../wording.ts'

const armCode = 'VMScaleSetCannotReferenceLoadbalancerWhenLargeScaleOrCrossAZ'
const mostInPlacementGroup = 100

/** A scale set behind a load balancer that the SKU Basic did not take either, as the end of a sentence. */
function tooLarge(model: TopologyModel, loadBalancer: string): string | undefined {
  const pools = model.all('backendAddressPool').filter((pool) => pool.loadBalancer === loadBalancer)
  const members = pools.flatMap(({ id }) => model.membersOf(id))
  const scaleSets = new Set(members.flatMap(({ virtualMachine }) => virtualMachine?.scaleSet ?? []))
  for (const scaleSet of scaleSets) {
    const machines = model.all('virtualMachine').filter((one) => one.scaleSet === scaleSet)
    const zones = new Set(machines.flatMap(({ zone }) => zone ?? []))
    if (zones.size > 1) return `${scaleSet}, which spans the zones ${naming([...zones].sort())}`
    if (machines.length > mostInPlacementGroup) return `${scaleSet}, which has ${machines.length} machines`
  }
  return undefined
}

/** Basic load balancers are gone. */
export const basicSkuRetired: LintRule = {
  id: 'basic-sku-retired',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'A load balancer has the retired SKU Basic',
  why: 'Azure makes no new Basic load balancers since 31 March 2025 and retired them on 30 September 2025. They never took a scale set of several zones or of more than 100 machines.',
  fix: 'Use the SKU Standard for the load balancer and its public IP addresses, and allow its clients in a network security group.',
  sources: ['basic-load-balancer-retired', 'basic-takes-no-large-scale-set'],
  armCodes: [armCode],
  check({ model }, report) {
    for (const { id, name, sku } of model.all('loadBalancer')) {
      if (sku !== 'Basic') continue
      const scaleSet = tooLarge(model, id)
      report({
        resource: id,
        path: 'sku',
        message: `${name} has the SKU Basic, which cannot be created any more.${scaleSet ? ` Nor does it take the scale set ${scaleSet}.` : ''}`,
        ...(scaleSet ? { armCode } : {}),
        fixes: () =>
          fixOf(model, `Make ${name} a Standard load balancer`, (draft) => {
            draft.set(id, 'sku', 'Standard')
            for (const { publicIPAddress } of model.frontendsOf(id)) {
              if (publicIPAddress !== undefined) draft.set(publicIPAddress, 'sku', 'Standard')
            }
            if (model.loadBalancerKind(id) !== 'public') return
            for (const inbound of inboundsOf(model)) {
              if (inbound.source.loadBalancer !== id) continue
              for (const target of inbound.targets) openGroup(draft, inbound, target)
            }
          }),
      })
    }
  },
}
