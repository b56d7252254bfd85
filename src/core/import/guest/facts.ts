/** What is known of one interface of a guest. Only what was in the output is there. */
export interface GuestInterface {
  name?: string
  index?: number
  /** The line above its switches in netsh, which holds its name in words of the system's language. */
  heading?: string
  /** Whether the system itself calls it a loopback or a dummy. */
  isLoopback?: boolean
  /** Addresses with their prefix length. */
  readonly addresses: string[]
  weakHostReceive?: boolean
  weakHostSend?: boolean
  weakHostReceiveIPv6?: boolean
  weakHostSendIPv6?: boolean
  forwarding?: boolean
  rpFilter?: number
}

/** A socket that waits for packets. */
export interface GuestSocket {
  readonly protocol: 'Tcp' | 'Udp'
  readonly address: string
  readonly port: number
  readonly process?: string
}

/** Something that the guest's firewall lets in. */
export interface GuestAllow {
  readonly protocol: 'Tcp' | 'Udp' | '*'
  readonly port: number | '*'
  readonly localAddress?: string
  readonly remoteAddresses?: readonly string[]
  /** The name of an interface. */
  readonly device?: string
}

/** What one guest said of itself, in whatever pieces and order it came. */
export interface GuestFacts {
  hostname?: string
  os?: 'windows' | 'linux'
  readonly interfaces: GuestInterface[]
  /** Whether addresses were listed at all. */
  hasAddresses: boolean
  sockets?: GuestSocket[]
  forwarding?: boolean
  rpFilter?: number
  readonly sourceRules: { readonly from: string; readonly table: string }[]
  readonly defaultRoutes: { readonly table: string; readonly device: string; readonly metric: number }[]
  hasSourceRules: boolean
  firewall?: { enabled: boolean; readonly inboundAllow: GuestAllow[] }
  /** Why the firewall cannot be said in the words of a diagram. */
  firewallProblem?: string
  /** What was recognised and left out. */
  readonly leftOut: string[]
}

/** Interfaces, addresses of one, and sockets of a guest at most: beyond them the rest is not taken. */
const most = 2_000

/** A guest of which nothing is known. */
export const noFacts = (): GuestFacts => ({
  interfaces: [],
  hasAddresses: false,
  sourceRules: [],
  defaultRoutes: [],
  hasSourceRules: false,
  leftOut: [],
})

const sameName = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()

/** The interface of this name or index. What was known by one of them only is put together. */
export function interfaceOf(facts: GuestFacts, name: string | undefined, index?: number): GuestInterface {
  const all = facts.interfaces
  const byName = name === undefined ? undefined : all.find((one) => sameName(one.name, name))
  const byIndex = index === undefined ? undefined : all.find((one) => one.index === index)
  let found = byName ?? (byIndex?.name === undefined || name === undefined ? byIndex : undefined)
  if (byName && byIndex && byName !== byIndex && byIndex.name === undefined) {
    for (const address of byIndex.addresses) addAddress(byName, address)
    const { addresses: _, ...rest } = byIndex
    Object.assign(byName, { ...rest, ...byName })
    all.splice(all.indexOf(byIndex), 1)
  }
  if (!found) {
    found = { addresses: [] }
    if (all.length < most) all.push(found)
  }
  if (name !== undefined) found.name ??= name
  if (index !== undefined) found.index ??= index
  return found
}

/** Notes an address once. */
export function addAddress({ addresses }: GuestInterface, address: string): void {
  if (addresses.length < most && !addresses.includes(address)) addresses.push(address)
}

/** The firewall of a guest, which lets in nothing by name and filters nothing until somebody says so. */
export function firewallOf(facts: GuestFacts): NonNullable<GuestFacts['firewall']> {
  facts.firewall ??= { enabled: false, inboundAllow: [] }
  return facts.firewall
}

/** Notes a socket once. */
export function addSocket(facts: GuestFacts, socket: GuestSocket): void {
  facts.sockets ??= []
  if (facts.sockets.length >= most) return
  const { protocol, address, port } = socket
  const known = facts.sockets.some(
    (other) => other.protocol === protocol && other.address === address && other.port === port,
  )
  if (!known) facts.sockets.push(socket)
}
