import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch, type TopologyDocument } from '../topology/document.ts'
import { diffDocuments } from './diff.ts'
import { isWorse } from './flow-changes.ts'

/** The changes in lines: things, then their fields. */
function linesOf(before: TopologyDocument, after: TopologyDocument): string[] {
  const { document, things, moved, accepted } = diffDocuments(before, after)
  const show = ({ field, kind, before: was, after: is }: (typeof document)[number]) =>
    [kind, field.join(' > '), was, is].filter((part) => part !== undefined).join(' | ')
  return [
    ...document.map(show),
    ...things.flatMap(({ kind, label, fields }) => [
      `${kind} ${label}`,
      ...fields.map((one) => `  ${show(one)}`),
    ]),
    ...(moved > 0 ? [`moved ${moved}`] : []),
    ...accepted.map(
      ({ kind, lintRule, thing, reason }) => `accepted ${kind} ${lintRule} ${thing}: ${reason}`,
    ),
  ]
}

const without = (document: TopologyDocument, id: string): TopologyDocument => {
  const { [id]: _gone, ...resources } = document.resources
  return { ...document, resources }
}

const rule = 'loadBalancingRule/https-a'
const withGroup = (securityRules: readonly object[]) =>
  ({
    ...twoTlsSites,
    resources: { ...twoTlsSites.resources, 'networkSecurityGroup/nsg': { name: 'nsg', securityRules } },
  }) as unknown as TopologyDocument
const allow = { name: 'allow-web', priority: 100, access: 'Allow', destinationPortRanges: ['443', '80'] }
const deny = { name: 'deny', priority: 200, access: 'Deny' }
const accepted = { rule: 'some-rule', resource: rule, reason: 'known' }

describe('what changed, in words', () => {
  it.each<[string, TopologyDocument, TopologyDocument, string[]]>([
    ['nothing', twoTlsSites, structuredClone(twoTlsSites), []],
    [
      'the name',
      twoTlsSites,
      { ...twoTlsSites, name: 'New' },
      ['changed | Name | Two TLS sites on one port | New'],
    ],
    [
      'a switch',
      twoTlsSites,
      patch(twoTlsSites, rule, { enableFloatingIP: false }),
      ['changed load-balancing rule https-a of lb-web', '  changed | Floating IP | on | off'],
    ],
    [
      'a reference and a number with a unit',
      twoTlsSites,
      patch(twoTlsSites, rule, {
        frontendIPConfiguration: 'frontendIPConfiguration/site-b',
        idleTimeoutInMinutes: 10,
      }),
      [
        'changed load-balancing rule https-a of lb-web',
        '  changed | Frontend IP | site-a | site-b',
        '  added | Idle timeout | 10 minutes',
      ],
    ],
    [
      'a reference into nothing',
      twoTlsSites,
      patch(twoTlsSites, rule, { probe: 'probe/none' }),
      ['changed load-balancing rule https-a of lb-web', '  changed | Health probe | health | probe/none'],
    ],
    [
      'an item of a list with names',
      withGroup([allow, deny]),
      withGroup([
        { ...allow, access: 'Deny', destinationPortRanges: ['443'] },
        { ...deny, name: 'deny-all' },
      ]),
      [
        'changed network security group nsg',
        '  changed | Security rules > Security rule allow-web > Access | Allow | Deny',
        '  removed | Security rules > Security rule allow-web > Destination ports | 80',
        '  removed | Security rules > Security rule | deny',
        '  added | Security rules > Security rule | deny-all',
      ],
    ],
    [
      'the order of a list',
      withGroup([allow, deny]),
      withGroup([deny, allow]),
      ['changed network security group nsg', '  reordered | Security rules'],
    ],
    [
      'what only the guest knows',
      twoTlsSites,
      patch(twoTlsSites, 'virtualMachine/web1', { guest: { os: 'linux', firewall: { enabled: true } } }),
      expect.arrayContaining([
        'changed virtual machine web1',
        '  added | Guest operating system > Guest firewall > On | on',
      ]) as unknown as string[],
    ],
    [
      'a field that we do not know',
      twoTlsSites,
      patch(twoTlsSites, rule, { future: { a: 1 } } as object),
      ['changed load-balancing rule https-a of lb-web', '  added | future | {"a":1}'],
    ],
    [
      'a thing that went',
      twoTlsSites,
      without(twoTlsSites, rule),
      ['removed load-balancing rule https-a of lb-web'],
    ],
    [
      'places',
      twoTlsSites,
      { ...twoTlsSites, layout: { ...twoTlsSites.layout, 'virtualMachine/web1': { x: 0, y: 0 } } },
      ['moved 1'],
    ],
    [
      'accepted findings',
      { ...twoTlsSites, suppressions: [accepted] },
      { ...twoTlsSites, suppressions: [{ ...accepted, rule: 'other' }] },
      ['accepted added other https-a: known', 'accepted removed some-rule https-a: known'],
    ],
  ])('%s', (_, before, after, lines) => {
    expect(linesOf(before, after)).toEqual(lines)
  })

  it('tells what a new thing is', () => {
    const lines = linesOf(without(twoTlsSites, rule), twoTlsSites)
    expect(lines).toContain('added load-balancing rule https-a of lb-web')
    expect(lines).toContain('  added | Frontend port | 443')
    expect(lines).toContain('  added | Frontend IP | site-a')
  })
})

describe('which flows work or break', () => {
  const broken = patch(twoTlsSites, rule, { backendPort: 444 })

  it('breaks one way and works the other', () => {
    const there = diffDocuments(twoTlsSites, broken).flows
    const back = diffDocuments(broken, twoTlsSites).flows
    expect(there.changes.map(({ kind }) => kind)).toContain('breaks')
    expect(back.changes.map(({ kind }) => kind)).toContain('works')
    expect(there.changes.some(isWorse)).toBe(true)
    expect(back.changes.some(isWorse)).toBe(false)
  })

  it('tells flows that only one document is meant for', () => {
    const kinds = (a: TopologyDocument, b: TopologyDocument) =>
      new Set(diffDocuments(a, b).flows.changes.map(({ kind }) => kind))
    expect(kinds(twoTlsSites, without(twoTlsSites, rule))).toContain('gone')
    expect(kinds(without(twoTlsSites, rule), twoTlsSites)).toContain('new')
  })
})

describe('laws', () => {
  const document = fc.constantFrom(...scenarios.map((scenario) => scenario.document))

  it('a document differs from itself in nothing', () => {
    for (const scenario of scenarios) {
      const {
        document: about,
        things,
        moved,
        accepted,
        flows,
      } = diffDocuments(scenario.document, structuredClone(scenario.document))
      expect([about, things, moved, accepted, flows.changes]).toEqual([[], [], 0, [], []])
    }
  })

  it('what one direction adds, the other removes, and what works one way breaks the other', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        const [there, back] = [diffDocuments(a, b), diffDocuments(b, a)]
        const ids = (changes: typeof there.things, kind: string) =>
          changes.flatMap((one) => (one.kind === kind ? [one.id] : [])).sort()
        const count = (changes: typeof there.flows.changes, kind: string) =>
          changes.filter((one) => one.kind === kind).length
        expect(ids(there.things, 'added')).toEqual(ids(back.things, 'removed'))
        expect(ids(there.things, 'changed')).toEqual(ids(back.things, 'changed'))
        expect(count(there.flows.changes, 'new')).toBe(count(back.flows.changes, 'gone'))
        expect(there.flows.unchanged).toBe(back.flows.unchanged)
      }),
      { numRuns: 30, seed: 7 },
    )
  })
})
