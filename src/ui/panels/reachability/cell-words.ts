import type { BackendReachability, RuleReachability } from '../../../core/simulator/summary.ts'
import type { Reason } from '../../../core/simulator/trace.ts'
import { isClusterAddress, type TopologyModel } from '../../../core/topology/model.ts'
import type { Tone } from '../../components/Badge.tsx'
import { reasonWords, verdictWords } from '../trace/words.ts'
import type { ListedRule } from './listed-rules.ts'

/** What a cell says where the packet does not get as far as a guest. */
const shortWords: Partial<Record<Reason, string>> = {
  'no-rule-match': 'No rule',
  'no-healthy-backend': 'Probe down',
  'backend-not-healthy': 'Probe down',
  'next-hop-not-ha-ports': 'No HA ports',
  'unsupported-secondary-ipconfig': 'Azure host',
  'nic-ip-forwarding-disabled': 'Azure host',
  'nsg-deny': 'Security group',
  'no-such-address': 'No address',
}

/** What a cell shows and says. */
export interface CellWords {
  readonly tone: Tone
  /** The address that the guest sees; without it, `short` stands in its place. */
  readonly address?: string
  readonly short: string
  readonly word: string
  /** All of it in one sentence. */
  readonly sentence: string
}

/** Whether a member waits, as it should, because another one holds the cluster address. */
function standsBy(
  model: TopologyModel,
  rule: ListedRule,
  reach: RuleReachability,
  { reason }: BackendReachability,
): boolean {
  if (reason !== 'backend-not-healthy' || reach.answered === 0) return false
  return isClusterAddress(model.find('frontendIPConfiguration', rule.frontend))
}

const isBad = (...[model, rule, reach, backend]: Parameters<typeof standsBy>): boolean =>
  verdictWords[backend.verdict].tone === 'bad' && !standsBy(model, rule, reach, backend)

/** What becomes of a rule's packets at one backend, in words. */
export function cellWords(
  model: TopologyModel,
  rule: ListedRule,
  reach: RuleReachability,
  backend: BackendReachability,
): CellWords {
  const { virtualMachine, verdict, reason, guestSees } = backend
  const machine = model.nameOf(virtualMachine)
  if (standsBy(model, rule, reach, backend)) {
    const sentence = `Stands by: another backend holds the cluster address, so ${machine} gets no packets`
    return { tone: 'neutral', short: 'Standby', word: 'Standby', sentence }
  }
  const { tone, word } = verdictWords[verdict]
  const say = (text: string) => model.get(text)?.name ?? text
  const called = rule.called === undefined ? rule.name : say(rule.called)
  const seen = guestSees ? `${say(guestSees.address)}:${guestSees.port}` : called
  const sentence =
    reason === 'nsg-deny'
      ? `${word} before ${machine}: a security group denies it, or there is none`
      : reasonWords[reason]({
          verdict: word,
          machine,
          called,
          seen,
          address: guestSees ? say(guestSees.address) : called,
          port: `${guestSees?.port ?? rule.port ?? ''}`,
          securityRule: null,
        })
  const short = shortWords[reason] ?? word
  return { tone, short, word, sentence, ...(guestSees ? { address: guestSees.address } : {}) }
}

/** The members of a rule by VM; of two addresses of one VM the one that fares worse. */
export function cellsOf(reach: RuleReachability): ReadonlyMap<string, BackendReachability> {
  const cells = new Map<string, BackendReachability>()
  const rank = ({ verdict }: BackendReachability) =>
    verdict === 'delivered' ? 2 : verdict === 'unknown' ? 1 : 0
  for (const backend of reach.perBackend) {
    const known = cells.get(backend.virtualMachine)
    if (!known || rank(backend) < rank(known)) cells.set(backend.virtualMachine, backend)
  }
  return cells
}

/** Whether a backend that should answer does not. */
export function isFailing(model: TopologyModel, rule: ListedRule, reach: RuleReachability): boolean {
  if (reach.perBackend.length === 0) return true
  return reach.perBackend.some((backend) => isBad(model, rule, reach, backend))
}
