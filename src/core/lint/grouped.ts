import type { TopologyModel } from '../topology/model.ts'
import type { Diagnostic } from './diagnostic.ts'
import * as follows from './follows.ts'
import * as broken from './follows-broken.ts'

/** A finding with the findings that follow from it. */
export interface Group {
  readonly cause: Diagnostic
  readonly consequences: readonly Diagnostic[]
}

/** By lint rule: the lint rules whose findings on the same things explain it. */
const causesOf: { readonly [rule: string]: readonly string[] } = {
  'probe-missing': ['reference-dangling', 'value-unresolved', 'cluster-member-without-address'],
  'backend-pool-empty': ['reference-dangling', 'value-unresolved', 'global-rule-invalid'],
  'field-missing': ['reference-dangling', 'value-unresolved', 'load-balancer-without-frontend'],
  'load-balancer-without-frontend': ['reference-across-load-balancers'],
  'second-load-balancer-of-kind': ['backend-port-reused-across-load-balancers'],
  'guest-unknown': ['value-unresolved', 'field-missing'],
  'ip-version-mismatch': ['field-value-invalid', 'frontend-address-source-invalid'],
  'weak-host-send-disabled': ['weak-host-receive-disabled'],
  'loopback-weak-host-receive-disabled': [
    'weak-host-receive-disabled',
    'weak-host-send-disabled',
    'weak-host-ipv6-disabled',
  ],
  'guest-firewall-blocks-probe': ['probe-port-closed'],
  'probe-reply-leaves-other-interface': ['reply-leaves-other-interface', 'strict-reverse-path-filter'],
  'reply-leaves-other-interface': ['strict-reverse-path-filter'],
  'security-rule-blocks-probe': ['security-rule-denies-clients', 'network-security-group-missing'],
  'frontend-port-reused': ['floating-backend-port-reused'],
  'floating-ip-without-need': ['guest-address-missing'],
  'loopback-address-mistyped': ['guest-address-missing'],
  'security-rule-allows-probe-only': ['security-rule-denies-clients'],
  'outbound-rule-on-secondary-ip-configuration': ['floating-ip-on-secondary-ip-configuration'],
}

type Relations = { readonly [cause: string]: follows.Relation }

const inOneBalancer: Relations = { 'basic-sku-retired': follows.sameLoadBalancer }
const ofOneFrontend: Relations = {
  'address-duplicated': follows.sameFrontend,
  'frontend-outside-subnet': follows.sameFrontend,
  'field-value-invalid': follows.sameFrontend,
}

