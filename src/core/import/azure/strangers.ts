import type { ResourceType } from '../../topology/resource-type.ts'
import { idIn, instanceOf, nameOf, parentOf } from './azure-ids.ts'
import type { Found } from './collect.ts'
import { tailOf } from './naming.ts'

/** A resource that others refer to and that nobody describes: its name is all that is known. */
export interface Stranger {
  readonly type: ResourceType
  readonly id: string
  readonly name: string
  /** The field that says what it belongs to, and Azure's id of that. */
  readonly owner?: readonly [field: ResourceType, id: string]
  readonly scaleSet?: string
}

const ownersByPath: { readonly [type in ResourceType]?: ResourceType } = {
  subnet: 'virtualNetwork',
  ipConfiguration: 'networkInterface',
  frontendIPConfiguration: 'loadBalancer',
  backendAddressPool: 'loadBalancer',
  probe: 'loadBalancer',
  inboundNatRule: 'loadBalancer',
}

/** What a document cannot say about a stranger, by type. Without these marks it would look like a mistake. */
export const unknownFields: { readonly [type in ResourceType]?: readonly string[] } = {
  loadBalancer: ['sku', 'frontendIPConfigurations'],
  virtualNetwork: ['addressPrefixes'],
  subnet: ['addressPrefix'],
  networkSecurityGroup: ['securityRules'],
  routeTable: ['routes'],
  publicIPAddress: ['ipAddress', 'sku'],
  publicIPPrefix: ['ipPrefix'],
  frontendIPConfiguration: ['subnet'],
  networkInterface: ['virtualMachine'],
  ipConfiguration: ['subnet', 'privateIPAddress', 'primary'],
  inboundNatRule: ['frontendIPConfiguration', 'protocol', 'backendPort'],
}

/** Collects strangers while references are followed. */
export class Strangers {
  readonly all = new Map<string, Stranger>()
  private readonly found: ReadonlyMap<string, Found>

  constructor(found: ReadonlyMap<string, Found>) {
    this.found = found
  }

  /** Notes a reference. One into a resource that is described here, and lacks that part, points at nothing. */
  mention(type: ResourceType, value: unknown): void {
    const id = idIn(value)
    if (id === undefined || this.found.has(tailOf(id)) || this.all.has(tailOf(id))) return
    const owner = ownersByPath[type]
    const instance = type === 'networkInterface' ? instanceOf(id) : undefined
    if (owner && this.found.has(tailOf(parentOf(id)))) return
    const machine = instanceOf(id)
    this.all.set(tailOf(id), {
      type,
      id,
      name: type === 'virtualMachine' && machine ? `${machine.scaleSet}_${machine.instance}` : nameOf(id),
      ...(owner ? { owner: [owner, parentOf(id)] as const } : {}),
      ...(instance ? { owner: ['virtualMachine', parentOf(id)] as const } : {}),
      ...(type === 'virtualMachine' && machine ? { scaleSet: machine.scaleSet } : {}),
    })
    if (owner) this.mention(owner, parentOf(id))
    if (instance) this.mention('virtualMachine', parentOf(id))
  }
}
