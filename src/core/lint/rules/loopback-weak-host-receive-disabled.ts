import { fixOf } from '../fixes.ts'
import { weakHostField } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { weakSendersOf } from '../weak-host.ts'

/** Microsoft's recipe sets a third switch, without which no failure is known. */
export const loopbackWeakHostReceiveDisabled: LintRule = {
  id: 'loopback-weak-host-receive-disabled',
  severity: 'warning',
  class: 'traffic',
  title: 'Weak host receive is off on the loopback adapter',
  why: 'No failure is known without it, but Microsoft’s recipe for floating IP sets it together with weak host send.',
  fix: 'Enable weak host receive on the loopback adapter too.',
  sources: ['loopback-weak-host-receive-in-recipe'],
  check({ model, inbounds }, report) {
    const seen = new Set<string>()
    for (const inbound of suspiciousOf(inbounds)) {
      for (const { holder, family, arrival } of weakSendersOf(inbound)) {
        const { id } = holder.resource
        if (!holder.isLoopback || holder.weakHostReceive[family] || seen.has(id)) continue
        seen.add(id)
        const path = weakHostField('weakHostReceive', family)
        report({
          resource: id,
          path,
          related: [arrival.virtualMachine.id],
          message: `Weak host receive is off on ${holder.name} of ${arrival.virtualMachine.name}. Packets pass without it as far as anybody knows, but Microsoft’s recipe sets it.`,
          fixes: () =>
            fixOf(
              model,
              `Enable weak host receive on ${holder.name} of ${arrival.virtualMachine.name}`,
              (draft) => draft.set(id, path, true),
            ),
        })
      }
    }
  },
}
