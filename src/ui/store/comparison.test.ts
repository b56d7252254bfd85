import { beforeEach, expect, it } from 'vitest'
import { firewallPair } from '../../core/scenarios/firewall-pair.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { differingHops } from '../panels/trace/compare/differing-hops.ts'
import { outcomeWords } from '../panels/trace/compare/outcome-words.ts'
import { comparisonIn, sameHeader, setComparing, stepCount } from './comparison.ts'
import { currentWatched, flowsOf } from './derived.ts'
import { currentDocument, edit, startWith } from './document.ts'
import { setPlayer, useSession } from './session.ts'

const rule = 'loadBalancingRule/https-a'
const web1 = 'virtualMachine/web1'
const player = () => useSession.getState().player
const comparison = () => comparisonIn(currentDocument())

beforeEach(() => {
  startWith(twoTlsSites)
  const flow = flowsOf(currentDocument()).find((one) => one.kind === 'inbound' && one.to === '10.0.0.100')
  setPlayer({ flow: flow ?? null, backend: web1, free: null, comparing: false, step: 0 })
})

it('follows the same flow with floating IP the other way', () => {
  setComparing(true)
  const { on, off } = comparison() ?? {}
  expect(on).toMatchObject({
    isSet: true,
    trace: { verdict: 'delivered', guestSees: { address: '10.0.0.100' } },
  })
  expect(off).toMatchObject({
    isSet: false,
    trace: { verdict: 'delivered', guestSees: { address: '10.0.0.4' } },
  })
  expect(currentDocument()).toBe(twoTlsSites)
})

it('knows which side is set after the rule is switched', () => {
  setComparing(true)
  edit('Disable', [{ type: 'resource.set', id: rule, path: 'enableFloatingIP', value: false }])
  expect(comparison()).toMatchObject({ on: { isSet: false }, off: { isSet: true } })
  expect(comparison()?.on.trace.guestSees?.address).toBe('10.0.0.100')
})

it('keeps the packet at its hop when it begins and ends', () => {
  setPlayer({ step: 4 })
  setComparing(true)
  const { steps = [], step = 0, on } = comparison() ?? {}
  expect(steps[step]?.one).toBe(4)
  expect(stepCount()).toBe(steps.length)
  setPlayer({ step: steps.length - 1 })
  setComparing(false)
  expect(player().step).toBe((on?.trace.hops.length ?? 0) - 1)
  expect(stepCount()).toBe(on?.trace.hops.length)
})

it('is nothing for a packet that no rule takes', () => {
  setPlayer({ flow: { kind: 'inbound', from: '10.9.9.9', to: '10.0.0.100', port: 1, protocol: 'Tcp' } })
  setComparing(true)
  expect(player().comparing).toBe(false)
  expect(stepCount()).toBe(currentWatched()?.trace?.hops.length)
})

it('marks the headers that floating IP makes different, from the host to the host', () => {
  setComparing(true)
  const shown = comparison()
  if (!shown) throw new Error('nothing is compared')
  const { one, other } = differingHops(shown, sameHeader)
  const places = (of: typeof one, { hops }: typeof shown.on.trace) =>
    [...of].map(([index, halves]) => `${hops[index]?.at} ${[...halves].join()}`)
  expect(places(one, shown.on.trace)[0]).toBe('host destination')
  expect(places(one, shown.on.trace)).toContain('guest-egress source')
  expect(places(other, shown.off.trace)).toEqual(places(one, shown.on.trace))
  expect(outcomeWords(shown.on.trace, shown.off.trace)).toBe('is answered either way')
})

it('is nothing for a packet that is only routed: it keeps its destination either way', () => {
  startWith(firewallPair.document)
  const flow = flowsOf(currentDocument()).find(({ kind }) => kind === 'routed')
  expect(flow).toBeDefined()
  setPlayer({ flow: flow ?? null, backend: null })
  expect(currentWatched()?.trace?.hops.some(({ at }) => at === 'frontend')).toBe(true)
  setComparing(true)
  expect(player().comparing).toBe(false)
})
