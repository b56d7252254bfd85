import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { frontendAnsweredLocally } from './frontend-answered-locally.ts'

const vm1 = 'virtualMachine/vm1'
const calls = (to: string) =>
  changed(linuxPair, [vm1, 'guest.connections', [{ name: 'api', to, port: 80, protocol: 'Tcp' }]])

testLintRule(frontendAnsweredLocally, {
  valid: {
    'nobody calls': linuxPair,
    'another address': calls('10.0.0.5'),
    'the caller does not hold the address': without(
      calls('frontendIPConfiguration/site'),
      'loopbackInterface/vm1-lo',
    ),
  },
  invalid: {
    'by address': {
      document: calls('10.0.0.100'),
      finds: [{ resource: vm1, severity: 'info', related: ['frontendIPConfiguration/site'], fixes: 0 }],
    },
    'by frontend': { document: calls('frontendIPConfiguration/site'), finds: [{ resource: vm1 }] },
  },
})
