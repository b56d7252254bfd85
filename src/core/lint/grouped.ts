import type { Diagnostic } from './diagnostic.ts'

/** A finding with the findings that follow from it. */
export interface Group {
  readonly cause: Diagnostic
  readonly consequences: readonly Diagnostic[]
}

/** By lint rule: the lint rules whose findings on the same things explain it. */
const causesOf: { readonly [rule: string]: readonly string[] } = {
  'probe-missing': ['reference-dangling', 'value-unresolved'],
  'backend-pool-empty': ['reference-dangling', 'value-unresolved'],
  'field-missing': [
    'reference-dangling',
    'value-unresolved',
    'field-value-invalid',
    'load-balancer-without-frontend',
  ],
  'load-balancer-without-frontend': ['reference-across-load-balancers'],
  'second-load-balancer-of-kind': ['backend-port-reused-across-load-balancers'],
  'guest-unknown': ['value-unresolved', 'field-missing'],
  'ip-version-mismatch': ['field-value-invalid', 'frontend-address-source-invalid'],
  'listener-missing': ['guest-address-missing'],
  'listener-off-frontend-address': ['guest-address-missing'],
  'weak-host-receive-disabled': ['guest-address-missing'],
  'weak-host-send-disabled': ['guest-address-missing', 'weak-host-receive-disabled'],
  'loopback-weak-host-receive-disabled': ['weak-host-receive-disabled', 'weak-host-send-disabled'],
  'guest-firewall-blocks-backend-port': ['guest-address-missing', 'listener-missing'],
  'guest-firewall-blocks-probe': ['probe-port-closed'],
  'probe-reply-leaves-other-interface': ['reply-leaves-other-interface', 'strict-reverse-path-filter'],
  'reply-leaves-other-interface': ['strict-reverse-path-filter'],
  'cluster-member-without-address': ['cluster-address-owner-count', 'probe-missing'],
  'security-rule-blocks-probe': ['security-rule-denies-clients', 'network-security-group-missing'],
  'frontend-port-reused': ['floating-backend-port-reused'],
  'floating-ip-without-need': ['guest-address-missing'],
  'loopback-address-mistyped': ['guest-address-missing'],
  'security-rule-allows-probe-only': ['security-rule-denies-clients'],
}

const thingsOf = ({ resource, related }: Diagnostic) => [resource, ...related]

function explains(cause: Diagnostic, { rule, resource, related }: Diagnostic): boolean {
  if (!causesOf[rule]?.includes(cause.rule)) return false
  const things = new Set(thingsOf(cause))
  return things.has(resource) || related.some((id) => things.has(id))
}

/**
 * Puts findings that follow from another one under it, in the order given. A cause of a cause holds all of them,
 * and nothing is listed under a milder finding.
 */
export function grouped(diagnostics: readonly Diagnostic[]): readonly Group[] {
  const order = { error: 0, warning: 1, info: 2 }
  const candidates = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    const known = candidates.get(one.rule)
    if (known) known.push(one)
    else candidates.set(one.rule, [one])
  }
  const causeOf = (one: Diagnostic): Diagnostic | undefined =>
    (causesOf[one.rule] ?? [])
      .flatMap((rule) => candidates.get(rule) ?? [])
      .find((cause) => order[cause.severity] <= order[one.severity] && explains(cause, one))
  const rootOf = (one: Diagnostic): Diagnostic => {
    const cause = causeOf(one)
    return cause ? rootOf(cause) : one
  }
  const groups = new Map<Diagnostic, Diagnostic[]>()
  for (const one of diagnostics) if (!causeOf(one)) groups.set(one, [])
  for (const one of diagnostics) {
    const root = rootOf(one)
    if (root !== one) groups.get(root)?.push(one)
  }
  return [...groups].map(([cause, consequences]) => ({ cause, consequences }))
}

/** Lint rules that the table names, for its test. */
export const rulesOfGroups: readonly string[] = [
  ...new Set([...Object.keys(causesOf), ...Object.values(causesOf).flat()]),
]

/** Whether the table leads back to where it began. */
export function hasCircle(): boolean {
  const visit = (rule: string, way: readonly string[]): boolean =>
    way.includes(rule) || (causesOf[rule] ?? []).some((cause) => visit(cause, [...way, rule]))
  return Object.keys(causesOf).some((rule) => visit(rule, []))
}
