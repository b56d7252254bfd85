import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { freeId, freeName } from './names.ts'

describe('freeId', () => {
  it.each([
    ['probe', 'tls', 'probe/tls'],
    ['probe', 'health', 'probe/health-2'],
    ['virtualMachine', 'web1', 'virtualMachine/web3'],
    ['virtualMachine', 'WEB1', 'virtualMachine/web3'],
    ['listener', 'SQL Server 2022', 'listener/sql-server-2022'],
    ['client', '…', 'client/item'],
  ] as const)('%s “%s” is %s', (type, name, id) => {
    expect(freeId(twoTlsSites, type, name)).toBe(id)
  })
})

describe('freeName', () => {
  it.each([
    ['listener', 'IIS', 'virtualMachine/web1', 'IIS-2'],
    ['listener', 'SQL', 'virtualMachine/web1', 'SQL'],
    ['ipConfiguration', 'ipconfig1', 'networkInterface/web1-nic', 'ipconfig2'],
    ['ipConfiguration', 'ipconfig1', 'networkInterface/other', 'ipconfig1'],
    ['loadBalancingRule', 'HTTPS-A', undefined, 'HTTPS-A-2'],
    ['virtualMachine', 'web1', undefined, 'web3'],
    ['virtualMachine', 'vm12345678901234', undefined, 'vm12345678901234'],
  ] as const)('%s “%s” of %s is %s', (type, base, owner, name) => {
    expect(freeName(twoTlsSites, type, base, owner)).toBe(name)
  })

  it('does not count on from a number that is too long to count', () => {
    const document = { resources: { 'client/x': { name: 'c12345678901' } } }
    expect(freeName(document, 'client', 'c12345678901')).toBe('c12345678901-2')
  })
})
