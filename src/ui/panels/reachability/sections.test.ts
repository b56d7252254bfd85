import { describe, expect, it } from 'vitest'
import type { ListedRule } from './listed-rules.ts'
import { pageOf, sectionsOf } from './sections.ts'

const rule = (id: string, ...machines: string[]): ListedRule => ({
  id,
  name: id,
  frontend: undefined,
  called: undefined,
  port: 443,
  ports: undefined,
  protocol: 'Tcp',
  machines,
  text: id,
})
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const shape = (rules: readonly ListedRule[]) =>
  sectionsOf(rules).map((section) => [section.rules.map(({ id }) => id).join(' '), section.machines.length])

describe('rules of the grid', () => {
  it.each<[string, readonly ListedRule[], ReturnType<typeof shape>]>([
    ['of one pool share columns', [rule('a', 'x', 'y'), rule('b', 'x', 'y')], [['a b', 2]]],
    ['of few VMs share columns', [rule('a', 'x'), rule('b', 'y'), rule('c')], [['a b c', 2]]],
    [
      'of large pools stand apart, each with those it holds',
      [
        rule('a', ...names('x', 10)),
        rule('b', ...names('y', 10)),
        rule('c', 'y3'),
        rule('d', ...names('x', 10)),
      ],
      [
        ['a d', 10],
        ['b c', 10],
      ],
    ],
    ['are none of none', [], []],
  ])('%s', (_title, rules, expected) => {
    expect(shape(rules)).toEqual(expected)
  })

  it('stand on pages that together hold each once, in order', () => {
    const rules = names('r', 7).map((id, at) => rule(id, ...names(at % 2 ? 'x' : 'y', 9)))
    const sections = sectionsOf(rules)
    const pages = [0, 1, 2].map((page) => pageOf(sections, page, 3).flatMap((one) => one.rules))
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat()).toEqual(sections.flatMap((one) => one.rules))
  })
})
