import { interfaceOf } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

/** `sysctl`, and the files under /proc/sys/net: forwarding and the reverse path filter. */
export const sysctl: GuestReader = {
  id: 'sysctl',
  line(line, facts) {
    const [, path = '', text] = /^(?:\/proc\/sys\/)?(net[./]\S+?)\s*[=:]\s*(\d+)\s*$/.exec(line.trim()) ?? []
    if (text === undefined) return false
    facts.os ??= 'linux'
    const value = Number(text)
    if (/^net.ipv4.ip_forward$/.test(path)) facts.forwarding = value === 1
    const [, device] = /^net.ipv4.conf.(.+).rp_filter$/.exec(path) ?? []
    if (device === 'all') facts.rpFilter = value
    // What later interfaces begin with says nothing about those that are there.
    else if (device !== undefined && device !== 'default') interfaceOf(facts, device).rpFilter = value
    return true
  },
}
