import { parsePrefix } from '../../../topology/address.ts'
import { listOf, valueAt } from '../../keys.ts'
import { addAddress, type GuestFacts, interfaceOf } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

function add(facts: GuestFacts, name: string, address: string, index?: number): void {
  facts.os ??= 'linux'
  facts.hasAddresses = true
  const one = interfaceOf(facts, name, index)
  if (name === 'lo') one.isLoopback = true
  if (parsePrefix(address)) addAddress(one, address)
}

const withLength = (address: string) =>
  address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`

/** `ip -j addr`, `ip addr`, `ip -o addr` and `ip -br addr`. */
export const ipAddress: GuestReader = {
  id: 'ip-address',
  json(value, facts) {
    const links = listOf(value).filter((item) => Array.isArray(valueAt(item, 'addr_info')))
    for (const link of links) {
      const name = String(valueAt(link, 'ifname'))
      const index = Number(valueAt(link, 'ifindex'))
      facts.os ??= 'linux'
      facts.hasAddresses = true
      const one = interfaceOf(facts, name, Number.isInteger(index) ? index : undefined)
      const kind = valueAt(valueAt(link, 'linkinfo'), 'info_kind')
      if (valueAt(link, 'link_type') === 'loopback' || kind === 'dummy') one.isLoopback = true
      for (const item of listOf(valueAt(link, 'addr_info')))
        add(facts, name, `${valueAt(item, 'local')}/${valueAt(item, 'prefixlen')}`)
    }
    return links.length > 0
  },
  line(line, facts, state) {
    const [, number, link] = /^(\d+): ([^\s:@]+)[@:]?[^<]*<[A-Z_,-]*>/.exec(line) ?? []
    if (link) {
      state.link = link
      const one = interfaceOf(facts, link, Number(number))
      if (line.includes('LOOPBACK')) one.isLoopback = true
      facts.os ??= 'linux'
      return true
    }
    const [, own] = /^\s+inet6? ([\da-f.:]+(?:\/\d+)?) .*scope /.exec(line) ?? []
    if (own && state.link) {
      add(facts, state.link, withLength(own))
      return true
    }
    const [, index, one, address] = /^(\d+): (\S+)\s+inet6? ([\da-f.:]+(?:\/\d+)?) /.exec(line) ?? []
    if (one && address) {
      add(facts, one, withLength(address), Number(index))
      return true
    }
    const [, brief, all] = /^(\S+)\s+(?:UP|DOWN|UNKNOWN)\s+((?:[\da-f.:]+\/\d+(?:\s+|$))+)$/.exec(line) ?? []
    if (!brief || !all) return false
    for (const item of all.trim().split(/\s+/)) add(facts, brief.replace(/@.*/, ''), item)
    return true
  },
}
