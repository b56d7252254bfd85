import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { valueUnresolved } from './value-unresolved.ts'

testLintRule(valueUnresolved, {
  valid: { 'everything is there': linuxPair },
  invalid: {
    'a port from a parameter': {
      document: changed(linuxPair, ['probe/health', 'unresolved', { port: "[parameters('port')]" }]),
      finds: [{ resource: 'probe/health', severity: 'info', path: 'port' }],
    },
  },
})
