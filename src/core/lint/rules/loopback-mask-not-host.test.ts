import { linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { loopbackMaskNotHost } from './loopback-mask-not-host.ts'

const short = ['loopbackInterface/vm1-lo', 'addresses.0', '10.0.0.100/24'] as const

testLintRule(loopbackMaskNotHost, {
  valid: {
    '/32': windowsPair,
    'Linux has a lint rule of its own': changed(linuxPair, short),
    'no frontend has the address': changed(windowsPair, [
      'loopbackInterface/vm1-lo',
      'addresses.1',
      '10.0.0.77/24',
    ]),
  },
  invalid: {
    '/24': {
      document: changed(windowsPair, short),
      finds: [{ resource: 'loopbackInterface/vm1-lo', severity: 'warning', path: 'addresses.0', fixes: 1 }],
    },
  },
})
