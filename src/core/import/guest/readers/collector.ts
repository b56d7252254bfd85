import type { GuestReader } from '../reader.ts'

/** Lines that Floatpath's own collectors print about the guest. Where a guest begins is read elsewhere. */
export const collector: GuestReader = {
  id: 'collector',
  line(line, facts) {
    const [, key, value = ''] = /^== floatpath (os|host|end|no)\b ?(.*?) ?==$/.exec(line.trim()) ?? []
    if (key === 'os' && (value === 'linux' || value === 'windows')) facts.os = value
    if (key === 'host' && value !== '') facts.hostname = value
    if (key === 'no') facts.leftOut.push(`The collector could not run ${value}.`)
    return key !== undefined
  },
}
