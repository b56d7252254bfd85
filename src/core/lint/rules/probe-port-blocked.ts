import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const blockedPorts = new Set([19, 21, 25, 70, 110, 119, 143, 220, 993])

/** An HTTP probe on a port that Azure keeps HTTP probes away from. */
export const probePortBlocked: LintRule = {
  id: 'probe-port-blocked',
  severity: 'error',
  class: 'deployment',
  title: 'An HTTP probe uses a port that Azure does not allow',
  why: 'Azure sends no HTTP probe to the ports of some other protocols (mail, FTP and the like) and refuses the probe.',
  fix: 'Probe another port, or probe this one over TCP.',
  sources: ['http-probe-blocked-ports'],
  check({ model }, report) {
    for (const { id, name, protocol, port } of model.all('probe')) {
      if (protocol !== 'Http' || port === undefined || !blockedPorts.has(port)) continue
      report({
        resource: id,
        path: 'port',
        message: `${name} is an HTTP probe on port ${port}, which Azure does not allow for HTTP probes.`,
        fixes: () =>
          fixOf(model, `Probe port ${port} over TCP`, (draft) => {
            draft.set(id, 'protocol', 'Tcp')
            draft.set(id, 'requestPath', undefined)
          }),
      })
    }
  },
}
