import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probeIntervalTooShort } from './probe-interval-too-short.ts'

const health = 'probe/health'

testLintRule(probeIntervalTooShort, {
  valid: {
    '5 seconds': linuxPair,
    'a probe threshold': changed(linuxPair, [health, 'probeThreshold', 2]),
    'both, as exported templates have it': changed(
      linuxPair,
      [health, 'probeThreshold', 1],
      [health, 'numberOfProbes', 1],
    ),
    'a threshold that was not worked out': changed(
      linuxPair,
      [health, 'numberOfProbes', 2],
      [health, 'unresolved', { probeThreshold: '[x]' }],
    ),
  },
  invalid: {
    '2 seconds': {
      document: changed(linuxPair, [health, 'intervalInSeconds', 2]),
      finds: [{ resource: health, severity: 'warning', path: 'intervalInSeconds', fixes: 1 }],
    },
    'a number of probes only': {
      document: changed(linuxPair, [health, 'numberOfProbes', 2]),
      finds: [{ resource: health, class: 'advice', path: 'numberOfProbes', fixes: 1 }],
    },
    both: {
      document: changed(linuxPair, [health, 'numberOfProbes', 2], [health, 'intervalInSeconds', 1]),
      finds: [{ resource: health, path: 'intervalInSeconds', fixes: 1 }],
    },
  },
})
