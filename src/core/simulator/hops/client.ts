import type { TopologyModel } from '../../topology/model.ts'
import { type Told, tell } from '../walk.ts'
import { say } from '../words.ts'

/** The client sends. `caller` is the thing that it is, or what it called where nobody drew it. */
export function clientSends(
  told: Told,
  model: TopologyModel,
  caller: string,
  fact = 'client-calls-frontend',
): void {
  tell(told, 'client', caller, fact, () => {
    return `The client ${say(model, told.source)} sends to ${say(model, told.destination)}.`
  })
}

/** The client calls an address that nothing in the document has. */
export function nobodyThere(told: Told, model: TopologyModel, caller: string): void {
  tell(told, 'client', caller, 'unmatched-packets-vanish', () => {
    return `Nothing in this diagram has the address ${say(model, told.destination)}: the packet goes nowhere.`
  })
}

/** The client gets its answer from the address it called. */
export function clientReceives(told: Told, model: TopologyModel, caller: string): void {
  tell(told, 'client', caller, 'reply-goes-straight-to-client', () => {
    return `The answer reaches ${say(model, told.destination)} from ${say(model, told.source)}, the address it called.`
  })
}
