import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument } from '../topology/document.ts'
import { lint, lintWith } from './lint.ts'
import type { LintRule } from './lint-rule.ts'

const stub = (id: string, check: LintRule['check'], severity: LintRule['severity'] = 'error'): LintRule => ({
  id,
  severity,
  class: 'traffic',
  title: id,
  why: id,
  fix: id,
  sources: [],
  check,
})

describe('lint', () => {
  it('finds what the first view teaches, and that nobody there has a way out', () => {
    expect(lint(twoTlsSites).map(({ rule, resource, related }) => [rule, resource, related])).toEqual([
      ['guest-address-missing', 'loadBalancingRule/https-b', ['virtualMachine/web2']],
      ['outbound-method-missing', 'subnet/snet-web', []],
    ])
    expect(lint(twoTlsSites)[0]?.message).toBe(
      'web2 has no interface with 10.0.0.101, so packets of site-b are dropped.',
    )
  })

  it('says nothing of an empty document', () => {
    expect(lint(emptyDocument())).toEqual([])
  })

  it('lints the same resources once', () => {
    expect(lint({ ...twoTlsSites, layout: {} })).toBe(lint(twoTlsSites))
  })

  it('runs the other lint rules when one throws', () => {
    const broken = stub('broken', () => {
      throw new Error('no such thing')
    })
    const fine = stub('fine', (_context, report) => report({ resource: 'probe/health', message: 'Found.' }))
    const found = lintWith([broken, fine], twoTlsSites)
    expect(found.map(({ rule, severity, class: kind }) => [rule, severity, kind])).toEqual([
      ['lint-rule-failed', 'error', 'hazard'],
      ['fine', 'error', 'traffic'],
    ])
    expect(found[0]?.message).toContain('“broken”')
    expect(found[0]?.message).toContain('no such thing')
  })

  it('keeps one finding per lint rule and resource', () => {
    const twice = stub('twice', (_context, report) => {
      report({ resource: 'probe/health', related: ['virtualMachine/web1'], message: 'First.' })
      report({ resource: 'probe/health', related: ['virtualMachine/web2'], message: 'Second.' })
    })
    const found = lintWith([twice], twoTlsSites)
    expect(found.map(({ message, related }) => [message, related])).toEqual([
      ['First.', ['virtualMachine/web1', 'virtualMachine/web2']],
    ])
  })

  it('orders by severity, then lint rule, then document', () => {
    const both = (resources: readonly string[]): LintRule['check'] => {
      return (_context, report) => {
        for (const resource of resources) report({ resource, message: resource })
      }
    }
    const web = ['virtualMachine/web2', 'virtualMachine/web1']
    const rules = [stub('hint', both(web), 'info'), stub('one', both(web)), stub('two', both(web))]
    expect(lintWith(rules, twoTlsSites).map(({ rule, resource }) => `${rule} ${resource}`)).toEqual([
      'one virtualMachine/web1',
      'one virtualMachine/web2',
      'two virtualMachine/web1',
      'two virtualMachine/web2',
      'hint virtualMachine/web1',
      'hint virtualMachine/web2',
    ])
  })

  it('makes fixes when somebody looks, once', () => {
    let made = 0
    const lazy = stub('lazy', (_context, report) =>
      report({
        resource: 'probe/health',
        message: 'Found.',
        fixes: () => {
          made++
          return [{ label: 'Mend it', commands: [] }]
        },
      }),
    )
    const [found] = lintWith([lazy], twoTlsSites)
    expect(made).toBe(0)
    expect(JSON.parse(JSON.stringify(found)).fixes).toEqual([{ label: 'Mend it', commands: [] }])
    expect(found?.fixes).toHaveLength(1)
    expect(made).toBe(1)
  })
})
