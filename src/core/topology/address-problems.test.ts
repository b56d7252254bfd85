import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch } from './document.ts'
import { fieldProblem } from './field-problems.ts'
import { resolve } from './model.ts'

describe('the address of a client', () => {
  it.each([
    ['168.63.129.16', /from which Azure sends its probes/],
    ['127.0.0.5', /loopback address/],
    ['::1', /loopback address/],
    ['239.1.1.1', /multicast/],
    ['ff02::1', /multicast/],
    ['255.255.255.255', /reserved/],
    ['0.0.0.0', /no address of a machine/],
    ['::', /no address of a machine/],
  ])('is not %s', (address, problem) => {
    const found = fieldProblem(resolve(twoTlsSites), 'client/app-tier', 'ipAddress', address)
    expect(found).toMatch(problem)
    expect(found).toContain('such as 10.0.1.20')
  })

  it.each(['10.0.1.21', '203.0.113.77', '2001:db8::7', '223.255.255.1'])('may be %s', (address) => {
    expect(fieldProblem(resolve(twoTlsSites), 'client/app-tier', 'ipAddress', address)).toBeUndefined()
  })
})

describe('what a probe asks for', () => {
  it.each([
    ['Tcp', '/healthz', /TCP probe asks for no path/],
    ['Http', 'healthz', /begins with a slash/],
    ['Https', '/healthz', undefined],
    ['Tcp', '', undefined],
  ] as const)('%s with “%s”: %s', (protocol, path, problem) => {
    const document = patch(twoTlsSites, 'probe/health', { protocol })
    const found = fieldProblem(resolve(document), 'probe/health', 'requestPath', path)
    if (problem) expect(found).toMatch(problem)
    else expect(found).toBeUndefined()
  })
})
