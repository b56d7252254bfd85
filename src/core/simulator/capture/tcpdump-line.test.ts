import { expect, it } from 'vitest'
import { type CapturedPacket, tcpdumpLine } from './tcpdump-line.ts'

const packet = (fields: Partial<CapturedPacket>): CapturedPacket => ({
  source: { address: '10.0.1.20', port: null },
  destination: { address: '10.0.0.101', port: 443 },
  protocol: 'Tcp',
  kind: 'request',
  ...fields,
})
const back = {
  source: { address: '10.0.0.101', port: 53 },
  destination: { address: '10.0.1.20', port: 4000 },
}
const back6 = {
  source: { address: 'fd00::5', port: 53 },
  destination: { address: '2001:DB8:0::1', port: null },
}

it.each<[string, Partial<CapturedPacket>, string]>([
  ['a SYN', {}, 'IP 10.0.1.20.50000 > 10.0.0.101.443: Flags [S], seq 1000, win 64240, length 0'],
  [
    'its answer',
    { ...back, kind: 'answer' },
    'IP 10.0.0.101.53 > 10.0.1.20.4000: Flags [S.], seq 2000, ack 1001, win 65160, length 0',
  ],
  [
    'a reset',
    { ...back, kind: 'refusal' },
    'IP 10.0.0.101.53 > 10.0.1.20.4000: Flags [R.], seq 0, ack 1001, win 0, length 0',
  ],
  ['UDP', { protocol: 'Udp' }, 'IP 10.0.1.20.50000 > 10.0.0.101.443: UDP, length 32'],
  [
    'UDP that nobody listens to',
    { ...back, protocol: 'Udp', kind: 'refusal' },
    'IP 10.0.0.101 > 10.0.1.20: ICMP 10.0.0.101 udp port 53 unreachable, length 68',
  ],
  [
    'IPv6',
    { ...back6, kind: 'answer' },
    'IP6 fd00::5.53 > 2001:db8::1.50000: Flags [S.], seq 2000, ack 1001, win 65160, length 0',
  ],
  [
    'IPv6 UDP that nobody listens to',
    { ...back6, protocol: 'Udp', kind: 'refusal' },
    'IP6 fd00::5 > 2001:db8::1: ICMP6, destination unreachable, unreachable port, fd00::5 udp port 53, length 88',
  ],
])('prints %s', (_, fields, line) => expect(tcpdumpLine(packet(fields))).toBe(line))

it('prints nothing where an address is not known', () => {
  expect(
    tcpdumpLine(packet({ destination: { address: 'frontendIPConfiguration/a', port: 1 } })),
  ).toBeUndefined()
})
