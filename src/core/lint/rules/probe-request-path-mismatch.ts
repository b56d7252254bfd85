import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

/** A request path goes with HTTP and HTTPS probes only. */
export const probeRequestPathMismatch: LintRule = {
  id: 'probe-request-path-mismatch',
  severity: 'error',
  class: 'deployment',
  title: 'A request path does not fit the protocol of the probe',
  why: 'An HTTP or HTTPS probe asks for a path and cannot do without one. A TCP probe only connects. Azure refuses the probe.',
  fix: 'Give an HTTP or HTTPS probe a path, and take it away from a TCP probe.',
  sources: ['request-path-for-http-probes'],
  check({ model }, report) {
    for (const { id, name, protocol, requestPath, unresolved } of model.all('probe')) {
      if (unresolved?.requestPath !== undefined) continue
      const isHttp = protocol === 'Http' || protocol === 'Https'
      if (isHttp ? requestPath : protocol !== 'Tcp' || !requestPath) continue
      report({
        resource: id,
        path: 'requestPath',
        message: isHttp
          ? `${name} is an ${protocol.toUpperCase()} probe without a request path, so Azure refuses it.`
          : `${name} is a TCP probe with the request path ${requestPath}, so Azure refuses it.`,
        fixes: () =>
          fixOf(model, isHttp ? `Ask for / in ${name}` : `Take the request path away from ${name}`, (draft) =>
            draft.set(id, 'requestPath', isHttp ? '/' : undefined),
          ),
      })
    }
  },
}
