import { describe, expect, it } from 'vitest'
import { guestPlans } from '../guest/guest-plans.ts'
import type { Service } from '../guest/plan.ts'
import { wide } from '../test-wide.ts'
import { netshScript } from './netsh.ts'

const [plan] = guestPlans(wide, 'windows')

/** Lines that the check of a service prints; findstr's patterns here mean the same in JavaScript. */
function printed(service: Omit<Service, 'source'>, netstat: readonly string[]): readonly string[] {
  if (!plan) throw new Error('no Windows machine')
  const { text } = netshScript({ ...plan, services: [{ ...service, source: 'x' }] }).file('x.cmd', 'batch')
  const [, found = '', , left = ''] =
    /^netstat -ano \| findstr \/r (.*?)( \| findstr \/v (.*))?$/m.exec(text) ?? []
  const quoted = (words: string) => [...words.matchAll(/\/c:"([^"]*)"/g)].map(([, one = '']) => one)
  expect(quoted(found)).not.toEqual([])
  return netstat
    .filter((line) => quoted(found).some((pattern) => new RegExp(pattern).test(line)))
    .filter((line) => !quoted(left).some((part) => line.includes(part)))
}

const listening = '  TCP    0.0.0.0:80             0.0.0.0:0              ABHÖREN         1234'
const onIPv6 = '  TCP    [::]:80                [::]:0                 LISTENING       1234'
const others = [
  '  TCP    10.0.0.4:50123         203.0.113.9:80         ESTABLISHED     99',
  '  TCP    10.0.0.4:80            203.0.113.9:50000      ESTABLISHED     99',
  '  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       1234',
  '  TCP    127.0.0.1:80           0.0.0.0:0              LISTENING       1234',
  '  TCP    [::1]:80               [::]:0                 LISTENING       1234',
  '  UDP    0.0.0.0:80             *:*                                    1234',
]

describe('the check of a service with netstat', () => {
  it('prints sockets that listen on the port, and no others', () => {
    expect(printed({ protocol: 'Tcp', port: 80 }, [listening, onIPv6, ...others])).toEqual([
      listening,
      onIPv6,
    ])
  })

  it('prints UDP sockets at the address that they must be bound to', () => {
    const bound = '  UDP    10.0.0.10:53           *:*                                    7'
    const any = '  UDP    0.0.0.0:53             *:*                                    7'
    const onSix = '  UDP    [fd00::10]:53          *:*                                    7'
    const all = [bound, any, onSix]
    expect(printed({ protocol: 'Udp', port: 53, address: '10.0.0.10' }, all)).toEqual([bound])
    expect(printed({ protocol: 'Udp', port: 53, address: 'fd00::10' }, all)).toEqual([onSix])
    expect(printed({ protocol: 'Udp', port: 53 }, all)).toEqual(all)
  })
})
