import type { TopologyDocument } from '../topology/document.ts'
import type { ResourceType } from '../topology/resource-type.ts'
import type { AzureResource } from './azure-resource.ts'
import {
  addressText,
  both,
  each,
  FieldReader,
  flag,
  oneOf,
  prefixText,
  propertyOf,
  whole,
  words,
} from './fields.ts'
import type { ImportNote } from './importer.ts'
import { type Json, listOf, objectOf, valueAt } from './keys.ts'
import { Naming, tailOf } from './naming.ts'
import { Unresolved } from './unresolved.ts'

interface Found {
  readonly type: ResourceType
  readonly id: string
  readonly body: Json
  readonly condition?: string
}

const topTypes: { readonly [type: string]: ResourceType } = {
  loadbalancers: 'loadBalancer',
  publicipaddresses: 'publicIPAddress',
  publicipprefixes: 'publicIPPrefix',
  virtualnetworks: 'virtualNetwork',
  networksecuritygroups: 'networkSecurityGroup',
  routetables: 'routeTable',
  natgateways: 'natGateway',
  networkinterfaces: 'networkInterface',
  privatelinkservices: 'privateLinkService',
  virtualmachines: 'virtualMachine',
}

const childTypes: { readonly [list: string]: ResourceType } = {
  frontendipconfigurations: 'frontendIPConfiguration',
  backendaddresspools: 'backendAddressPool',
  probes: 'probe',
  loadbalancingrules: 'loadBalancingRule',
  inboundnatrules: 'inboundNatRule',
  inboundnatpools: 'inboundNatPool',
  outboundrules: 'outboundRule',
  subnets: 'subnet',
  ipconfigurations: 'ipConfiguration',
}

const parts = (text: string) => text.split('/').filter((part) => part !== '')
const parentOf = (id: string) => parts(id).slice(0, -2).join('/')
const nameOf = (id: string) => parts(id).at(-1) ?? ''
const protocols = ['Tcp', 'Udp', 'All']

