import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { httpsProbeOnBasic } from './https-probe-on-basic.ts'

const health = 'probe/health'
const https = changed(linuxPair, [health, 'protocol', 'Https'], [health, 'requestPath', '/'])
const basic = changed(https, ['loadBalancer/lb', 'sku', 'Basic'])

testLintRule(httpsProbeOnBasic, {
  valid: {
    Standard: https,
    'HTTP on Basic': changed(basic, [health, 'protocol', 'Http']),
    'no load balancer': changed(basic, [health, 'loadBalancer', undefined]),
  },
  invalid: {
    'HTTPS on Basic': {
      document: basic,
      finds: [{ resource: health, class: 'deployment', related: ['loadBalancer/lb'], fixes: 1 }],
    },
  },
})
