import { isHaPorts, type Resource } from '../../topology/model.ts'
import type { RuleVerdict } from '../verdicts.ts'
import { chipsOf, identityIn, problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import type { InboundNatRuleView, LoadBalancingRuleView } from './view.ts'

const protocols: Readonly<Record<string, string>> = { Tcp: 'TCP', Udp: 'UDP', All: 'All' }

/** A protocol as people write it. */
export const protocolWord = (protocol: string | undefined): string =>
  protocol === undefined ? 'No protocol' : (protocols[protocol] ?? protocol)

const port = (number: number | undefined) => (number === undefined ? '?' : `${number}`)

/** How many backends answer, as the badge says it. */
export function verdictWords({ answered, total }: RuleVerdict): string {
  return total === 0 ? 'No backends' : `${answered} of ${total} answer`
}

const verdictPart = (verdict: RuleVerdict | undefined) =>
  verdict
    ? { words: [verdictWords(verdict), verdict.client].filter(Boolean).join(' '), fields: { verdict } }
    : { words: undefined, fields: {} }

/** What the guest sees of a rule's packets, for those who do not see the picture. */
function guestWords(input: ViewInput, frontend: string | undefined, floating: boolean, port: string): string {
  const address = input.model.frontendAddress(frontend)
  if (!floating) return 'guest sees its NIC address'
  return address === undefined ? 'guest sees the frontend address' : `guest sees ${address}:${port}`
}

/** A load-balancing rule with its probe and how many backends answer. */
export function loadBalancingRuleView(
  input: ViewInput,
  rule: Resource<'loadBalancingRule'>,
  verdict: RuleVerdict | undefined,
): LoadBalancingRuleView {
  const haPorts = isHaPorts(rule)
  const floatingIP = rule.enableFloatingIP ?? false
  const { words, fields } = verdictPart(verdict)
  const { problems } = problemsOf(input, [rule.id, rule.probe])
  return {
    name: rule.name,
    protocol: haPorts ? 'HA ports' : protocolWord(rule.protocol),
    ports: haPorts ? 'every port' : `${port(rule.frontendPort)} → ${port(rule.backendPort)}`,
    floatingIP,
    ...identityIn(input.identities, rule.frontendIPConfiguration),
    ...fields,
    chips: chipsOf(input.model, [rule.probe]),
    ...(problems ? { problems } : {}),
    label: sentence(
      `Load-balancing rule ${rule.name}`,
      `floating IP ${floatingIP ? 'on' : 'off'}`,
      guestWords(input, rule.frontendIPConfiguration, floatingIP, port(rule.backendPort)),
      words,
      problemWords(problems),
    ),
  }
}

function natTarget({ model }: ViewInput, rule: Resource<'inboundNatRule'>): string {
  const member = rule.backendIPConfiguration && model.memberOf(rule.backendIPConfiguration)
  if (member) return `to ${member.virtualMachine?.name ?? model.nameOf(member.label)}`
  const pool = model.find('backendAddressPool', rule.backendAddressPool)
  return pool ? `to each VM of ${pool.name}` : 'No target'
}

/** An inbound NAT rule and where it leads. */
export function inboundNatRuleView(
  input: ViewInput,
  rule: Resource<'inboundNatRule'>,
  verdict: RuleVerdict | undefined,
): InboundNatRuleView {
  const floatingIP = rule.enableFloatingIP ?? false
  const { words, fields } = verdictPart(verdict)
  const { problems } = problemsOf(input, [rule.id])
  const { frontendPort, frontendPortRangeStart: start, frontendPortRangeEnd: end } = rule
  const called =
    frontendPort === undefined && start !== undefined ? `${start}–${port(end)}` : port(frontendPort)
  const target = natTarget(input, rule)
  return {
    name: rule.name,
    protocol: protocolWord(rule.protocol),
    ports: `${called} → ${port(rule.backendPort)}`,
    floatingIP,
    target,
    ...identityIn(input.identities, rule.frontendIPConfiguration),
    ...fields,
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(
      `Inbound NAT rule ${rule.name}`,
      target,
      `floating IP ${floatingIP ? 'on' : 'off'}`,
      guestWords(input, rule.frontendIPConfiguration, floatingIP, port(rule.backendPort)),
      words,
      problemWords(problems),
    ),
  }
}
