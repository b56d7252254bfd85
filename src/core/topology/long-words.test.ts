import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse.ts'
import { securityPrefixProblem } from './text-problems.ts'

const many = (part: string) => part.repeat(3_900_000)

describe('a document with words of millions of parts', () => {
  it('is refused or read, and never thrown on', () => {
    const resources = { [`probe/${many('a-')}a`]: { name: 'p' }, [`probe/${many('b-')}`]: { name: 'q' } }
    const tagged = {
      'networkSecurityGroup/n': {
        name: 'n',
        securityRules: [
          { name: 'r', sourceAddressPrefix: many('a.'), destinationAddressPrefix: `${many('a.')}b` },
        ],
      },
    }
    const parse = (one: object) => parseDocument({ version: 1, name: 'x', resources: one, layout: {} })
    expect(parse(resources).ok).toBe(false)
    expect(() => parse(tagged)).not.toThrow()
    expect(securityPrefixProblem(many('a.'))).toContain('is no address')
    expect(securityPrefixProblem(`${many('a.')}b`)).toBeUndefined()
  })
})
