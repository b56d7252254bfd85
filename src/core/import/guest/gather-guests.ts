import {
  addAddress,
  addSocket,
  firewallOf,
  type GuestFacts,
  type GuestInterface,
  interfaceOf,
  noFacts,
} from './facts.ts'

/** Puts what one text says of an interface to what is known of it. */
function addInterface(facts: GuestFacts, { name, index, addresses, ...rest }: GuestInterface): void {
  const one = interfaceOf(facts, name, index)
  for (const address of addresses) addAddress(one, address)
  Object.assign(one, rest)
}

/** Puts each item to the others once. */
function addOnce<Item>(all: Item[], more: readonly Item[]): void {
  const known = new Set(all.map((item) => JSON.stringify(item)))
  for (const item of more) if (!known.has(JSON.stringify(item))) all.push(item)
}

/** What several texts say of one guest, as if they were one text. */
function joined(texts: readonly GuestFacts[]): GuestFacts {
  const facts = noFacts()
  for (const text of texts) {
    const { interfaces, sockets, sourceRules, defaultRoutes, leftOut, firewall, ...rest } = text
    const hasAddresses = facts.hasAddresses || text.hasAddresses
    const hasSourceRules = facts.hasSourceRules || text.hasSourceRules
    const forwarding = facts.os === 'windows' && facts.forwarding === true ? true : text.forwarding
    Object.assign(facts, { ...rest, hasAddresses, hasSourceRules })
    if (forwarding !== undefined) facts.forwarding = forwarding
    for (const one of interfaces) addInterface(facts, one)
    if (sockets) facts.sockets ??= []
    for (const socket of sockets ?? []) addSocket(facts, socket)
    addOnce(facts.sourceRules, sourceRules)
    addOnce(facts.defaultRoutes, defaultRoutes)
    addOnce(facts.leftOut, leftOut)
    if (!firewall) continue
    const all = firewallOf(facts)
    all.enabled ||= firewall.enabled
    addOnce(all.inboundAllow, firewall.inboundAllow)
  }
  return facts
}

/** Whether texts can be of one guest: none has a name, one at most lists addresses, and they are of one system. */
function canBeOne(texts: readonly GuestFacts[]): boolean {
  const systems = new Set(texts.flatMap(({ os }) => os ?? []))
  return (
    texts.every(({ hostname }) => hostname === undefined) &&
    texts.filter(({ hasAddresses }) => hasAddresses).length <= 1 &&
    systems.size <= 1
  )
}

/** What stands around a name in a heading: nothing, a blank, a quotation mark, or a script that leaves no blanks. */
const edge =
  '["\'“”„«»「」\\s]|\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul}|ー'
const atEnd = new RegExp(`(?:^|${edge})$`, 'u')
const atStart = new RegExp(`^(?:$|${edge})`, 'u')

/** Whether a heading of netsh, in whatever language, holds the name of an interface, at its end or in its middle. */
function holdsName(heading: string, name: string): boolean {
  const [plain, own] = [heading.toLowerCase(), name.toLowerCase()]
  const at = own === '' ? -1 : plain.lastIndexOf(own)
  if (at < 0) return false
  const [before, after] = [plain.slice(0, at), plain.slice(at + own.length)]
  // "Ethernet" is not the name in the heading of "Ethernet 2".
  return atEnd.test(before) && atStart.test(after) && !/^\s*#?\d/.test(after)
}

/** Whether an interface has this name, or a heading that holds it. */
export const isCalled = ({ name, heading }: GuestInterface, called: string): boolean =>
  name === undefined
    ? heading !== undefined && holdsName(heading, called)
    : name.toLowerCase() === called.toLowerCase()

const isOnlyHeaded = ({ name, heading }: GuestInterface) => name === undefined && heading !== undefined

/** Names the interfaces that are known by a translated heading, where another output has that name. */
function withHeadingsRead(facts: GuestFacts): GuestFacts {
  if (!facts.interfaces.some(isOnlyHeaded)) return facts
  const named = joined([facts])
  const names = named.interfaces
    .flatMap(({ name, index }) => (name === undefined || index !== undefined ? [] : [name]))
    .sort((one, other) => other.length - one.length)
  for (const name of names) {
    // "Ethernet" is in the heading of "My Ethernet", too: its own heading is the shorter one.
    const [own] = named.interfaces
      .filter((one) => isOnlyHeaded(one) && holdsName(one.heading ?? '', name))
      .sort((one, other) => (one.heading ?? '').length - (other.heading ?? '').length)
    if (own) interfaceOf(named, name, own.index)
  }
  return named
}

/** The guests that texts are about: outputs of one guest in files of their own are read as one text. */
export function gatherGuests(texts: readonly GuestFacts[]): readonly GuestFacts[] {
  const guests = texts.length > 1 && canBeOne(texts) ? [joined(texts)] : texts
  return guests.map(withHeadingsRead)
}