/** Turns Azure's resources into a document. All importers of Azure formats share it. */
export function documentOfAzure(
  resources: readonly AzureResource[],
  name: string,
): { readonly document: TopologyDocument; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = []
  const found = new Map<string, Found>()
  const details: AzureResource[] = []

  function add(type: ResourceType, id: string, body: Json, condition?: string): void {
    const before = found.get(tailOf(id))
    const properties = {
      ...objectOf(valueAt(before?.body, 'properties')),
      ...objectOf(valueAt(body, 'properties')),
    }
    const whole =
      before && Object.keys(properties).length > 0
        ? { ...before.body, ...body, properties }
        : { ...before?.body, ...body }
    found.set(tailOf(id), {
      type,
      id: before?.id ?? id,
      body: whole,
      ...(condition === undefined ? {} : { condition }),
    })
    for (const [list, child] of Object.entries(childTypes)) {
      const belongs =
        type === 'loadBalancer'
          ? child !== 'subnet' && child !== 'ipConfiguration'
          : type === 'virtualNetwork'
            ? child === 'subnet'
            : type === 'networkInterface' && child === 'ipConfiguration'
      if (!belongs) continue
      const items = propertyOf(body, list)
      if (items instanceof Unresolved)
        notes.push({
          kind: 'unresolved',
          subject: nameOf(id),
          message: `Its ${list} could not be evaluated: ${items.text}`,
        })
      for (const item of listOf(items)) {
        if (item instanceof Unresolved) {
          notes.push({
            kind: 'unresolved',
            subject: nameOf(id),
            message: `One of its ${list} could not be evaluated: ${item.text}`,
          })
          continue
        }
        const own = valueAt(item, 'name')
        const ownName =
          own instanceof Unresolved
            ? `<${own.text.slice(1, -1)}>`.replaceAll('/', '.')
            : String(own ?? nameOf(String(valueAt(item, 'id') ?? '')))
        if (ownName !== '') add(child, `${id}/${list}/${ownName}`, objectOf(item))
      }
    }
  }

  for (const resource of resources) {
    const [, top = '', ...below] = parts(resource.type.toLowerCase())
    const type =
      below.length === 0 ? topTypes[top] : below.length === 1 ? childTypes[below[0] ?? ''] : undefined
    if (type) add(type, resource.id, resource.body, resource.condition)
    else details.push(resource)
  }
  for (const { type, id } of details) {
    if (/loadbalancers|securityrules|\/routes$|peerings|scalesets$/i.test(type)) {
      notes.push({
        kind: 'left-out',
        subject: nameOf(id),
        message: `Left out: ${type} as a resource of its own is not read.`,
      })
    }
  }

  const naming = new Naming()
  for (const { type, id } of found.values()) naming.add(type, id)
  /** Things that are only referred to: their name is all that is known. */
  const strangers = new Map<string, { type: ResourceType; id: string }>()
  const refer = (value: unknown): string | undefined => {
    const id = typeof value === 'string' ? value : valueAt(value, 'id')
    return typeof id === 'string' && id.includes('/') ? id : undefined
  }
  const mention = (type: ResourceType, value: unknown): void => {
    const id = refer(value)
    if (id === undefined || found.has(tailOf(id))) return
    strangers.set(tailOf(id), { type, id })
    if (type === 'subnet') mention('virtualNetwork', parentOf(id))
    if (type === 'ipConfiguration') mention('networkInterface', parentOf(id))
    naming.add(type, id)
  }
  for (const { type, body } of [...found.values()]) {
    if (type === 'frontendIPConfiguration' || type === 'ipConfiguration') {
      mention('publicIPAddress', propertyOf(body, 'publicIPAddress'))
      mention('publicIPPrefix', propertyOf(body, 'publicIPPrefix'))
      mention('subnet', propertyOf(body, 'subnet'))
    }
    if (type === 'backendAddressPool')
      for (const item of listOf(propertyOf(body, 'backendIPConfigurations'))) mention('ipConfiguration', item)
    if (type === 'networkInterface') mention('virtualMachine', propertyOf(body, 'virtualMachine'))
  }
  const ids = naming.ids()
  const made: Record<string, Record<string, unknown>> = {}
  const reference = (value: unknown): string | undefined => {
    const id = refer(value)
    return id === undefined ? undefined : ids.get(tailOf(id))
  }

  function read({ type, id, body, condition }: Found): Record<string, unknown> {
    const to = new FieldReader(nameOf(id))
    const take = (field: string, how: (value: unknown) => unknown, key = field) =>
      to.set(field, propertyOf(body, key), how)
    const parent = (field: string) => to.set(field, parentOf(id), (value) => ids.get(tailOf(String(value))))
    const many = (field: string, key = field) => {
      const items = propertyOf(body, key)
      if (items instanceof Unresolved || listOf(items).length > 0) to.set(field, items, each(reference))
    }
    if (condition !== undefined) to.unresolved.condition = condition
    switch (type) {
      case 'loadBalancer': {
        const sku = valueAt(body, 'sku')
        const level = sku instanceof Unresolved ? sku : valueAt(sku, 'name')
        to.set('sku', level ?? 'Basic', oneOf('Standard', 'Gateway', 'Basic'))
        to.set('tier', valueAt(sku, 'tier'), oneOf('Regional', 'Global'))
        break
      }
      case 'publicIPAddress':
        take('ipAddress', addressText)
        to.set('sku', valueAt(valueAt(body, 'sku'), 'name') ?? 'Basic', oneOf('Standard', 'Basic'))
        take('publicIPAddressVersion', oneOf('IPv4', 'IPv6'))
        to.set('zones', valueAt(body, 'zones'), each(words))
        break
      case 'publicIPPrefix':
        take('ipPrefix', prefixText)
        break
      case 'virtualNetwork':
        to.set(
          'addressPrefixes',
          valueAt(propertyOf(body, 'addressSpace'), 'addressPrefixes'),
          each(prefixText),
        )
        break
      case 'subnet': {
        parent('virtualNetwork')
        take('addressPrefix', prefixText)
        const prefixes = propertyOf(body, 'addressPrefixes')
        if (prefixes instanceof Unresolved || listOf(prefixes).length > 0)
          to.set('addressPrefixes', prefixes, each(prefixText))
        for (const key of ['networkSecurityGroup', 'routeTable', 'natGateway']) take(key, reference)
        take('defaultOutboundAccess', flag)
        break
      }
      case 'networkSecurityGroup':
        to.set('securityRules', propertyOf(body, 'securityRules'), (value) =>
          itemsOf(value, securityRule, to, 'securityRules'),
        )
        break
      case 'routeTable':
        to.set('routes', propertyOf(body, 'routes'), (value) => itemsOf(value, route, to, 'routes'))
        break
      case 'natGateway':
        many('publicIPAddresses', 'publicIpAddresses')
        many('publicIPPrefixes', 'publicIpPrefixes')
        break
      case 'frontendIPConfiguration':
        parent('loadBalancer')
        for (const key of ['publicIPAddress', 'publicIPPrefix', 'subnet', 'gatewayLoadBalancer'])
          take(key, reference)
        take('privateIPAddress', addressText)
        take('privateIPAddressVersion', oneOf('IPv4', 'IPv6'))
        take('privateIPAllocationMethod', oneOf('Static', 'Dynamic'))
        to.set('zones', valueAt(body, 'zones'), each(words))
        break
      case 'backendAddressPool': {
        parent('loadBalancer')
        many('backendIPConfigurations')
        const members = listOf(propertyOf(body, 'loadBalancerBackendAddresses')).filter(
          (item) => propertyOf(item, 'networkInterfaceIPConfiguration') == null,
        )
        if (members.length > 0)
          to.set('loadBalancerBackendAddresses', members, (value) =>
            itemsOf(value, poolAddress, to, 'loadBalancerBackendAddresses'),
          )
        break
      }
      case 'probe':
        parent('loadBalancer')
        take('protocol', oneOf('Tcp', 'Http', 'Https'))
        take('port', whole)
        take('requestPath', words)
        for (const key of ['intervalInSeconds', 'probeThreshold', 'numberOfProbes']) take(key, whole)
        take('noHealthyBackendsBehavior', oneOf('AllProbedDown', 'AllProbedUp'))
        break
      case 'loadBalancingRule': {
        parent('loadBalancer')
        take('frontendIPConfiguration', reference)
        const pools = both(body, 'backendAddressPool', 'backendAddressPools')
        to.set('backendAddressPool', pools instanceof Unresolved ? pools : listOf(pools)[0], reference)
        if (listOf(pools).length > 1) to.set('backendAddressPools', pools, each(reference))
        take('probe', reference)
        take('protocol', oneOf(...protocols))
        for (const key of ['frontendPort', 'backendPort', 'idleTimeoutInMinutes']) take(key, whole)
        for (const key of [
          'enableFloatingIP',
          'enableTcpReset',
          'disableOutboundSnat',
          'enableConnectionTracking',
        ])
          take(key, flag)
        take('loadDistribution', oneOf('Default', 'SourceIP', 'SourceIPProtocol'))
        break
      }
      case 'inboundNatRule':
      case 'inboundNatPool':
        parent('loadBalancer')
        take('frontendIPConfiguration', reference)
        take('protocol', oneOf(...protocols))
        for (const key of [
          'frontendPort',
          'frontendPortRangeStart',
          'frontendPortRangeEnd',
          'backendPort',
          'idleTimeoutInMinutes',
        ])
          take(key, whole)
        for (const key of ['backendIPConfiguration', 'backendAddressPool']) take(key, reference)
        for (const key of ['enableFloatingIP', 'enableTcpReset']) take(key, flag)
        break
      case 'outboundRule':
        parent('loadBalancer')
        many('frontendIPConfigurations')
        take('backendAddressPool', reference)
        take('protocol', oneOf(...protocols))
        for (const key of ['allocatedOutboundPorts', 'idleTimeoutInMinutes']) take(key, whole)
        take('enableTcpReset', flag)
        break
      case 'privateLinkService':
        many('loadBalancerFrontendIpConfigurations')
        break
      case 'virtualMachine':
        to.set('zone', listOf(valueAt(body, 'zones'))[0], words)
        break
      case 'networkInterface':
        take('virtualMachine', reference)
        take('enableIPForwarding', flag)
        take('networkSecurityGroup', reference)
        break
      case 'ipConfiguration':
        parent('networkInterface')
        take('subnet', reference)
        take('privateIPAddress', addressText)
        take('privateIPAddressVersion', oneOf('IPv4', 'IPv6'))
        take('privateIPAllocationMethod', oneOf('Static', 'Dynamic'))
        take('primary', flag)
        take('publicIPAddress', reference)
        break
    }
    return to.done()
  }

  function poolAddress(item: unknown, to: FieldReader): void {
    to.set('ipAddress', propertyOf(item, 'ipAddress'), addressText)
    for (const key of ['virtualNetwork', 'subnet', 'loadBalancerFrontendIPConfiguration'])
      to.set(key, propertyOf(item, key), reference)
    to.set('adminState', propertyOf(item, 'adminState'), oneOf('None', 'Up', 'Down'))
  }

  for (const item of found.values()) {
    const id = ids.get(tailOf(item.id))
    if (id) made[id] = read(item)
    if (item.condition !== undefined)
      notes.push({
        kind: 'condition',
        subject: nameOf(item.id),
        message: `Imported although its condition could not be evaluated: ${item.condition}`,
      })
  }
  for (const [tail, { type, id }] of strangers) {
    const own = ids.get(tail)
    if (!own || made[own]) continue
    made[own] = { name: nameOf(id) }
    const up = ids.get(tailOf(parentOf(id)))
    if (type === 'subnet' && up) made[own].virtualNetwork = up
    if (type === 'ipConfiguration' && up) made[own].networkInterface = up
    notes.push({
      kind: 'assumed',
      subject: nameOf(id),
      message: 'Referred to, but not described here: only its name is known.',
    })
  }
  joinMembers([...found.values()], ids, made, reference)
  for (const { type, id } of found.values()) {
    if (type !== 'ipConfiguration') continue
    const own = made[ids.get(tailOf(id)) ?? '']
    const siblings = [...found.values()].filter(
      (other) => other.type === type && tailOf(parentOf(other.id)) === tailOf(parentOf(id)),
    )
    if (own && own.primary === undefined) own.primary = siblings[0]?.id === id
  }
  for (const [id, { unresolved }] of Object.entries(made)) {
    for (const [field, text] of Object.entries(objectOf(unresolved))) {
      if (field !== 'condition')
        notes.push({ kind: 'unresolved', subject: id, message: `${field} could not be evaluated: ${text}` })
    }
  }
  return {
    document: { version: 1, name, resources: made as unknown as TopologyDocument['resources'], layout: {} },
    notes,
  }
}

