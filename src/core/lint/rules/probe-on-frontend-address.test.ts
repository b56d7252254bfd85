import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probeOnFrontendAddress } from './probe-on-frontend-address.ts'

const health = 'listener/vm1-2'

testLintRule(probeOnFrontendAddress, {
  valid: {
    'every address': linuxPair,
    'the NIC address': changed(linuxPair, [health, 'address', '10.0.0.4']),
    'nothing at all': changed(linuxPair, [health, 'enabled', false]),
  },
  invalid: {
    'the frontend address only': {
      document: changed(linuxPair, [health, 'address', '10.0.0.100']),
      finds: [{ resource: 'probe/health', related: ['virtualMachine/vm1'], fixes: 2 }],
    },
  },
})
