import { listOf, valueAt } from '../../keys.ts'
import { firewallOf, type GuestAllow, type GuestFacts } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

interface Match {
  protocols?: readonly string[]
  ports?: readonly number[]
  localAddress?: string
  remoteAddress?: string
  device?: string
  /** A condition that only narrows what is no new connection from outside. */
  isAside?: boolean
}

const prefixText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  const prefix = valueAt(value, 'prefix')
  const [address, length] = [valueAt(prefix, 'addr'), valueAt(prefix, 'len')]
  return typeof address === 'string' ? `${address}/${length}` : undefined
}

const several = (value: unknown): readonly unknown[] => {
  const set = valueAt(value, 'set')
  return Array.isArray(set) ? set : [value]
}

/** Takes one condition; `false` where it cannot be said in the words of a diagram. */
function condition(match: unknown, found: Match): boolean {
  if (valueAt(match, 'op') !== '==' && valueAt(match, 'op') !== 'in') return false
  const [left, right] = [valueAt(match, 'left'), valueAt(match, 'right')]
  const meta = valueAt(valueAt(left, 'meta'), 'key')
  if (valueAt(valueAt(left, 'ct'), 'key') === 'state') {
    found.isAside = !several(right).flat().includes('new')
    return found.isAside
  }
  if (meta === 'iifname' || meta === 'iif') {
    if (typeof right !== 'string') return false
    found.device = right
    return true
  }
  if (meta === 'l4proto') {
    found.protocols = several(right).map(String)
    return true
  }
  if (meta === 'nfproto') return true
  const payload = valueAt(left, 'payload')
  const [protocol, field] = [String(valueAt(payload, 'protocol')), String(valueAt(payload, 'field'))]
  if (field === 'dport') {
    const ports = several(right)
    if (!ports.every((port) => typeof port === 'number')) return false
    if (protocol !== 'th') found.protocols = [protocol]
    found.ports = ports as number[]
    return true
  }
  const address = prefixText(right)
  if (!/^ip6?$/.test(protocol) || address === undefined) return false
  if (field === 'daddr') found.localAddress = address
  else if (field === 'saddr') found.remoteAddress = address
  else return field === 'protocol' || field === 'nexthdr'
  return true
}

/** What a rule lets in; nothing where it lets in nothing new, `undefined` where it says more. */
function allowed(expressions: readonly unknown[]): readonly GuestAllow[] | undefined {
  const found: Match = {}
  let accepts = false
  for (const expression of expressions) {
    const [kind = ''] = Object.keys((expression ?? {}) as object)
    if (kind === 'match') {
      if (!condition(valueAt(expression, 'match'), found)) return undefined
    } else if (kind === 'accept') accepts = true
    // What is dropped of no new connection takes nothing away from those that are let in.
    else if ((kind === 'drop' || kind === 'reject') && found.isAside) return []
    else if (kind === 'drop' || kind === 'reject') return undefined
    else if (!['counter', 'log', 'comment'].includes(kind)) return undefined
  }
  if (!accepts || found.isAside || found.device === 'lo') return []
  const known = { tcp: 'Tcp', udp: 'Udp' } as const
  const protocols = found.protocols ?? ['tcp', 'udp']
  if (protocols.every((one) => !(one in known))) return []
  const isBoth = protocols.includes('tcp') && protocols.includes('udp')
  const names = isBoth
    ? (['*'] as const)
    : protocols.flatMap((one) => (one === 'tcp' || one === 'udp' ? [known[one]] : []))
  return names.flatMap((protocol) =>
    (found.ports ?? (['*'] as const)).map((port) => ({
      protocol,
      port,
      ...(found.localAddress === undefined ? {} : { localAddress: found.localAddress }),
      ...(found.remoteAddress === undefined ? {} : { remoteAddresses: [found.remoteAddress] }),
      ...(found.device === undefined ? {} : { device: found.device }),
    })),
  )
}

/** `nft -j list ruleset`: what the input chains that drop by policy let in. */
export const nftables: GuestReader = {
  id: 'nftables',
  json(value, facts) {
    const items = valueAt(value, 'nftables')
    if (!Array.isArray(items)) return false
    facts.os ??= 'linux'
    firewallOf(facts)
    const chains = items
      .map((item) => valueAt(item, 'chain'))
      .filter((chain) => valueAt(chain, 'hook') === 'input')
    for (const chain of chains) readChain(chain, items, facts)
    return true
  },
}

const isIn = (item: unknown, chain: unknown) =>
  ['family', 'table'].every((key) => valueAt(item, key) === valueAt(chain, key)) &&
  valueAt(item, 'chain') === valueAt(chain, 'name')

function readChain(chain: unknown, items: readonly unknown[], facts: GuestFacts): void {
  const chainRules = items
    .map((item) => valueAt(item, 'rule'))
    .filter((item) => item !== undefined && isIn(item, chain))
  if (valueAt(chain, 'policy') !== 'drop' && chainRules.length === 0) return
  const name = `${valueAt(chain, 'table')} ${valueAt(chain, 'name')}`
  if (valueAt(chain, 'policy') !== 'drop') {
    facts.firewallProblem = `The chain ${name} lets in what it does not name, and filters some of it.`
    return
  }
  const firewall = firewallOf(facts)
  if (firewall.enabled) {
    facts.firewallProblem = 'Several input chains drop what they do not name.'
    return
  }
  firewall.enabled = true
  for (const one of chainRules) {
    const entries = allowed(listOf(valueAt(one, 'expr')))
    if (entries) firewall.inboundAllow.push(...entries)
    else
      facts.firewallProblem = `The chain ${name} has rules that say more than protocol, port, address and interface.`
  }
}
