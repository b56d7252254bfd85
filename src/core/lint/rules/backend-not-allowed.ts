import { canonicalAddress, parsePrefix, prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { type AddressMember, addressMembersOf, networkOfMember } from '../address-pools.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

type Pool = Resource<'backendAddressPool'>
type BackendAddress = NonNullable<Pool['loadBalancerBackendAddresses']>[number]

interface Refused {
  readonly entry: BackendAddress
  /** "10.1.0.4 (the frontend site)". */
  readonly text: string
  readonly related: readonly string[]
}

/** Whether a virtual network is known not to have an address. */
function isOutside(model: TopologyModel, network: string | undefined, address: string): boolean {
  const prefixes = model.find('virtualNetwork', network)?.addressPrefixes ?? []
  return (
    prefixes.length > 0 &&
    prefixes.every((prefix) => parsePrefix(prefix) !== undefined && !prefixContains(prefix, address))
  )
}

function refusedAddress(
  model: TopologyModel,
  pool: Pool,
  onPremises: ReadonlyMap<string, string>,
  member: AddressMember,
): readonly Refused[] {
  const { entry, address } = member
  const [frontend] = model.frontendsWithAddress(address)
  if (frontend) {
    return [{ entry, text: `${address} (the frontend ${frontend.name})`, related: [frontend.id] }]
  }
  const client = onPremises.get(address)
  if (client !== undefined) {
    return [{ entry, text: `${address} (${model.nameOf(client)}, on-premises)`, related: [client] }]
  }
  const network = networkOfMember(model, pool, member)
  if (!isOutside(model, network, address)) return []
  return [
    { entry, text: `${address} (outside ${model.nameOf(network ?? '')})`, related: network ? [network] : [] },
  ]
}

function refusedOf(
  model: TopologyModel,
  pool: Pool,
  onPremises: ReadonlyMap<string, string>,
): readonly Refused[] {
  const regional = (pool.loadBalancerBackendAddresses ?? []).flatMap((entry) => {
    const id = entry.loadBalancerFrontendIPConfiguration
    return id === undefined ? [] : [{ entry, text: `the frontend ${model.nameOf(id)}`, related: [id] }]
  })
  const known = new Set(regional.map(({ entry }) => entry))
  const byAddress = addressMembersOf(model, pool).filter(({ entry }) => !known.has(entry))
  return [...regional, ...byAddress.flatMap((member) => refusedAddress(model, pool, onPremises, member))]
}

/** A pool member that is not a machine of the virtual network. */
export const backendNotAllowed: LintRule = {
  id: 'backend-not-allowed',
  severity: 'error',
  class: 'deployment',
  title: 'A pool has a member that cannot be one',
  why: 'Members of a pool are machines of the virtual network. Azure refuses other load balancers, private endpoints, and addresses outside the network such as on-premises ones; only a global load balancer has frontends as members.',
  fix: 'Take the member out of the pool.',
  sources: ['pool-members-are-machines'],
  check({ model }, report) {
    const onPremises = new Map<string, string>()
    for (const { id, ipAddress, location } of model.all('client')) {
      if (location === 'onPremises' && ipAddress) onPremises.set(canonicalAddress(ipAddress), id)
    }
    for (const pool of model.all('backendAddressPool')) {
      if (model.find('loadBalancer', pool.loadBalancer)?.tier === 'Global') continue
      const refused = refusedOf(model, pool, onPremises)
      if (refused.length === 0) continue
      const texts = naming(refused.map(({ text }) => text))
      const gone = new Set(refused.map(({ entry }) => entry))
      const left = (pool.loadBalancerBackendAddresses ?? []).filter((entry) => !gone.has(entry))
      report({
        resource: pool.id,
        path: 'loadBalancerBackendAddresses',
        related: refused.flatMap(({ related }) => related),
        message: `${pool.name} has a member that is no machine of its virtual network: ${texts}.`,
        fixes: () =>
          left.length + (pool.backendIPConfigurations ?? []).length === 0
            ? []
            : fixOf(model, `Take ${texts} out of ${pool.name}`, (draft) =>
                draft.set(pool.id, 'loadBalancerBackendAddresses', left.length > 0 ? left : undefined),
              ),
      })
    }
  },
}
