import type { AzurePlan, AzureResource } from '../azure/plan.ts'
import { isInterface } from '../azure/steps-since.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { heading, onOff, protocolWord, type Row, step, type Words } from './step.ts'

const persistence: { readonly [value: string]: string } = {
  Default: 'None',
  SourceIP: 'Client IP',
  SourceIPProtocol: 'Client IP and protocol',
}

function rowsOf(plan: AzurePlan, collection: string, child: ArmObject): readonly Row[] {
  const of = objectAt(child, 'properties')
  const named = (field: string) => plan.places.get(targetAt(of, field) ?? '')?.name
  const allNamed = (field: string) =>
    targetsAt(of, field)
      .flatMap((id) => plan.places.get(id)?.name ?? [])
      .join(', ')
  const range =
    of.frontendPortRangeStart === undefined
      ? undefined
      : `${of.frontendPortRangeStart}–${of.frontendPortRangeEnd}`
  const idle: Row[] = [
    ['Idle timeout (minutes)', of.idleTimeoutInMinutes],
    ['Enable TCP Reset', onOff(of.enableTcpReset)],
  ]
  switch (collection) {
    case 'frontendIPConfigurations':
      return [
        ['IP version', of.privateIPAddressVersion],
        ['Public IP address', named('publicIPAddress')],
        ['Public IP prefix', named('publicIPPrefix')],
        ['Subnet', named('subnet')],
        ['Assignment', of.privateIPAllocationMethod],
        ['IP address', of.privateIPAddress],
        ['Availability zone', Array.isArray(child.zones) ? child.zones.join(', ') : undefined],
        ['Gateway load balancer', named('gatewayLoadBalancer')],
      ]
    case 'backendAddressPools':
      return [
        ['Virtual network', named('virtualNetwork')],
        ...listAt(of, 'loadBalancerBackendAddresses').flatMap((entry): Row[] => {
          const entryOf = objectAt(entry, 'properties')
          const place = (field: string) => plan.places.get(targetAt(entryOf, field) ?? '')?.names.join(' / ')
          return [
            [`IP address of ${entry.name}`, entryOf.ipAddress],
            [`Virtual network of ${entry.name}`, place('virtualNetwork')],
            [`Subnet of ${entry.name}`, place('subnet')],
            [`Regional frontend of ${entry.name}`, place('loadBalancerFrontendIPConfiguration')],
            [`Admin state of ${entry.name}`, entryOf.adminState],
          ]
        }),
      ]
    case 'probes':
      return [
        ['Protocol', protocolWord(of.protocol)],
        ['Port', of.port],
        ['Path', of.requestPath],
        ['Interval (seconds)', of.intervalInSeconds],
      ]
    case 'loadBalancingRules':
      return [
        ['Frontend IP address', named('frontendIPConfiguration')],
        ['Backend pool', named('backendAddressPool') ?? allNamed('backendAddressPools')],
        ...(of.protocol === 'All' ? [['High availability ports', 'checked'] as const] : []),
        ['Protocol', protocolWord(of.protocol)],
        ['Port', of.frontendPort],
        ['Backend port', of.backendPort],
        ['Health probe', named('probe')],
        ['Session persistence', persistence[String(of.loadDistribution)] ?? of.loadDistribution],
        ...idle,
        ['Enable Floating IP', onOff(of.enableFloatingIP)],
        ...snat(plan, of),
      ]
    case 'inboundNatRules':
      return [
        ['Type', of.backendAddressPool === undefined ? 'Azure virtual machine' : 'Backend pool'],
        ['Target virtual machine', targetOf(plan, child)],
        ['Target backend pool', named('backendAddressPool')],
        ['Frontend IP address', named('frontendIPConfiguration')],
        ['Frontend port', of.frontendPort ?? range],
        ['Backend port', of.backendPort],
        ['Protocol', protocolWord(of.protocol)],
        ...idle,
        ['Enable Floating IP', onOff(of.enableFloatingIP)],
      ]
    case 'outboundRules':
      return [
        ['Frontend IP addresses', allNamed('frontendIPConfigurations')],
        ['Backend pool', named('backendAddressPool')],
        ['Protocol', protocolWord(of.protocol)],
        ['Ports per instance', of.allocatedOutboundPorts],
        ...idle,
      ]
    default:
      return []
  }
}

