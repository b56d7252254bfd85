import { describe, expect, it } from 'vitest'
import { lint } from '../lint/lint.ts'
import { intendedFlows } from '../simulator/intended-flows.ts'
import { simulate } from '../simulator/simulate.ts'
import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { type CreateKind, created } from './create.ts'

type Step = CreateKind | readonly [CreateKind, string]

const build = (steps: readonly Step[]) =>
  steps.reduce<TopologyDocument>((document, step) => {
    const [kind, owner] = typeof step === 'string' ? [step] : step
    return created(document, kind, owner === undefined ? {} : { owner })
  }, emptyDocument())

const verdictsOf = (document: TopologyDocument) =>
  intendedFlows(document).flatMap((flow) => simulate(document, flow).traces.map(({ verdict }) => verdict))

const errorsOf = (document: TopologyDocument) =>
  lint(document).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []))

const oneSite: readonly Step[] = [
  'internalFrontend',
  'loadBalancingRule',
  'virtualMachine',
  'virtualMachine',
  'listener',
  'listener',
  'probe',
]

describe('a diagram that is built by drops alone', () => {
  it('works at once for one site', () => {
    const document = build(oneSite)
    expect(errorsOf(document)).toEqual([])
    expect(verdictsOf(document)).toEqual(['delivered', 'delivered', 'delivered', 'delivered', 'up', 'up'])
  })

  it('lacks the second address in both guests when a second site comes on the same port, until adapters hold it', () => {
    const second = [...oneSite, 'internalFrontend', 'loadBalancingRule'] as const
    expect(errorsOf(build(second))).toEqual([
      'vm1 and vm2 have no interface with 10.0.0.101, so packets of frontend-2 are dropped.',
    ])
    const document = build(second)
    // Both hold the first address already, so that an adapter has one address to offer.
    const adapter = (machine: string) => {
      const id = `virtualMachine/${machine}` as const
      return { name: 'Loopback', virtualMachine: id, addresses: ['10.0.0.100/32'] }
    }
    const adapters = { 'loopbackInterface/a': adapter('vm1'), 'loopbackInterface/b': adapter('vm2') }
    const held = { ...document, resources: { ...document.resources, ...adapters } }
    const finished = ['virtualMachine/vm1', 'virtualMachine/vm2'].reduce<TopologyDocument>(
      (next, owner) => created(next, 'loopbackInterface', { owner }),
      held,
    )
    expect(errorsOf(finished)).toEqual([])
    expect(new Set(verdictsOf(finished))).toEqual(new Set(['delivered', 'up']))
  })

  it('works at once for a public site, and goes on working behind a security group', () => {
    const steps: readonly Step[] = ['publicFrontend', ...oneSite.slice(1), 'networkSecurityGroup', 'client']
    const document = build(steps)
    expect(errorsOf(document)).toEqual([])
    expect(new Set(verdictsOf(document))).toEqual(new Set(['delivered', 'up']))
  })
})
