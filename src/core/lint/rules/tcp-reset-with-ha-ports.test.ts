import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { tcpResetWithHaPorts } from './tcp-reset-with-ha-ports.ts'

const all = 'loadBalancingRule/all'
const reset = changed(appliances, [all, 'enableTcpReset', true])
const forwardingOff = (['vm', 'nic'] as const).flatMap((kind) =>
  ['nva1', 'nva2'].map((nva) =>
    kind === 'vm'
      ? ([`virtualMachine/${nva}`, 'guest.ipForwarding', false] as const)
      : ([`networkInterface/${nva}-nic`, 'enableIPForwarding', false] as const),
  ),
)

testLintRule(tcpResetWithHaPorts, {
  valid: {
    'no TCP reset': appliances,
    'one port only': changed(linuxPair, ['loadBalancingRule/web', 'enableTcpReset', true]),
    'members that do not forward, and no route': changed(reset, ...forwardingOff, [
      'subnet/work',
      'routeTable',
      undefined,
    ]),
  },
  invalid: {
    'appliances that forward': {
      document: reset,
      finds: [{ resource: all, severity: 'warning', related: ['virtualMachine/nva1'], fixes: 1 }],
    },
    'members that should forward: a route points at them': {
      document: changed(reset, ...forwardingOff),
      finds: [{ resource: all, class: 'advice', fixes: 1 }],
    },
  },
})
