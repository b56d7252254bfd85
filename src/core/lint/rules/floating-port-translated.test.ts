import { haPair, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { floatingPortTranslated } from './floating-port-translated.ts'

const web = 'loadBalancingRule/web'
const translated = changed(linuxPair, [web, 'backendPort', 8080])

testLintRule(floatingPortTranslated, {
  valid: {
    'one port': linuxPair,
    'HA ports': haPair,
    'floating IP is off': changed(translated, [web, 'enableFloatingIP', false]),
  },
  invalid: {
    'two ports': {
      document: translated,
      finds: [{ resource: web, severity: 'info', class: 'advice', path: 'backendPort', fixes: 1 }],
    },
  },
})
