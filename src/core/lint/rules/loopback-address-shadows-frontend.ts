import { addressOfCidr } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import { type InboundRule, inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP } from '../member-edits.ts'
import { floatingGlobalAddresses } from '../regions.ts'
import { naming } from '../wording.ts'

interface Reach {
  /** "machine address" of every floating rule. */
  readonly floating: ReadonlySet<string>
  /** The rules without floating IP that reach a machine from an address. */
  readonly plain: ReadonlyMap<string, readonly InboundRule[]>
}

function reachOf(model: TopologyModel): Reach {
  const floating = new Set<string>()
  const plain = new Map<string, InboundRule[]>()
  for (const inbound of inboundsOf(model)) {
    for (const { virtualMachine } of inbound.frontendAddress === undefined ? [] : inbound.members) {
      const key = `${virtualMachine?.id} ${inbound.frontendAddress}`
      if (inbound.floating) floating.add(key)
      else plain.set(key, [...(plain.get(key) ?? []), inbound.source])
    }
  }
  return { floating, plain }
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
    let reach: Reach | undefined
    const global = floatingGlobalAddresses(model)
    for (const loopback of model.all('loopbackInterface')) {
      const { id, name, virtualMachine, addresses } = loopback
      const held = (addresses ?? []).map((cidr, index) => ({ address: addressOfCidr(cidr), index }))
      const known = held.filter(
        ({ address }) => !global.has(address) && model.frontendsWithAddress(address).length > 0,
      )
      if (virtualMachine === undefined || known.length === 0) continue
      reach ??= reachOf(model)
      const { floating, plain } = reach
      const shadows = known.filter(({ address }) => !floating.has(`${virtualMachine} ${address}`))
      const [first] = shadows
      if (!first) continue
      const shadowed = shadows.map(({ address }) => address)
      const rules = shadowed.flatMap((address) => plain.get(`${virtualMachine} ${address}`) ?? [])
      report({
        resource: id,
        path: `addresses.${first.index}`,
        related: [virtualMachine, ...rules.map((one) => one.id)],
        message: `${name} of ${model.nameOf(virtualMachine)} holds ${naming(shadowed)} of ${frontendNames(model, shadowed)}, but no floating rule sends packets for it there, so ${model.nameOf(virtualMachine)} answers its own calls to it.`,
        fixes: () => mend(model, loopback, shadowed, rules),
      })
    }
  },
}

function mend(
  model: TopologyModel,
  { id, addresses }: Resource<'loopbackInterface'>,
  shadowed: readonly string[],
  rules: readonly InboundRule[],
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
