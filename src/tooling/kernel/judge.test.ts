import { describe, expect, it } from 'vitest'
import { type Account, differences } from './judge.ts'

const account: Account = {
  verdict: 'delivered',
  place: 'socket',
  seen: '10.0.0.100 443',
  socket: '10.0.0.100 443',
  source: '10.0.0.100 443',
  nic: 'nic0',
}

describe('differences', () => {
  it.each([
    ['verdict', 'refused'],
    ['place', 'guest-firewall'],
    ['seen', '10.0.0.4 443'],
    ['socket', '10.0.0.4 443'],
    ['source', '10.0.0.4 443'],
    ['nic', 'nic1'],
  ] as const)('sees another %s', (name, value) => {
    expect(differences(account, { ...account, [name]: value })).toEqual([name])
  })

  it('sees what only one of the two has', () => {
    const { source, ...silent } = account
    expect(differences(silent, account)).toEqual(['source'])
    expect(differences(account, silent)).toEqual(['source'])
    expect(source).toBeDefined()
  })

  it('leaves the place of a packet open that Linux takes without answering it', () => {
    const seen = { verdict: 'dropped', seen: account.seen }
    const taken = { ...seen, place: 'socket', socket: account.seen }
    expect(differences(seen, taken)).toEqual([])
    expect(differences(seen, { ...taken, source: '10.0.0.100 443' })).toEqual(['source'])
  })

  it('leaves a NIC open that the trace does not name', () => {
    const { nic, ...open } = account
    expect(differences(open, account)).toEqual([])
    expect(nic).toBeDefined()
  })
})