/** By lint rule: what explains it where the resources are as a relation says. Of its own kind the first explains the others. */
const relatedCausesOf: { readonly [rule: string]: Relations } = {
  'https-probe-on-basic': inOneBalancer,
  'ha-ports-unsupported': {
    'basic-sku-retired': follows.unlessKind('public'),
    'ha-ports-incomplete': follows.sameResource,
  },
  'outbound-rule-unsupported': { 'basic-sku-retired': follows.unlessKind('internal') },
  'sku-mismatch': { ...inOneBalancer, 'field-value-invalid': follows.namedThing },
  'frontend-kinds-mixed': { 'frontend-address-source-invalid': follows.onlyOfKind },
  'network-security-group-missing': {
    'frontend-address-source-invalid': follows.onlyPublic,
    'frontend-kinds-mixed': follows.mostlyInternal,
    'reference-dangling': broken.missingGroup,
  },
  'gateway-rule-invalid': { 'gateway-rule-invalid': broken.noGateway },
  'reference-dangling': { 'reference-dangling': broken.sameTarget },
  'load-balancer-without-frontend': { 'reference-dangling': broken.missingFrontend },
  'global-rule-invalid': { 'global-rule-invalid': broken.notGlobal },
  'outbound-ports-invalid': { 'reference-dangling': follows.sameResource },
  'guest-address-missing': {
    ...ofOneFrontend,
    'guest-address-missing': follows.sameAddressMissing,
    'reference-dangling': broken.lostLoopback,
    'field-value-invalid': (...all) => follows.sameFrontend(...all) || follows.brokenLoopback(...all),
  },
  'security-rule-denies-clients': {
    'field-value-invalid': broken.brokenGroup,
    'security-rule-denies-clients': follows.sameServiceAsked,
  },
  'security-rule-misses-frontend-address': {
    ...ofOneFrontend,
    'security-rule-misses-frontend-address': follows.sameServiceAsked,
  },
  'security-rule-virtual-network-tag': { 'security-rule-virtual-network-tag': follows.sameServiceAsked },
  'security-rule-blocks-probe': { 'field-value-invalid': broken.brokenGroup },
  'guest-firewall-blocks-backend-port': {
    'guest-address-missing': follows.sameArrival,
    'listener-missing': follows.sameArrival,
    'field-value-invalid': broken.brokenFirewall,
    'guest-firewall-blocks-backend-port': follows.sameServiceAsked,
  },
  'guest-firewall-blocks-probe': {
    'field-value-invalid': broken.brokenFirewall,
    'guest-firewall-blocks-backend-port': follows.closedFirewall,
  },
  'floating-ip-on-secondary-ip-configuration': {
    'floating-ip-on-secondary-ip-configuration': follows.sameGuests,
  },
  'strict-reverse-path-filter': ofOneFrontend,
  'reply-leaves-other-interface': ofOneFrontend,
  'cluster-address-owner-count': { 'address-duplicated': follows.sameFrontend },
  'cluster-member-without-address': {
    'cluster-address-owner-count': follows.sameFrontend,
    'address-duplicated': follows.sameFrontend,
    'reference-dangling': broken.ruleOrProbe,
    'field-missing': broken.ruleOrProbe,
    'field-value-invalid': broken.ruleOrProbe,
    'cluster-member-without-address': follows.sameAddressMissing,
  },
  'weak-host-receive-disabled': { 'weak-host-receive-disabled': follows.sameGuests },
  'weak-host-send-disabled': { 'weak-host-send-disabled': follows.sameGuests },
  'weak-host-ipv6-disabled': { 'weak-host-ipv6-disabled': follows.sameGuests },
  'backend-pool-empty': {
    'backend-pool-empty': follows.samePool,
    'global-rule-invalid': broken.notGlobal,
  },
  'listener-missing': {
    'guest-address-missing': follows.sameArrival,
    'address-duplicated': follows.servedElsewhere,
    'field-value-invalid': follows.brokenListener,
    'reference-dangling': broken.lostListener,
    'backend-port-reused': follows.floatingIsOff,
    'security-rule-misses-backend-address': follows.floatingIsOff,
    'security-rule-uses-frontend-port': follows.sameRule,
    'cluster-member-without-address': follows.sameRule,
    'listener-missing': follows.sameService,
  },
  'probe-port-closed': {
    'address-duplicated': follows.servedElsewhere,
    'field-value-invalid': follows.brokenListener,
    'reference-dangling': broken.lostListener,
    'listener-missing': follows.sameService,
  },
  'security-rule-denies-outbound': { 'outbound-from-frontend-address': follows.sameConnection },
  'outbound-method-missing': {
    'outbound-from-frontend-address': follows.sameConnection,
    'reference-dangling': broken.brokenOutbound,
    'field-missing': broken.brokenOutbound,
    'field-value-invalid': broken.brokenOutbound,
    'frontend-address-source-invalid': broken.brokenOutbound,
    'backend-pool-empty': broken.brokenOutbound,
  },
  'connection-without-rule': {
    'listener-missing': follows.callOfRule,
    'field-missing': follows.callOfRule,
    'port-out-of-range': follows.callOfRule,
    'field-value-invalid': (...all) => follows.callOfRule(...all) || follows.sameConnection(...all),
  },
  'ha-ports-incomplete': {
    'field-missing': follows.portOfRule,
    'field-value-invalid': follows.portOfRule,
    'port-out-of-range': follows.portOfRule,
  },
  'loopback-address-shadows-frontend': {
    'reference-dangling': (...all) => broken.brokenWayToLoopback(...all) || follows.ruleOfLoopback(...all),
    'backend-pool-empty': follows.ruleOfLoopback,
    'field-missing': follows.ruleOfLoopback,
    'reference-across-load-balancers': follows.ruleOfLoopback,
    'security-rule-misses-backend-address': follows.ruleOfLoopback,
    'listener-missing': follows.ruleOfServedLoopback,
    'backend-port-reused': follows.ruleOfLoopback,
    'floating-backend-port-reused': follows.ruleOfLoopback,
    'frontend-port-reused': follows.ruleOfLoopback,
    'ha-ports-duplicated': follows.ruleOfLoopback,
    'ha-ports-share-pool': follows.ruleOfLoopback,
  },
}

