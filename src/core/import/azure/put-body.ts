import { listOf, valueAt } from '../keys.ts'
import { idIn, nameOf, parentOf } from './azure-ids.ts'
import type { AzureResource } from './azure-resource.ts'
import { typeOfAzure } from './azure-types.ts'
import { propertyOf } from './fields.ts'

const scope = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers'

/** The load balancer that the rules in a body refer to: their frontends can only be its own. */
function ownReference(body: unknown): string | undefined {
  for (const list of ['loadBalancingRules', 'inboundNatRules', 'outboundRules', 'inboundNatPools']) {
    for (const item of listOf(propertyOf(body, list))) {
      const frontend = idIn(
        propertyOf(item, 'frontendIPConfiguration') ??
          listOf(propertyOf(item, 'frontendIPConfigurations'))[0],
      )
      if (frontend !== undefined) return `/${parentOf(frontend)}`
    }
  }
  return undefined
}

/** A body that somebody sends to Azure: it has no id, as the address says which resource it is for. */
export function resourceOfPutBody(body: unknown): AzureResource | undefined {
  if (typeof body !== 'object' || body === null || valueAt(body, 'id') !== undefined) return undefined
  if (typeof valueAt(body, 'properties') !== 'object') return undefined
  const isBalancer = Array.isArray(propertyOf(body, 'frontendIPConfigurations'))
  const written = valueAt(body, 'type')
  const type = typeof written === 'string' ? written : isBalancer ? 'Microsoft.Network/loadBalancers' : ''
  const [provider, name, ...more] = type.split('/')
  if (typeOfAzure(type) === undefined || more.length > 0) return undefined
  const own = isBalancer ? ownReference(body) : undefined
  const given = valueAt(body, 'name')
  const called = typeof given === 'string' ? given : nameOf(own ?? name ?? '')
  return {
    type,
    id: own ?? `${scope}/${provider}/${name}/${called}`,
    name: called,
    body: body as AzureResource['body'],
  }
}
