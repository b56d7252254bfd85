import { describe, expect, it } from 'vitest'
import { guestPlans } from '../guest/guest-plans.ts'
import type { FirewallEntry } from '../guest/plan.ts'
import { wide } from '../test-wide.ts'
import { firewallFiles } from './firewalls.ts'

const [plan] = guestPlans(wide, 'linux')

const checksOf = (entry: Partial<FirewallEntry>) => {
  if (!plan) throw new Error('no Linux machine')
  const firewall: FirewallEntry[] = [{ protocol: 'Tcp', port: 80, source: 'virtualMachine/lin', ...entry }]
  const text = firewallFiles({ ...plan, firewall }).find(({ name }) => name.endsWith('.ufw.sh'))?.text ?? ''
  return [...text.matchAll(/^ {2}expect 'ufw (.*)' added (.*)$/gm)].map(([, shown, asked]) => {
    expect(asked).toBe(shown)
    return shown
  })
}

// What ufw 0.36.2 prints after the rule that the script adds.
const cases: [Partial<FirewallEntry>, string[]][] = [
  [{}, ['allow 80/tcp']],
  [{ protocol: '*' }, ['allow 80/tcp', 'allow 80/udp']],
  [{ port: '*' }, ['allow to any proto tcp']],
  [{ localAddress: '10.0.0.4', family: 'IPv4' }, ['allow to 10.0.0.4 port 80 proto tcp']],
  [{ localAddress: '10.0.0.4', family: 'IPv4', port: '*' }, ['allow to 10.0.0.4 proto tcp']],
  [{ remotePrefix: '10.0.0.5/8', family: 'IPv4' }, ['allow from 10.0.0.0/8 to any port 80 proto tcp']],
  [{ remotePrefix: '10.0.0.5/32', family: 'IPv4', port: '*' }, ['allow from 10.0.0.5 proto tcp']],
  [{ remotePrefix: '0.0.0.0/0', family: 'IPv4' }, ['allow 80/tcp']],
  [{ remotePrefix: 'FD00:1:0::/48', family: 'IPv6' }, ['allow from fd00:1::/48 to any port 80 proto tcp']],
]

describe('the check of ufw', () => {
  it.each(cases)('asks for the whole rule of %o', (entry, rules) => {
    expect(checksOf(entry)).toEqual(rules)
  })

  it('asks for the interface too', () => {
    const device = plan?.nics[0]
    if (!device) throw new Error('no NIC')
    expect(checksOf({ device })).toEqual([`allow in on ${device.name} to any port 80 proto tcp`])
    expect(checksOf({ device, port: '*' })).toEqual([`allow in on ${device.name} proto tcp`])
  })
})
