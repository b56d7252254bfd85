import { headingOf } from './azure/heading.ts'
import { type AzurePlan, type AzureResource, azurePlan } from './azure/plan.ts'
import {
  type ArmObject,
  type ArmValue,
  listAt,
  objectAt,
  source,
  targetAt,
  targetsAt,
} from './azure/value.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'
import { markdownText } from './text/quote.ts'

type Row = readonly [field: string, value: ArmValue | undefined]

const persistence: { readonly [value: string]: string } = {
  Default: 'None',
  SourceIP: 'Client IP',
  SourceIPProtocol: 'Client IP and protocol',
}

const onOff = (value: ArmValue | undefined) => (value === true ? 'checked' : 'not checked')

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
          const { ipAddress, adminState } = objectAt(entry, 'properties')
          return [
            [`IP address of ${entry.name}`, ipAddress],
            [`Admin state of ${entry.name}`, adminState],
          ]
        }),
      ]
    case 'probes':
      return [
        ['Protocol', of.protocol],
        ['Port', of.port],
        ['Path', of.requestPath],
        ['Interval (seconds)', of.intervalInSeconds],
      ]
    case 'loadBalancingRules':
      return [
        ['Frontend IP address', named('frontendIPConfiguration')],
        ['Backend pool', named('backendAddressPool') ?? allNamed('backendAddressPools')],
        ...(of.protocol === 'All' ? [['High availability ports', 'checked'] as const] : []),
        ['Protocol', of.protocol],
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
        ['Protocol', of.protocol],
        ...idle,
        ['Enable Floating IP', onOff(of.enableFloatingIP)],
      ]
    case 'outboundRules':
      return [
        ['Frontend IP addresses', allNamed('frontendIPConfigurations')],
        ['Backend pool', named('backendAddressPool')],
        ['Protocol', of.protocol],
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
  for (const { type, name, properties } of plan.all) {
    if (type !== 'Microsoft.Network/networkInterfaces') continue
    for (const one of listAt(properties, 'ipConfigurations')) {
      const rules = targetsAt(objectAt(one, 'properties'), 'loadBalancerInboundNatRules')
      if (id !== undefined && rules.includes(id)) return `the one with ${name}, IP configuration ${one.name}`
    }
  }
  return undefined
}

/** Settings that these steps have no field for, where the diagram has them. */
function leftOut({ name, properties }: AzureResource): readonly string[] {
  const has = (collection: string, field: string) =>
    listAt(properties, collection).some((child) => {
      const value = objectAt(child, 'properties')[field]
      return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
    })
  const fields = [
    ['probes', 'probeThreshold'],
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

function write(lines: Lines, rows: readonly Row[]): void {
  for (const [field, value] of rows) {
    if (typeof value === 'object' || value === undefined || value === '') continue
    lines.add(`  - [ ] ${field}: ${markdownText(String(value))}`)
  }
}

function writeBalancer(lines: Lines, plan: AzurePlan, { id, name, sku, properties }: AzureResource): void {
  lines.gap().from(id, () => {
    lines.add(`## Load balancer ${markdownText(name)}`).gap()
    lines.add('- [ ] Load balancers › Create')
    write(lines, [
      ['Name', name],
      ['SKU', sku?.name],
      ['Tier', sku?.tier],
    ])
    for (const [collection, blade] of blades) {
      for (const child of listAt(properties, collection)) {
        lines.from(child[source], () => {
          lines.add(`- [ ] ${blade} › Add ${markdownText(String(child.name))}`)
          write(lines, [['Name', child.name], ...rowsOf(plan, collection, child)])
        })
      }
    }
  })
}

/** Which member goes into which pool: one line each. */
function writeMembers(lines: Lines, plan: AzurePlan): void {
  const interfaces = plan.all.filter(({ type }) => type === 'Microsoft.Network/networkInterfaces')
  const members = interfaces.flatMap((one) =>
    listAt(one.properties, 'ipConfigurations').flatMap((child) =>
      targetsAt(objectAt(child, 'properties'), 'loadBalancerBackendAddressPools').map((pool) => ({
        id: child[source],
        text: `${markdownText(plan.places.get(pool)?.name ?? pool)}: ${markdownText(`${one.name} / ${child.name}`)}`,
      })),
    ),
  )
  if (members.length === 0) return
  lines.gap().add('## Members of backend pools').gap()
  for (const { id, text } of members) lines.add(`- [ ] Backend pools › ${text}`, id)
}

/** What to click and type in the Azure portal. */
export const portal: Exporter = {
  id: 'portal',
  title: 'Azure portal steps',
  about: 'A checklist for the load balancers: blade, field and value.',
  languages: ['markdown'],
  reads: ['findings'],
  export(document, options = {}) {
    const plan = azurePlan(document, { ...options, scope: 'load-balancer' })
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const notes = [
      ...plan.notes,
      ...plan.resources.flatMap(leftOut),
      'The steps are for load balancers. Networks and machines must be there before.',
    ]
    const lines = new Lines()
    const [title = '', ...rest] = headingOf(document, { ...options, scope: 'everything' }, notes)
    lines.add(`# ${markdownText(title)}`).gap()
    for (const line of rest) lines.add(`- ${markdownText(line)}`)
    for (const resource of plan.resources) writeBalancer(lines, plan, resource)
    writeMembers(lines, plan)
    return { files: [lines.file('portal-steps.md', 'markdown')], notes }
  },
}
