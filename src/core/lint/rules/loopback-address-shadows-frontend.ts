import { addressOfCidr } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import { type Inbound, inboundsOf, sendsTo } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP } from '../member-edits.ts'
import { floatingGlobalAddresses } from '../regions.ts'
import { naming, plural } from '../wording.ts'

function byFrontendAddress(model: TopologyModel): ReadonlyMap<string, readonly Inbound[]> {
  const found = new Map<string, Inbound[]>()
  for (const inbound of inboundsOf(model)) {
    const { frontendAddress } = inbound
    if (frontendAddress === undefined) continue
    const others = found.get(frontendAddress)
    if (others) others.push(inbound)
    else found.set(frontendAddress, [inbound])
  }
  return found
}

const frontendNames = (model: TopologyModel, addresses: readonly string[]) =>
  naming(addresses.flatMap((address) => model.frontendsWithAddress(address).map(({ name }) => name)))

/** A guest answers a frontend's address that no floating rule brings to it. */
export const loopbackAddressShadowsFrontend: LintRule = {
  id: 'loopback-address-shadows-frontend',
  severity: 'warning',
  class: 'advice',
  title: 'A loopback adapter holds a frontend address that no floating rule brings',
  why: 'The guest takes the address for its own: what it sends there never leaves it, so it can never reach that frontend through the load balancer.',
  fix: 'Take the address away, or turn floating IP on for the rule that it was meant for.',
  sources: ['own-address-stays-in-guest'],
  check({ model }, report) {
    const inbounds = byFrontendAddress(model)
    const none: readonly Inbound[] = []
    const global = floatingGlobalAddresses(model)
    for (const loopback of model.all('loopbackInterface')) {
      const { id, name, virtualMachine, addresses = [] } = loopback
      if (virtualMachine === undefined) continue
      const reaching = (address: string) => inbounds.get(address) ?? none
      const isBrought = (address: string) =>
        reaching(address).some((inbound) => inbound.floating && sendsTo(inbound, virtualMachine))
      const isShadow = (address: string) =>
        !isBrought(address) && !global.has(address) && model.frontendsWithAddress(address).length > 0
      const index = addresses.findIndex((cidr) => isShadow(addressOfCidr(cidr)))
      if (index < 0) continue
      const shadowed = addresses.map(addressOfCidr).filter(isShadow)
      const rules = shadowed.flatMap((address) =>
        reaching(address).flatMap((inbound) =>
          !inbound.floating && sendsTo(inbound, virtualMachine) ? [inbound.source] : [],
        ),
      )
      report({
        resource: id,
        path: `addresses.${index}`,
        related: [virtualMachine, ...rules.map((one) => one.id)],
        message: `${name} of ${model.nameOf(virtualMachine)} holds ${naming(shadowed)} of ${frontendNames(model, shadowed)}, but no floating rule sends packets for ${plural(shadowed.length, 'it', 'them')} there, so ${model.nameOf(virtualMachine)} answers its own calls to ${plural(shadowed.length, 'it', 'them')}.`,
        fixes: () => mend(model, loopback, shadowed, rules),
      })
    }
  },
}

function mend(
  model: TopologyModel,
  { id, addresses }: Resource<'loopbackInterface'>,
  shadowed: readonly string[],
  rules: readonly Inbound['source'][],
): readonly Fix[] {
  const kept = (addresses ?? []).filter((cidr) => !shadowed.includes(addressOfCidr(cidr)))
  return [
    ...fixOf(model, `Take ${naming(shadowed)} away from ${model.nameOf(id)}`, (draft) =>
      draft.set(id, 'addresses', kept),
    ),
    ...(rules.length < shadowed.length
      ? []
      : fixOf(model, `Turn floating IP on for ${naming(rules.map(({ name }) => name))}`, (draft) => {
          for (const one of new Set(rules)) enableFloatingIP(draft, one)
        })),
  ]
}