/** Sets what Azure writes at the other end: NICs name their pools and NAT rules, machines name their NICs. */
function joinMembers(
  found: readonly Found[],
  ids: ReadonlyMap<string, string>,
  made: Record<string, Record<string, unknown>>,
  reference: (value: unknown) => string | undefined,
): void {
  for (const { type, id, body } of found) {
    const own = ids.get(tailOf(id))
    if (type === 'ipConfiguration') {
      for (const item of listOf(propertyOf(body, 'loadBalancerBackendAddressPools'))) {
        const pool = made[reference(item) ?? '']
        const members = listOf(pool?.backendIPConfigurations)
        if (pool && !members.includes(own)) pool.backendIPConfigurations = [...members, own]
      }
      for (const item of listOf(propertyOf(body, 'loadBalancerInboundNatRules'))) {
        const rule = made[reference(item) ?? '']
        if (rule) rule.backendIPConfiguration ??= own
      }
    }
    if (type === 'virtualMachine') {
      for (const item of listOf(valueAt(propertyOf(body, 'networkProfile'), 'networkInterfaces'))) {
        const nic = made[reference(item) ?? '']
        if (nic) nic.virtualMachine ??= own
      }
    }
  }
}

function itemsOf(
  value: unknown,
  fill: (item: unknown, to: FieldReader) => void,
  owner: FieldReader,
  field: string,
): unknown {
  if (!Array.isArray(value)) return undefined
  const items: Record<string, unknown>[] = []
  for (const item of value) {
    const itemName = valueAt(item, 'name')
    const to = new FieldReader(typeof itemName === 'string' ? itemName : '')
    if (item instanceof Unresolved) to.unresolved.item = item.text
    else fill(item, to)
    for (const [key, text] of Object.entries(to.unresolved))
      owner.unresolved[`${field}.${items.length}.${key}`] = text
    items.push(to.fields)
  }
  return items
}

function securityRule(item: unknown, to: FieldReader): void {
  to.set('priority', propertyOf(item, 'priority'), whole)
  to.set('direction', propertyOf(item, 'direction'), oneOf('Inbound', 'Outbound'))
  to.set('access', propertyOf(item, 'access'), oneOf('Allow', 'Deny'))
  to.set('protocol', propertyOf(item, 'protocol'), oneOf('Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'))
  to.set('sourceAddressPrefixes', both(item, 'sourceAddressPrefix', 'sourceAddressPrefixes'), each(words))
  to.set('sourcePortRanges', both(item, 'sourcePortRange', 'sourcePortRanges'), each(words))
  to.set(
    'destinationAddressPrefixes',
    both(item, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
    each(words),
  )
  to.set('destinationPortRanges', both(item, 'destinationPortRange', 'destinationPortRanges'), each(words))
}

function route(item: unknown, to: FieldReader): void {
  to.set('addressPrefix', propertyOf(item, 'addressPrefix'), prefixText)
  to.set(
    'nextHopType',
    propertyOf(item, 'nextHopType'),
    oneOf('VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None'),
  )
  to.set('nextHopIpAddress', propertyOf(item, 'nextHopIpAddress'), addressText)
}
