import { type Call, callsOf } from '../calls.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { thingOf } from '../targets.ts'
import { type Obstacle, obstaclesTo } from '../unanswered-calls.ts'
import { namesOf, portText } from '../wording.ts'

interface Unanswered {
  readonly call: Call
  readonly obstacles: readonly Obstacle[]
}

/** A guest calls another NIC of the diagram directly, and gets no answer. */
export const connectionNotAnswered: LintRule = {
  id: 'connection-not-answered',
  severity: 'error',
  class: 'traffic',
  title: 'A guest calls another one that does not answer',
  why: 'The connection goes to a NIC directly, without a load balancer. Security groups, firewall, services and routes of the called guest decide whether it is answered, just as behind a load balancer.',
  fix: 'Let the packet in, start the service, and let the answer leave by the NIC where the packet arrived.',
  sources: ['socket-bound-elsewhere-refuses', 'guest-firewall-must-allow-port', 'reply-follows-guest-routes'],
  check({ model }, report) {
    const byMachine = new Map<string, Unanswered[]>()
    for (const call of callsOf(model)) {
      const obstacles = call.called ? obstaclesTo(model, call) : []
      if (obstacles.length === 0) continue
      const { id } = call.virtualMachine
      const known = byMachine.get(id)
      if (known) known.push({ call, obstacles })
      else byMachine.set(id, [{ call, obstacles }])
    }
    for (const [resource, unanswered] of byMachine) {
      const [first] = unanswered
      const [obstacle] = first?.obstacles ?? []
      if (!first?.call.called || !obstacle) continue
      const { call } = first
      const called = thingOf(first.call.called)
      const all = unanswered.flatMap(({ obstacles }) => obstacles)
      const more = unanswered.length - 1
      const others =
        more > 0 ? ` ${more} more of its connections ${more === 1 ? 'gets' : 'get'} none either.` : ''
      const isMendable = all.every(({ mend }) => mend !== undefined)
      report({
        resource,
        path: `guest.connections.${call.index}.to`,
        related: [called, ...all.flatMap(({ related }) => related)],
        message: `${call.virtualMachine.name} calls ${portText(call)} of ${model.nameOf(called)} and gets no answer, because ${obstacle.text}.${others}`,
        fixes: () =>
          isMendable
            ? fixOf(
                model,
                `Let ${namesOf(
                  model,
                  unanswered.flatMap((one) => (one.call.called ? [thingOf(one.call.called)] : [])),
                )} answer ${call.virtualMachine.name}`,
                (draft) => {
                  for (const { mend } of all) mend?.(draft)
                },
              )
            : [],
      })
    }
  },
}
