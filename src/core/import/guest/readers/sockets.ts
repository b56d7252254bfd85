import { familyOf } from '../../../topology/address.ts'
import { addSocket, type GuestFacts } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

/** An address as `ss` and `netstat` write it. */
function addressOf(text: string): string | undefined {
  const plain = text.replace(/%[^\]]*/, '').replace(/^\[(.*)\]$/, '$1')
  if (plain === '*') return '::'
  return familyOf(plain) ? plain : undefined
}

function add(facts: GuestFacts, protocol: string, local: string, process?: string): boolean {
  const at = local.lastIndexOf(':')
  const address = addressOf(local.slice(0, at))
  const port = Number(local.slice(at + 1))
  if (address === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) return false
  addSocket(facts, {
    protocol: /udp/i.test(protocol) ? 'Udp' : 'Tcp',
    address,
    port,
    ...(process === undefined ? {} : { process }),
  })
  return true
}

/** `ss -lntuH`, with or without its header and its processes, and `netstat -an` of Windows in any language. */
export const sockets: GuestReader = {
  id: 'sockets',
  line(line, facts) {
    const linux =
      /^(tcp|udp)?\s*(LISTEN|UNCONN)\s+\d+\s+\d+\s+(\S+:\d+)\s+\S+:\*(?:\s+users:\(\("([^"]+)")?/.exec(line)
    if (linux) {
      const [, protocol, state, local = '', process] = linux
      facts.os ??= 'linux'
      return add(facts, protocol ?? (state === 'UNCONN' ? 'udp' : 'tcp'), local, process)
    }
    const windows =
      /^\s*(TCP)\s+(\S+:\d+)\s+(?:0\.0\.0\.0|\[::\]):0\s+\S/.exec(line) ??
      /^\s*(UDP)\s+(\S+:\d+)\s+\*:\*/.exec(line)
    if (!windows) return false
    facts.os ??= 'windows'
    return add(facts, windows[1] ?? '', windows[2] ?? '')
  },
}
