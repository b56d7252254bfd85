import { expect, it } from 'vitest'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { resolve } from '../../core/topology/model.ts'
import { deliveredTo, memberOfTrace } from './delivery.ts'
import { generateGuest } from './generate-guest.ts'

it('works out for itself what the simulator says that the guest sees', () => {
  let compared = 0
  for (let seed = 1; seed <= 60; seed++) {
    const document = generateGuest(seed)
    const model = resolve(document)
    for (const trace of intendedFlows(document).flatMap((flow) => simulate(document, flow).traces)) {
      const member = memberOfTrace(model, trace)
      if (!member || !trace.guestSees || trace.flow.kind === 'outbound') continue
      expect(deliveredTo(model, trace.flow, member)).toEqual(trace.guestSees)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(200)
})
