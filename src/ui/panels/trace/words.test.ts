import { expect, it } from 'vitest'
import { reasonWords } from './words.ts'

const context = {
  verdict: 'Dropped',
  machine: 'web2',
  called: 'site-b:443',
  seen: '10.0.0.101:443',
  address: '10.0.0.101',
  port: '443',
  securityRule: 'DenyAllInBound',
}

it('has one line for every reason, with a name or an address in it', () => {
  const lines = Object.values(reasonWords).map((say) => say(context))
  expect(new Set(lines).size).toBe(lines.length)
  for (const line of lines) {
    expect(line).not.toMatch(/undefined|null|\.$/)
    expect(line, line).toMatch(/web2|site-b|10\.0\.0\.101|frontend/)
  }
})

it('tells a security rule that denies from no security group at all', () => {
  expect(reasonWords['nsg-deny'](context)).toContain('DenyAllInBound')
  expect(reasonWords['nsg-deny']({ ...context, securityRule: null })).toContain('no security group')
})