/** A choice that the portal shows for public frontends only. */
function snat({ model }: AzurePlan, of: ArmObject): readonly Row[] {
  const frontend = model.find('frontendIPConfiguration', targetAt(of, 'frontendIPConfiguration'))
  if (!frontend || model.frontendKind(frontend) !== 'public') return []
  const choice = of.disableOutboundSnat === true ? 'Use outbound rules' : 'Use default outbound access'
  return [['Outbound source network address translation (SNAT)', choice]]
}

/** The machine and IP configuration of a rule that leads to one: Azure keeps that on the network interface. */
function targetOf(plan: AzurePlan, rule: ArmObject): string | undefined {
  const id = rule[source]
  for (const { name, properties } of plan.all.filter(isInterface)) {
    for (const one of listAt(properties, 'ipConfigurations')) {
      const rules = targetsAt(objectAt(one, 'properties'), 'loadBalancerInboundNatRules')
      if (id !== undefined && rules.includes(id)) return `the one with ${name}, IP configuration ${one.name}`
    }
  }
  return undefined
}

/** Settings that these steps have no field for, where the diagram has them. */
export function leftOut({ name, properties }: AzureResource): readonly string[] {
  const has = (collection: string, field: string) =>
    listAt(properties, collection).some((child) => {
      const value = objectAt(child, 'properties')[field]
      return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
    })
  const fields = [
    ['probes', 'probeThreshold'],
    ['probes', 'numberOfProbes'],
    ['probes', 'noHealthyBackendsBehavior'],
    ['loadBalancingRules', 'enableConnectionTracking'],
    ['backendAddressPools', 'syncMode'],
    ['backendAddressPools', 'tunnelInterfaces'],
  ].flatMap(([collection = '', field = '']) => (has(collection, field) ? [field] : []))
  const all = [...fields, ...(listAt(properties, 'inboundNatPools').length > 0 ? ['inboundNatPools'] : [])]
  if (all.length === 0) return []
  return [
    `The steps do not set, on the load balancer ${name}: ${all.join(', ')}. Use another format for these.`,
  ]
}

const blades = [
  ['frontendIPConfigurations', 'Frontend IP configuration'],
  ['backendAddressPools', 'Backend pools'],
  ['probes', 'Health probes'],
  ['loadBalancingRules', 'Load balancing rules'],
  ['inboundNatRules', 'Inbound NAT rules'],
  ['outboundRules', 'Outbound rules'],
] as const

/** Writes the steps of a load balancer and of everything that hangs on it. */
export function writeLoadBalancer(
  { id, name, sku, properties }: AzureResource,
  { plan, lines }: Words,
): void {
  lines.gap().from(id, () => {
    heading(lines, `Load balancer ${name}`)
    step(lines, 'Load balancers › Create', [
      ['Name', name],
      ['SKU', sku?.name],
      ['Tier', sku?.tier],
    ])
    for (const [collection, blade] of blades) {
      for (const child of listAt(properties, collection)) {
        lines.from(child[source], () =>
          step(lines, `${blade} › Add ${String(child.name)}`, [
            ['Name', child.name],
            ...rowsOf(plan, collection, child),
          ]),
        )
      }
    }
  })
}

/** Writes which member goes into which pool: one line each. */
export function writeMembers({ plan, lines }: Words): void {
  const members = plan.all.filter(isInterface).flatMap((one) =>
    listAt(one.properties, 'ipConfigurations').flatMap((child) =>
      targetsAt(objectAt(child, 'properties'), 'loadBalancerBackendAddressPools').map((pool) => ({
        id: child[source],
        pool: plan.places.get(pool)?.name ?? pool,
        member: `${one.name} / ${String(child.name)}`,
      })),
    ),
  )
  if (members.length === 0) return
  lines.gap()
  heading(lines, 'Members of backend pools')
  for (const { id, pool, member } of members)
    lines.from(id, () => step(lines, `Backend pools › ${pool}: ${member}`, []))
}
