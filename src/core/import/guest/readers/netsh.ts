import { familyOf, parsePrefix } from '../../../topology/address.ts'
import { addAddress, type GuestFacts, interfaceOf } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

/**
 * `netsh interface ipv4 show interfaces level=verbose` in its fixed order, counted from the line `IfLuid`.
 * The words before the colons are translated on other Windows languages, the order and on/off are not.
 */
const places = { index: 1, forwarding: 11, weakHostSends: 18, weakHostReceives: 19 }

const onOff = (value: string) =>
  /^enabled\b/i.test(value) ? true : /^disabled\b/i.test(value) ? false : undefined

function verbose(place: number, value: string, facts: GuestFacts, state: Record<string, string>): void {
  if (place === places.index) {
    state.index = value
    const name = englishName(state.heading ?? '')
    const one = interfaceOf(facts, name === '' ? undefined : name, Number(value))
    if (name === '' && state.heading) one.heading = state.heading
    return
  }
  const flag = onOff(value)
  if (flag === undefined || state.index === undefined) return
  const one = interfaceOf(facts, undefined, Number(state.index))
  const isIPv6 = state.family === 'IPv6'
  if (place === places.forwarding) {
    one.forwarding = flag
    if (!isIPv6) facts.forwarding = Boolean(facts.forwarding) || flag
  }
  if (place === places.weakHostSends) one[isIPv6 ? 'weakHostSendIPv6' : 'weakHostSend'] = flag
  if (place === places.weakHostReceives) one[isIPv6 ? 'weakHostReceiveIPv6' : 'weakHostReceive'] = flag
}

/** `netsh interface ipv4 show …` in any language: interfaces, their switches, their addresses. */
export const netsh: GuestReader = {
  id: 'netsh',
  line(line, facts, state) {
    if (/netsh interface ipv[46]|^== floatpath netsh/i.test(line)) {
      state.family = /v6/i.test(line) ? 'IPv6' : 'IPv4'
      return true
    }
    const [, index, name] = /^\s*(\d+)\s+\d+\s+\d+\s+\S+\s+(\S.*?)\s*$/.exec(line) ?? []
    if (index && name && !line.includes(':')) {
      facts.os ??= 'windows'
      interfaceOf(facts, name, Number(index))
      return true
    }
    const [, before = '', value = ''] = /^\s*(\S.*?)\s*[:：]\s*(.*?)\s*$/.exec(line) ?? []
    if (/^IfLuid$/i.test(before)) {
      facts.os ??= 'windows'
      state.place = '0'
      state.heading = state.previous ?? ''
      delete state.index
      return true
    }
    if (before !== '' && state.place !== undefined) {
      const place = Number(state.place) + 1
      state.place = String(place)
      verbose(place, value, facts, state)
      return true
    }
    if (/^-{5,}$/.test(line.trim())) return true
    if (line.trim() === '') {
      delete state.place
      return false
    }
    state.previous = line.trim()
    // At the end, in the middle (Chinese, Japanese, Korean) or at the beginning (Turkish) of a line that is not indented.
    const [, quoted] = /^(?=\S)[^"“„«「]*["“„«「]\s?([^"”“»」]+?)\s?["”“»」][^"”“»」]*$/.exec(line) ?? []
    if (quoted && before === '') {
      state.configured = quoted
      delete state.address
      return true
    }
    return configuration(value, facts, state)
  },
}

/** The name in the heading of an interface; in another language it is known by its index. */
const englishName = (heading: string) => /^Interface (.*) Parameters$/.exec(heading)?.[1] ?? ''

/** `show addresses` and `show config`: an address is followed by the prefix that it is in. */
function configuration(value: string, facts: GuestFacts, state: Record<string, string>): boolean {
  if (state.configured === undefined) return false
  if (familyOf(value)) {
    state.address = value
    return true
  }
  const [, prefix] = /^([\da-f.:]+\/\d+)\b/i.exec(value) ?? []
  const parsed = prefix === undefined ? undefined : parsePrefix(prefix)
  if (!parsed || state.address === undefined) return false
  facts.os ??= 'windows'
  facts.hasAddresses = true
  addAddress(interfaceOf(facts, state.configured), `${state.address}/${parsed.length}`)
  delete state.address
  return true
}
