import { describe, expect, it } from 'vitest'
import { readGuests } from './read-guests.ts'

const match = (left: object, right: unknown, op = '==') => ({ match: { op, left, right } })
const state = (right: unknown) => match({ ct: { key: 'state' } }, right, 'in')
const device = (key: string, right: string) => match({ meta: { key } }, right)
const port = match({ payload: { protocol: 'tcp', field: 'dport' } }, 443)
const [accept, drop] = [{ accept: null }, { drop: null }]

/** What the firewall lets in with these expressions in an input chain that drops by policy. */
function firewallOf(...all: readonly (readonly object[])[]) {
  const place = { family: 'inet', table: 'filter' }
  const nftables = [
    { chain: { ...place, name: 'input', hook: 'input', policy: 'drop' } },
    ...all.map((expr) => ({ rule: { ...place, chain: 'input', expr } })),
  ]
  const [facts] = readGuests(JSON.stringify({ nftables }))
  return facts?.firewallProblem === undefined ? facts?.firewall?.inboundAllow : 'unresolved'
}

describe('nftables', () => {
  const web = { protocol: 'Tcp', port: 443 }
  it.each([
    ['iif lo accept', [device('iif', 'lo'), accept], [web]],
    ['iifname lo accept', [device('iifname', 'lo'), accept], [web]],
    ['iif eth0 accept', [device('iif', 'eth0'), accept], [{ protocol: '*', port: '*', device: 'eth0' }, web]],
    ['ct state invalid drop', [state('invalid'), drop], [web]],
    ['ct state established,related accept', [state(['established', 'related']), accept], [web]],
    ['ct state new drop', [state('new'), drop], 'unresolved'],
    ['tcp dport 443 drop', [port, drop], 'unresolved'],
  ])('%s', (_, expressions, expected) => {
    expect(firewallOf(expressions, [port, accept])).toEqual(expected)
  })
})