const thingsOf = ({ resource, related }: Diagnostic) => [resource, ...related]

const isMachine = (id: string) => id.startsWith('virtualMachine/')

/** Whether they have something in common: where both name machines, one of these. */
function sharesThings(cause: Diagnostic, one: Diagnostic): boolean {
  const things = new Set(thingsOf(cause))
  const machines = cause.related.some(isMachine) ? one.related.filter(isMachine) : []
  return (machines.length > 0 ? machines : thingsOf(one)).some((id) => things.has(id))
}

/** The lint rules that may explain one. */
const ruleCausesOf = (rule: string): readonly string[] => [
  ...new Set([...(causesOf[rule] ?? []), ...Object.keys(relatedCausesOf[rule] ?? {})]),
]

/**
 * Puts findings that follow from another one under it, in the order given. A cause of a cause holds all of them,
 * and nothing is listed under a milder finding.
 */
export function grouped(diagnostics: readonly Diagnostic[], model?: TopologyModel): readonly Group[] {
  const order = { error: 0, warning: 1, info: 2 }
  const candidates = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    const known = candidates.get(one.rule)
    if (known) known.push(one)
    else candidates.set(one.rule, [one])
  }
  const explains = (cause: Diagnostic, one: Diagnostic) =>
    (causesOf[one.rule]?.includes(cause.rule) && sharesThings(cause, one)) ||
    (model !== undefined && relatedCausesOf[one.rule]?.[cause.rule]?.(model, cause, one))
  const find = (one: Diagnostic) => {
    for (const rule of ruleCausesOf(one.rule)) {
      for (const cause of candidates.get(rule) ?? []) {
        if (cause === one) break
        if (order[cause.severity] <= order[one.severity] && explains(cause, one)) return cause
      }
    }
    return undefined
  }
  const causes = new Map(diagnostics.map((one) => [one, find(one)]))
  const rootOf = (one: Diagnostic): Diagnostic => {
    const cause = causes.get(one)
    return cause ? rootOf(cause) : one
  }
  const groups = new Map<Diagnostic, Diagnostic[]>()
  for (const one of diagnostics) if (!causes.get(one)) groups.set(one, [])
  for (const one of diagnostics) {
    const root = rootOf(one)
    if (root !== one) groups.get(root)?.push(one)
  }
  return [...groups].map(([cause, consequences]) => ({ cause, consequences }))
}

/** Lint rules that the tables name, for their test. */
export const rulesOfGroups: readonly string[] = [
  ...new Set(
    [...Object.keys(causesOf), ...Object.keys(relatedCausesOf)].flatMap((rule) => [
      rule,
      ...ruleCausesOf(rule),
    ]),
  ),
]

/** Whether the tables lead back to where they began, by another lint rule. */
export function hasCircle(): boolean {
  const visit = (rule: string, way: readonly string[]): boolean =>
    way.includes(rule) || ruleCausesOf(rule).some((cause) => cause !== rule && visit(cause, [...way, rule]))
  return rulesOfGroups.some((rule) => visit(rule, []))
}
