import { isHaPorts } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { demandOf, prepareMember, useBackendPort } from '../member-edits.ts'
import { collisions, freeBackendPort } from '../pairs.ts'
import { namesOf, portText } from '../wording.ts'

/** Two floating rules of one frontend cannot share a backend port. */
export const floatingBackendPortReused: LintRule = {
  id: 'floating-backend-port-reused',
  severity: 'error',
  class: 'deployment',
  title: 'Two floating rules of one frontend share a backend port',
  why: 'With floating IP the guest tells rules apart by frontend address and port. Two rules of one frontend with one backend port look the same to it, and Azure refuses the second.',
  fix: 'Give one of the rules another backend port or another frontend.',
  sources: ['floating-rules-need-own-backend-port-per-frontend'],
  armCodes: ['RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled'],
  check({ model }, report) {
    const keyOf = (frontend: string | undefined, protocol: string | undefined, port: number | undefined) =>
      `${frontend} ${protocol} ${port}`
    const found = collisions(model, (one) => {
      const { enableFloatingIP, frontendIPConfiguration, protocol, backendPort } = one
      if (!enableFloatingIP || !frontendIPConfiguration || backendPort === undefined) return undefined
      return isHaPorts(one) ? undefined : keyOf(frontendIPConfiguration, protocol, backendPort)
    })
    for (const { later, earlier } of found) {
      const frontend = model.nameOf(later.frontendIPConfiguration ?? '')
      const others = model
        .frontendsOf(later.loadBalancer ?? '')
        .filter(({ id }) =>
          model
            .rulesOfFrontend(id)
            .every(
              ({ protocol, backendPort, frontendPort }) =>
                protocol !== later.protocol ||
                (backendPort !== later.backendPort && frontendPort !== later.frontendPort),
            ),
        )
      report({
        resource: later.id,
        path: 'backendPort',
        related: earlier.map(({ id }) => id),
        message: `${later.name} and ${namesOf(
          model,
          earlier.map(({ id }) => id),
        )} send ${portText({ protocol: later.protocol ?? '', port: later.backendPort ?? 0 })} of ${frontend} to the same pool with floating IP, so Azure refuses the rule.`,
        armCode: 'RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled',
        fixes: () => [
          ...[later, ...(earlier.length === 1 ? earlier : [])].flatMap((one) =>
            fixOf(model, `Use backend port ${freeBackendPort(model, one)} for ${one.name}`, (draft) =>
              useBackendPort(draft, one, freeBackendPort(model, one)),
            ),
          ),
          ...others.slice(0, 3).flatMap((other) =>
            fixOf(model, `Move ${later.name} to the frontend ${other.name}`, (draft) => {
              draft.set(later.id, 'frontendIPConfiguration', other.id)
              const demand = { ...demandOf(model, later), frontend: other }
              for (const member of model.membersOfRule(later)) prepareMember(draft, demand, member)
            }),
          ),
        ],
      })
    }
  },
}
