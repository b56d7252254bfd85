import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

/** A public frontend has the zones of its public IP address, never its own. */
export const frontendZonesOnPublic: LintRule = {
  id: 'frontend-zones-on-public',
  severity: 'error',
  class: 'deployment',
  title: 'A public frontend has zones of its own',
  why: 'The zones of a public frontend are those of its public IP address. Azure refuses zones on the frontend itself.',
  fix: 'Remove the zones from the frontend and set them on the public IP address.',
  sources: ['frontend-zones-are-internal'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration')) {
      const { id, name, zones = [], publicIPAddress, publicIPPrefix, subnet } = frontend
      const address = publicIPAddress ?? publicIPPrefix
      if (zones.length === 0 || address === undefined || subnet !== undefined) continue
      report({
        resource: id,
        path: 'zones',
        related: [address],
        message: `${name} is public and has the zones ${naming(zones)}; only ${model.nameOf(address)} can have zones.`,
        fixes: () =>
          fixOf(model, `Remove the zones from ${name}`, (draft) => draft.set(id, 'zones', undefined)),
      })
    }
  },
}
