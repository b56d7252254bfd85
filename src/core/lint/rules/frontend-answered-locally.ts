import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

/** A guest that holds a frontend address answers its own calls to it. */
export const frontendAnsweredLocally: LintRule = {
  id: 'frontend-answered-locally',
  severity: 'info',
  class: 'advice',
  title: 'A guest answers its own calls to a frontend',
  why: 'The guest holds the frontend address, so its connections to it never leave the guest. They are not balanced and do not heed the probe.',
  fix: 'Nothing is wrong if the local service is meant to answer.',
  sources: ['own-address-stays-in-guest'],
  check({ model }, report) {
    for (const machine of model.all('virtualMachine')) {
      const connections = machine.guest?.connections ?? []
      if (connections.length === 0) continue
      const guest = guestOf(model, machine)
      const local = connections.flatMap(({ to }, index) => {
        if (to === undefined) return []
        const frontend = model.find('frontendIPConfiguration', to) ?? model.frontendsWithAddress(to)[0]
        const address = model.frontendAddress(frontend?.id)
        return frontend && address !== undefined && guest?.accepts(address) ? [{ frontend, index }] : []
      })
      const [first] = local
      if (!first) continue
      report({
        resource: machine.id,
        path: `guest.connections.${first.index}.to`,
        related: local.map(({ frontend }) => frontend.id),
        message: `${machine.name} calls ${naming(local.map(({ frontend }) => frontend.name))} and holds the address itself, so these connections stay inside the guest.`,
      })
    }
  },
}
