import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const least = 4
/** What every version of the API accepts. */
const undisputed = 30

/** Idle timeouts that Azure refuses, or that only newer versions of its API accept. */
export const idleTimeoutOutOfRange: LintRule = {
  id: 'idle-timeout-out-of-range',
  severity: 'error',
  class: 'deployment',
  title: 'An idle timeout is out of range',
  why: 'Azure refuses an idle timeout outside its range. Between 31 and 100 minutes older versions of the API refuse it too.',
  fix: 'Use 4 to 30 minutes, or 4 to 120 for an outbound rule.',
  sources: ['idle-timeout-range'],
  check({ model }, report) {
    const all = [
      ...model.all('loadBalancingRule').map((one) => ({ one, most: 100, target: undisputed })),
      ...model.all('inboundNatRule').map((one) => ({ one, most: 100, target: undisputed })),
      ...model.all('outboundRule').map((one) => ({ one, most: 120, target: 120 })),
    ]
    for (const { one, most, target } of all) {
      const { id, name, idleTimeoutInMinutes: minutes } = one
      if (minutes === undefined) continue
      const refused = !Number.isInteger(minutes) || minutes < least || minutes > most
      if (!refused && minutes <= target) continue
      const fitting = Math.max(least, Math.min(Math.trunc(minutes) || least, target))
      report({
        resource: id,
        path: 'idleTimeoutInMinutes',
        ...(refused ? {} : { severity: 'warning' as const }),
        message: refused
          ? `The idle timeout of ${name} is ${minutes} minutes, which is not a whole number from ${least} to ${most}, so Azure refuses it.`
          : `The idle timeout of ${name} is ${minutes} minutes. Newer versions of the API accept up to ${most}, older ones refuse more than ${undisputed}.`,
        fixes: () =>
          fixOf(model, `Set the idle timeout of ${name} to ${fitting} minutes`, (draft) =>
            draft.set(id, 'idleTimeoutInMinutes', fitting),
          ),
      })
    }
  },
}
