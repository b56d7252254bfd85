import type { Severity } from '../../lint/diagnostic.ts'
import type { Identity } from '../../topology/identity.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { typeOfId } from '../../topology/resource-type.ts'
import type { AddressView, ChipView, Problems } from './view.ts'

/** As much of a finding as a node shows. */
export interface ShownFinding {
  readonly severity: Severity
  readonly resource: string
  readonly path?: string
}

/** What views are made from. */
export interface ViewInput {
  readonly model: TopologyModel
  readonly identities: ReadonlyMap<string, Identity>
  readonly diagnosticsById: ReadonlyMap<string, readonly ShownFinding[]>
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** Everything that is wrong with any of these resources, counted once. */
export function problemsOf(
  { diagnosticsById }: ViewInput,
  ids: readonly (string | undefined)[],
): { problems?: Problems } {
  const found = new Map<ShownFinding, string>()
  for (const id of ids) {
    for (const diagnostic of (id !== undefined && diagnosticsById.get(id)) || []) {
      if (!found.has(diagnostic)) found.set(diagnostic, id as string)
    }
  }
  const all = [...found.keys()]
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of all) counts[severity]++
  const severity = severities.find((one) => counts[one] > 0)
  const worst = all.find((diagnostic) => diagnostic.severity === severity)
  if (!severity || !worst) return {}
  return {
    problems: {
      counts,
      severity,
      resource: worst.resource,
      ...(worst.path === undefined ? {} : { path: worst.path }),
    },
  }
}

const severityNouns: Record<Severity, readonly [string, string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}

/** Problems as words: `1 error, 2 warnings`. */
export function problemWords(problems: Problems | undefined): string | undefined {
  if (!problems) return undefined
  return severities
    .filter((severity) => problems.counts[severity] > 0)
    .map(
      (severity) =>
        `${problems.counts[severity]} ${severityNouns[severity][problems.counts[severity] === 1 ? 0 : 1]}`,
    )
    .join(', ')
}

/** A sentence of parts, without those that are missing. */
export const sentence = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')

/** The identity of an address or frontend, ready to be spread into a view. */
export function identityIn(
  identities: ReadonlyMap<string, Identity>,
  key: string | undefined,
): { identity?: Identity } {
  const identity = key === undefined ? undefined : identities.get(key)
  return identity ? { identity } : {}
}

/** An address or, where it is not known, the name of the thing. */
export function addressView({ model, identities }: ViewInput, key: string): AddressView {
  return { text: typeOfId(key) ? model.nameOf(key) : key, ...identityIn(identities, key) }
}

const chipKinds: readonly string[] = [
  'publicIPAddress',
  'probe',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
]

/** The chip of a resource that is there. */
export function chipOf(model: TopologyModel, id: string | undefined): ChipView | undefined {
  const resource = model.get(id)
  const kind = resource && typeOfId(resource.id)
  if (!resource || !kind || !chipKinds.includes(kind)) return undefined
  const port = (resource as unknown as { readonly port?: number }).port
  const label = kind === 'probe' && port !== undefined ? `probe ${port}` : resource.name
  return { id: resource.id, kind: kind as ChipView['kind'], label }
}

/** The chips of the resources that are there. */
export const chipsOf = (model: TopologyModel, ids: readonly (string | undefined)[]): readonly ChipView[] =>
  ids.flatMap((id) => chipOf(model, id) ?? [])
