import type { TopologyDocument } from '../../core/topology/document.ts'
import { type Resource, resolve } from '../../core/topology/model.ts'

/** The parts of an expected reading that are compared. */
export interface Expected {
  readonly loadBalancers: readonly {
    readonly name: string
    readonly deployed: boolean
    readonly frontends: readonly { readonly name: string; readonly kind: string }[]
    readonly probes: readonly { readonly name: string; readonly protocol: string; readonly port: unknown }[]
    readonly rules: readonly {
      readonly name: string
      readonly frontend: string
      readonly protocol: string
      readonly frontendPort: unknown
      readonly backendPort: unknown
      readonly floatingIP: boolean
      readonly probe: string | null
      readonly pools: readonly string[]
      readonly loadDistribution: string
      readonly dangling?: readonly string[]
    }[]
    readonly pools: readonly { readonly name: string; readonly members: readonly string[] }[]
  }[]
}

/** In lower case. A reading made without Azure has a stand-in where `uniqueString` is; both are written alike. */
const plain = (text: unknown) =>
  String(text)
    .toLowerCase()
    .replaceAll(/u[0-9a-f]{12}/g, '<uniquestring>')
const line = (...parts: readonly unknown[]) => parts.map(plain).join(' ')
const unique = (lines: readonly string[]) => [...new Set(lines)].sort()

/** What is expected, one line for each thing. */
export function linesOfExpected({ loadBalancers }: Expected): readonly string[] {
  return unique(
    loadBalancers
      .filter(({ deployed }) => deployed)
      .flatMap((lb) => [
        line('lb', lb.name),
        ...lb.frontends.map(({ name, kind }) => line(lb.name, 'frontend', name, kind)),
        ...lb.probes.map(({ name, protocol, port }) => line(lb.name, 'probe', name, protocol, port)),
        ...lb.pools.map(({ name }) => line(lb.name, 'pool', name)),
        ...lb.pools.flatMap(({ name, members }) =>
          members.map((member) => line(lb.name, 'member', name, member.replace(/ \(.*$/, ''))),
        ),
        ...lb.rules.map((item) =>
          line(
            ...[lb.name, 'rule', item.name, item.protocol, item.frontendPort, item.backendPort],
            ...[item.floatingIP, item.loadDistribution],
            ...(item.dangling ? ['dangling'] : [item.frontend, item.probe ?? '-', ...item.pools]),
          ),
        ),
      ]),
  )
}

function ruleLine(
  lb: string,
  item: Resource<'loadBalancingRule'>,
  nameOf: (id?: string) => string | undefined,
) {
  const target = nameOf(item.frontendIPConfiguration)
  const pools = item.backendAddressPools ?? [item.backendAddressPool]
  return line(
    ...[lb, 'rule', item.name, item.protocol, item.frontendPort, item.backendPort],
    ...[item.enableFloatingIP ?? false, item.loadDistribution ?? 'Default'],
    ...(target === undefined
      ? ['dangling']
      : [target, nameOf(item.probe) ?? '-', ...pools.map((id) => nameOf(id))]),
  )
}

/** What a document says, in the same lines. */
export function linesOfDocument(document: TopologyDocument): readonly string[] {
  const model = resolve(document)
  const nameOf = (id?: string) => (id === undefined ? undefined : document.resources[id]?.name)
  const of = (item: { readonly loadBalancer?: string }) => nameOf(item.loadBalancer) ?? ''
  return unique([
    ...model.all('loadBalancer').map(({ name }) => line('lb', name)),
    ...model
      .all('frontendIPConfiguration')
      .map((item) => line(of(item), 'frontend', item.name, item.subnet ? 'internal' : 'public')),
    ...model.all('probe').map((item) => line(of(item), 'probe', item.name, item.protocol, item.port)),
    ...model.all('backendAddressPool').map((item) => line(of(item), 'pool', item.name)),
    ...model.all('backendAddressPool').flatMap((item) =>
      (item.backendIPConfigurations ?? []).map((id) => {
        const nic = model.all('ipConfiguration').find((other) => other.id === id)?.networkInterface
        return line(of(item), 'member', item.name, `${nameOf(nic)}/${nameOf(id)}`)
      }),
    ),
    ...model.all('loadBalancingRule').map((item) => ruleLine(of(item), item, nameOf)),
  ])
}
