import type { AzureResource } from '../azure/azure-resource.ts'
import type { ImportNote } from '../importer.ts'
import { objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { Arguments, type Finder } from './arguments.ts'
import { associations } from './associations.ts'
import { type Instance, readTerraform } from './instances.ts'
import { References } from './references.ts'
import { translations } from './translate.ts'

const zeros = '00000000-0000-0000-0000-000000000000'

/** Types whose name of the thing they hang on is given instead of its id. */
const ownersByName: { readonly [type: string]: readonly [owner: string, argument: string, list: string] } = {
  azurerm_subnet: ['virtualNetworks', 'virtual_network_name', 'subnets'],
  azurerm_virtual_network_peering: ['virtualNetworks', 'virtual_network_name', 'virtualNetworkPeerings'],
  azurerm_network_security_rule: ['networkSecurityGroups', 'network_security_group_name', 'securityRules'],
  azurerm_route: ['routeTables', 'route_table_name', 'routes'],
}

const provider = (type: string) => (type === 'virtualMachines' ? 'Microsoft.Compute' : 'Microsoft.Network')

const idIn = (reference: unknown): string | undefined => {
  const id = valueAt(reference, 'id')
  return typeof id === 'string' ? id : undefined
}

/** The resources of Azure that a plan or a state of Terraform describes. */
export function azureOfTerraform(value: unknown): {
  readonly resources: readonly AzureResource[]
  readonly notes: readonly ImportNote[]
} {
  const terraform = readTerraform(value)
  const notes: ImportNote[] = []
  const ids = new Map<Instance, string | undefined>()
  const finder: Finder = { references: new References(terraform), idOf }

  function argumentsOf(instance: Instance): Arguments {
    const { values, written, module, index } = instance
    const keys = finder.references.keysBeside(instance)
    const standing = { module, index, keys, forEach: valueAt(written, 'for_each_expression') }
    return new Arguments(values, objectOf(valueAt(written, 'expressions')), standing, finder)
  }

  function idOf(instance: Instance): string | undefined {
    if (ids.has(instance)) return ids.get(instance)
    // What refers to itself has no id.
    ids.set(instance, undefined)
    const known = valueAt(instance.values, 'id')
    const id = typeof known === 'string' && known.startsWith('/') ? known : plannedId(instance)
    ids.set(instance, id)
    return id
  }

  function plannedId(instance: Instance): string | undefined {
    const translation = translations[instance.type]
    const from = argumentsOf(instance)
    const name = from.text('name') ?? instance.name
    const written = from.value('resource_group_name')
    const group =
      written instanceof Unresolved ? `<${written.text.replaceAll('/', '.')}>` : String(written ?? 'rg')
    const scope = `/subscriptions/${zeros}/resourceGroups/${group}/providers`
    const owner = ownersByName[instance.type]
    if (owner) {
      const ownerName = from.text(owner[1])
      return ownerName && `${scope}/${provider(owner[0])}/${owner[0]}/${ownerName}/${owner[2]}/${name}`
    }
    if (!translation) return undefined
    if (!translation.parent) return `${scope}/${provider(translation.type)}/${translation.type}/${name}`
    const parent = idIn(from.reference(translation.parent[0]))
    return parent && `${parent}/${translation.parent[1]}/${name}`
  }

  const resources: AzureResource[] = []
  const lists = new Map<string, unknown[]>()

  function translate(instance: Instance): void {
    const translation = translations[instance.type]
    if (!translation) return
    const from = argumentsOf(instance)
    const id = idOf(instance)
    if (id === undefined) {
      const message = `Left out: what this ${instance.type} belongs to is not known.`
      notes.push({ kind: 'left-out', subject: instance.name, message })
      return
    }
    const name = from.text('name')
    const nics = from.references('network_interface_ids')
    if (nics instanceof Unresolved)
      notes.push({
        kind: 'unresolved',
        subject: name ?? instance.name,
        message: `Which NICs it has could not be evaluated: ${nics.text}`,
      })
    resources.push({
      type: `${provider(translation.type)}/${translation.type}`,
      id,
      ...(name === undefined ? {} : { name }),
      body: { ...translation.beside?.(from), properties: translation.properties(from) },
    })
  }

  /** Associations are fields of their owner; several of one list are put together. */
  function associate(instance: Instance): void {
    const association = associations[instance.type]
    if (!association) return
    const from = argumentsOf(instance)
    const owner = idIn(from.reference(association.owner))
    const other = from.reference(association.other)
    if (owner === undefined || other === undefined || other instanceof Unresolved) {
      const message = `Left out: one side of this ${instance.type} is not known.`
      notes.push({ kind: 'left-out', subject: instance.name, message })
      return
    }
    const part = from.text('ip_configuration_name')
    const id = part === undefined ? owner : `${owner}/ipConfigurations/${part}`
    let held: unknown = other
    if (association.isList) {
      const key = `${id} ${association.property}`
      const list = lists.get(key) ?? []
      list.push(other)
      lists.set(key, list)
      held = list
    }
    resources.push({
      type: `Microsoft.Network/${association.ownerType}`,
      id,
      body: { properties: { [association.property]: held } },
    })
  }

  for (const instance of terraform.instances) translate(instance)
  addPoolAddresses()
  for (const instance of terraform.instances) associate(instance)
  return { resources, notes }

  /** Members of pools by address are resources of their own in Terraform, and items of the pool in Azure. */
  function addPoolAddresses(): void {
    for (const instance of terraform.instances) {
      if (instance.type !== 'azurerm_lb_backend_address_pool_address') continue
      const from = argumentsOf(instance)
      const pool = idIn(from.reference('backend_address_pool_id'))
      if (pool === undefined) continue
      const list = lists.get(pool) ?? []
      list.push({
        name: from.value('name'),
        properties: {
          ipAddress: from.value('ip_address'),
          virtualNetwork: from.reference('virtual_network_id'),
          loadBalancerFrontendIPConfiguration: from.reference('backend_address_ip_configuration_id'),
        },
      })
      lists.set(pool, list)
      resources.push({
        type: 'Microsoft.Network/loadBalancers/backendAddressPools',
        id: pool,
        body: { properties: { loadBalancerBackendAddresses: list } },
      })
    }
  }
}
