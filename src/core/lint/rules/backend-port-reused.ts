import { isHaPorts } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { floatAll } from '../floating-fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { useBackendPort } from '../member-edits.ts'
import { collisions, freeBackendPort } from '../pairs.ts'
import { namesOf, portText } from '../wording.ts'

/** Two rules without floating IP cannot share a backend port: the guest could not tell them apart. */
export const backendPortReused: LintRule = {
  id: 'backend-port-reused',
  severity: 'error',
  class: 'deployment',
  title: 'Two rules without floating IP share a backend port',
  why: 'Without floating IP both rules put the same address and port into the packet, so the guest could not tell them apart. Azure refuses the second rule.',
  fix: 'Turn floating IP on for both rules, or give one of them another backend port.',
  sources: ['default-rules-need-own-backend-port'],
  armCodes: ['RulesUseSameBackendPortProtocolAndPool'],
  check({ model }, report) {
    const found = collisions(model, (one) =>
      one.enableFloatingIP || one.backendPort === undefined || isHaPorts(one)
        ? undefined
        : `${one.protocol} ${one.backendPort}`,
    )
    for (const { later, earlier } of found) {
      const all = [...earlier, later]
      const what = portText({ protocol: later.protocol ?? '', port: later.backendPort ?? 0 })
      report({
        resource: later.id,
        path: 'backendPort',
        related: earlier.map(({ id }) => id),
        message: `${later.name} and ${namesOf(
          model,
          earlier.map(({ id }) => id),
        )} send ${what} to the same pool without floating IP, so Azure refuses the rule.`,
        armCode: 'RulesUseSameBackendPortProtocolAndPool',
        fixes: () => [
          ...floatAll(model, all),
          ...fixOf(model, `Use backend port ${freeBackendPort(model, later)} for ${later.name}`, (draft) =>
            useBackendPort(draft, later, freeBackendPort(model, later)),
          ),
        ],
      })
    }
  },
}
