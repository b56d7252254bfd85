import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import {
  balance,
  internalFrontend,
  machine,
  pool,
  probe,
  publicFrontend,
  securityGroup,
} from '../scenarios/builder.ts'
import { generate } from '../scenarios/generate.ts'
import { scenarios } from '../scenarios/index.ts'
import { type Change, changesOf } from '../test-changes.ts'
import type { Resources, TopologyDocument } from '../topology/document.ts'
import { parseDocument } from '../topology/parse.ts'
import { reachability, reachabilityOfRule, reachabilitySlices } from './summary.ts'
import { bounded, mutated, mutation } from './test-mutations.ts'
import { linux, working } from './test-outcome.ts'

const has = (address: string) => ({ guest: linux, loopback: [`${address}/32`], listeners: ['80', '443'] })
const second = 'backendAddressPool/second' as const

/** `working` with more: a second rule on its frontend, and a second site with a pool of its own. */
const twoSites = working(
  internalFrontend('shop', '10.0.0.101'),
  machine('m2', { address: '10.0.0.5' }, has('10.0.0.101')),
  { [second]: Object.values(pool('m2'))[0] as never },
  probe('p', 80),
  securityGroup(),
  balance('https', 'app', 443),
  balance('shop', 'shop', 80, { backendAddressPool: second, probe: 'probe/p' }),
)

const withParts = (document: TopologyDocument, parts: Resources): TopologyDocument => ({
  ...document,
  resources: { ...document.resources, ...parts },
})

function without(document: TopologyDocument, id: string): TopologyDocument {
  const { [id as keyof Resources]: _gone, ...resources } = document.resources
  return { ...document, resources }
}

/** The same with nothing in common, so that everything is followed anew. */
const copied = ({ resources }: Pick<TopologyDocument, 'resources'>): TopologyDocument => ({
  ...twoSites,
  resources: JSON.parse(JSON.stringify(resources)),
})

/** What is said of a document, unless it would be said of a copy too. */
function mistakes(document: TopologyDocument): unknown {
  const [found, anew] = [reachability(document), reachability(copied(document))]
  return JSON.stringify(found) === JSON.stringify(anew) ? undefined : { found, anew }
}

const withField = (document: TopologyDocument, id: keyof Resources, fields: object): TopologyDocument =>
  withParts(document, { [id]: { ...document.resources[id], ...fields } as never })

describe('after an edit', () => {
  const both = ['http', 'https']
  const every = ['http', 'https', 'shop']
  it.each<[string, (document: TopologyDocument) => TopologyDocument, readonly string[]]>([
    ['of nothing', (document) => ({ ...document, resources: { ...document.resources } }), []],
    ['of a listener', (document) => without(document, 'listener/m2-1'), ['shop']],
    ['of a loopback adapter', (document) => without(document, 'loopbackInterface/m1-lo'), both],
    ['of a rule', (one) => withField(one, 'loadBalancingRule/http', { backendPort: 81 }), both],
    ['of a probe', (one) => withField(one, 'probe/p', { port: 81 }), ['shop']],
    ['of a pool', (one) => withField(one, second, { backendIPConfigurations: [] }), ['shop']],
    [
      'of what a NIC is given to',
      (one) => withField(one, 'networkInterface/m2-nic', { networkSecurityGroup: undefined }),
      ['shop'],
    ],
    ['of a group that nobody names', (one) => without(one, 'networkSecurityGroup/nsg'), []],
    ['of a subnet', (one) => withField(one, 'subnet/snet', { name: 'other' }), every],
    [
      'that adds a VM beside the pools',
      (one) => withParts(one, machine('m3', { address: '10.0.0.6' }, has('10.0.0.101'))),
      [],
    ],
    [
      'that takes the address of a synthetic client',
      (one) => withParts(one, machine('m3', { address: '10.0.0.254' }, {})),
      every,
    ],
  ])('%s only the rules are followed again that it touches', (_title, edit, touched) => {
    const document = copied(twoSites)
    const before = new Set(reachability(document))
    const again = reachability(edit(document)).filter((one) => !before.has(one))
    expect(again.map(({ ruleId }) => ruleId.slice('loadBalancingRule/'.length))).toEqual(touched)
  })
})

const first = (parts: Resources, { resources, ...rest }: TopologyDocument): TopologyDocument => ({
  ...rest,
  resources: { ...parts, ...resources },
})

