import { familyOf, parsePrefix } from '../../../topology/address.ts'
import { valueAt } from '../../keys.ts'
import { addAddress, addSocket, firewallOf, type GuestFacts, interfaceOf } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

/** Windows PowerShell writes enumerations as numbers, newer ones as words if they are asked to. */
const isOne = (value: unknown, ...names: readonly (string | number | boolean)[]) =>
  names.some((name) => String(value).toLowerCase() === String(name).toLowerCase())

const numberAt = (item: unknown, ...keys: readonly string[]) => {
  for (const key of keys) {
    const value = Number(valueAt(item, key))
    if (Number.isInteger(value) && value > 0) return value
  }
  return undefined
}

const nameAt = (item: unknown) => {
  const name = valueAt(item, 'InterfaceAlias') ?? valueAt(item, 'ifAlias')
  return typeof name === 'string' && name !== '' ? name : undefined
}

function address(item: unknown, facts: GuestFacts): boolean {
  const text = valueAt(item, 'IPAddress') ?? valueAt(item, 'IPv4Address') ?? valueAt(item, 'IPv6Address')
  const length = valueAt(item, 'PrefixLength')
  if (typeof text !== 'string' || length === undefined) return false
  const prefix = `${text.replace(/%.*/, '')}/${length}`
  facts.hasAddresses = true
  const one = interfaceOf(facts, nameAt(item), numberAt(item, 'InterfaceIndex', 'ifIndex'))
  if (parsePrefix(prefix)) addAddress(one, prefix)
  return true
}

function adapter(item: unknown, facts: GuestFacts): boolean {
  const [receive, send] = [valueAt(item, 'WeakHostReceive'), valueAt(item, 'WeakHostSend')]
  if (receive === undefined && send === undefined) return false
  const one = interfaceOf(facts, nameAt(item), numberAt(item, 'InterfaceIndex', 'ifIndex'))
  const isIPv6 = isOne(valueAt(item, 'AddressFamily'), 'IPv6', 23)
  const isOn = (value: unknown) => isOne(value, 'Enabled', 1, true)
  if (receive !== undefined) one[isIPv6 ? 'weakHostReceiveIPv6' : 'weakHostReceive'] = isOn(receive)
  if (send !== undefined) one[isIPv6 ? 'weakHostSendIPv6' : 'weakHostSend'] = isOn(send)
  const forwarding = valueAt(item, 'Forwarding')
  if (forwarding !== undefined) {
    one.forwarding = isOn(forwarding)
    if (!isIPv6) facts.forwarding = Boolean(facts.forwarding) || one.forwarding
  }
  return true
}

function socket(item: unknown, facts: GuestFacts): boolean {
  const [local, port] = [valueAt(item, 'LocalAddress'), numberAt(item, 'LocalPort')]
  if (typeof local !== 'string' || valueAt(item, 'Action') !== undefined) return false
  facts.sockets ??= []
  const state = valueAt(item, 'State')
  const plain = local.replace(/%.*/, '')
  if (port === undefined || !familyOf(plain)) return true
  if (state !== undefined && state !== null && !isOne(state, 'Listen', 2)) return true
  const process = valueAt(item, 'Process')
  addSocket(facts, {
    protocol: state === undefined || state === null ? 'Udp' : 'Tcp',
    address: plain,
    port,
    ...(typeof process === 'string' && process !== '' ? { process } : {}),
  })
  return true
}

function profile(item: unknown, facts: GuestFacts): boolean {
  if (valueAt(item, 'DefaultInboundAction') === undefined) return false
  const isOn = isOne(valueAt(item, 'Enabled'), 'True', 1)
  // A profile that lets in what no entry names filters nothing.
  const letsIn = isOne(valueAt(item, 'DefaultInboundAction'), 'Allow', 2)
  const firewall = firewallOf(facts)
  firewall.enabled ||= isOn && !letsIn
  return true
}

const protocols: { readonly [name: string]: 'Tcp' | 'Udp' | '*' } = {
  tcp: 'Tcp',
  '6': 'Tcp',
  udp: 'Udp',
  '17': 'Udp',
  any: '*',
}

const textsAt = (item: unknown, key: string): readonly string[] => {
  const value = valueAt(item, key)
  const all = (Array.isArray(value) ? value : [value]).flatMap((one) => String(one ?? 'Any').split(','))
  return all.map((one) => one.trim()).filter((one) => one !== '')
}

/** An entry of Windows Firewall that lets something in, as the collector puts it together. */
function entry(item: unknown, facts: GuestFacts): boolean {
  if (!isOne(valueAt(item, 'Action'), 'Allow') || valueAt(item, 'RemoteAddress') === undefined) return false
  const firewall = firewallOf(facts)
  const protocol = protocols[String(valueAt(item, 'Protocol')).toLowerCase()]
  if (protocol === undefined) return true
  const ports = textsAt(item, 'LocalPort').map((port) => (port === 'Any' ? '*' : Number(port)))
  const locals = textsAt(item, 'LocalAddress').filter((one) => one !== 'Any')
  const remotes = textsAt(item, 'RemoteAddress').filter((one) => one !== 'Any')
  const program = valueAt(item, 'Program')
  const isForProgram = typeof program === 'string' && !/^(any)?$/i.test(program)
  const isPlain =
    ports.every((port) => port === '*' || Number.isInteger(port)) &&
    locals.every((one) => familyOf(one) !== undefined) &&
    remotes.every((one) => familyOf(one) !== undefined || parsePrefix(one) !== undefined)
  if (!isPlain || (isForProgram && ports.includes('*'))) {
    facts.leftOut.push(`The firewall entry ${valueAt(item, 'DisplayName') ?? 'without a name'}.`)
    return true
  }
  for (const port of ports as readonly (number | '*')[]) {
    for (const localAddress of locals.length > 0 ? locals : [undefined]) {
      firewall.inboundAllow.push({
        protocol,
        port,
        ...(localAddress === undefined ? {} : { localAddress }),
        ...(remotes.length > 0 ? { remoteAddresses: remotes } : {}),
      })
    }
  }
  return true
}

/** `Get-NetIPAddress`, `Get-NetIPInterface`, `Get-NetTCPConnection` and others as JSON. */
export const powershell: GuestReader = {
  id: 'powershell',
  json(value, facts) {
    const items = Array.isArray(value) ? value : [value]
    const taken = items.filter((item) =>
      [entry, profile, socket, adapter, address].some((read) => read(item, facts)),
    )
    if (taken.length > 0) facts.os ??= 'windows'
    return taken.length > 0
  },
}
