import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probeRequestPathMismatch } from './probe-request-path-mismatch.ts'

const health = 'probe/health'
const http = changed(linuxPair, [health, 'protocol', 'Http'])

testLintRule(probeRequestPathMismatch, {
  valid: {
    'TCP without a path': linuxPair,
    'HTTP with a path': changed(http, [health, 'requestPath', '/healthz']),
    'a path that was not worked out': changed(http, [
      health,
      'unresolved',
      { requestPath: '[variables(x)]' },
    ]),
    'a protocol that nobody knows': changed(linuxPair, [health, 'protocol', 'Icmp']),
  },
  invalid: {
    'HTTP without a path': {
      document: http,
      finds: [{ resource: health, class: 'deployment', path: 'requestPath', fixes: 1 }],
    },
    'HTTPS with an empty path': {
      document: changed(http, [health, 'protocol', 'Https'], [health, 'requestPath', '']),
      finds: [{ resource: health, fixes: 1 }],
    },
    'TCP with a path': {
      document: changed(linuxPair, [health, 'requestPath', '/healthz']),
      finds: [{ resource: health, fixes: 1 }],
    },
  },
})