const shadowed = withParts(twoSites, {
  ...balance('http', 'app', 80, { probe: 'probe/p' }),
  ...balance('late', 'app', 80, { backendAddressPool: second }),
})
const natRule: Resources = {
  'inboundNatRule/nat': {
    name: 'nat',
    frontendIPConfiguration: 'frontendIPConfiguration/app',
    backendIPConfiguration: 'ipConfiguration/m2-nic-ipconfig1',
    protocol: 'Tcp',
    frontendPort: 80,
    backendPort: 80,
    enableFloatingIP: true,
  },
}

describe('a rule is followed again', () => {
  it.each<[string, TopologyDocument, (document: TopologyDocument) => TopologyDocument, string]>([
    [
      'when nobody is up any more behind the rule that takes its packets',
      shadowed,
      (document) => without(document, 'listener/m1-1'),
      'loadBalancingRule/late',
    ],
    [
      'when its load balancer becomes public, so that probes need a security group',
      twoSites,
      (document) => first(publicFrontend('open', '65.52.0.1'), document),
      'loadBalancingRule/shop',
    ],
    [
      'when another rule for its port comes before it',
      withParts(twoSites, natRule),
      (document) => first(natRule, without(document, 'inboundNatRule/nat')),
      'loadBalancingRule/http',
    ],
  ])('%s', (_title, document, edit, ruleId) => {
    const before = copied(document)
    const was = reachability(before).find((one) => one.ruleId === ruleId)
    const after = edit(before)
    expect(mistakes(after)).toBeUndefined()
    expect(reachabilityOfRule(after, ruleId)).not.toEqual(was)
  })
})

/** A document and edits of it that share everything they do not touch, as edits of a user do. */
const edited = mutated.chain((document) =>
  fc
    .array(
      fc.record({
        remove: fc.boolean(),
        back: fc.boolean(),
        id: fc.constantFrom(...Object.keys(document.resources), 'none'),
        odd: mutation(document.resources as never),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((edits) => ({ document, edits })),
)

it('what is taken from the document before equals what is followed anew', () => {
  fc.assert(
    fc.property(edited, ({ document, edits }) => {
      let current = document
      for (const { remove, back, id, odd } of edits) {
        const next = remove ? without(current, id) : { ...document, resources: odd as never }
        const fields = current.resources[id as keyof Resources]
        // Something that was removed and put back stands at the end.
        const last = back && fields ? withParts(next, { [id]: fields }) : next
        if (!parseDocument(last).ok) continue
        reachability(current)
        expect(mistakes(last)).toBeUndefined()
        current = last
      }
    }),
    { ...bounded, numRuns: 100 },
  )
}, 20_000)

it.each(scenarios.map(({ id, document }) => [id, document] as const))(
  'whatever field of %s is changed, the same',
  (_id, document) => {
    const fieldOf = ({ text }: Change) => text.split(' = ')[0]
    const oneForEachField = new Map(changesOf(document).map((change) => [fieldOf(change), change]))
    for (const { text, command } of oneForEachField.values()) {
      // Follows the document itself again, so that it is the one before the change.
      reachability({ resources: { ...document.resources } })
      const after = applyCommands(document, [command])
      expect({ text, mistakes: mistakes(after) }).toEqual({ text, mistakes: undefined })
    }
  },
)

describe('bit by bit', () => {
  it('it is the same as at once', () => {
    const document = generate(30, 20)
    const slices = [...reachabilitySlices(document)]
    expect(slices.length).toBeGreaterThan(10)
    expect(slices.flat()).toEqual(reachability(copied(document)))
  })

  it('nothing has no results', () => {
    expect([...reachabilitySlices({ resources: {} })].flat()).toEqual([])
  })

  it('follows the rules that are asked for, in their order', () => {
    const document = generate(12, 4)
    const ids = reachability(document).map(({ ruleId }) => ruleId)
    const some = [ids[7], 'loadBalancingRule/none', ids[2]].map(String)
    const slices = [...reachabilitySlices(copied(document), some)]
    expect(slices.flat().map(({ ruleId }) => ruleId)).toEqual([ids[7], ids[2]])
  })

  it('rests within a rule with many members', () => {
    const document = generate(1, 400)
    const slices = [...reachabilitySlices(document)]
    expect(slices.filter((slice) => slice.length === 0).length).toBeGreaterThan(20)
    expect(slices.flat()).toEqual(reachability(copied(document)))
  })
})
