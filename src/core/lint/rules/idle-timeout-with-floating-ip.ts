import type { LintRule } from '../lint-rule.ts'

const usual = 4

/** The idle timeout is said to have no effect with floating IP. */
export const idleTimeoutWithFloatingIp: LintRule = {
  id: 'idle-timeout-with-floating-ip',
  severity: 'info',
  class: 'advice',
  title: 'An idle timeout may have no effect with floating IP',
  why: 'A question to Microsoft about it was never answered: the idle timeout of a floating rule is reported to stay at 4 minutes, and idle connections end without a sign.',
  fix: 'Let the application send keepalives more often than every 4 minutes.',
  sources: ['idle-timeout-without-effect-when-floating'],
  check({ model }, report) {
    for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      const { id, name, enableFloatingIP, idleTimeoutInMinutes: minutes } = source
      if (!enableFloatingIP || minutes === undefined || minutes === usual) continue
      report({
        resource: id,
        path: 'idleTimeoutInMinutes',
        message: `${name} asks for an idle timeout of ${minutes} minutes, which is reported to have no effect with floating IP.`,
      })
    }
  },
}
