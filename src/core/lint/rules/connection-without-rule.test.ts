import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { connectionWithoutRule } from './connection-without-rule.ts'

const calls = (port: number, to = '10.0.0.100') =>
  ['virtualMachine/vm1', 'guest.connections', [{ name: 'self', to, port, protocol: 'Tcp' }]] as const

testLintRule(connectionWithoutRule, {
  valid: {
    'a rule takes it': changed(linuxPair, calls(80)),
    'the guest answers itself': changed(linuxPair, calls(8080)),
    'no frontend has the address': changed(linuxPair, calls(81, '198.51.100.7')),
  },
  invalid: {
    'no rule takes the port': {
      document: changed(without(linuxPair, 'loopbackInterface/vm1-lo'), calls(81)),
      finds: [
        {
          resource: 'virtualMachine/vm1',
          path: 'guest.connections.0.port',
          related: ['frontendIPConfiguration/site'],
          fixes: 1,
        },
      ],
    },
    'the guest holds the address and nothing listens': {
      document: changed(linuxPair, calls(81)),
      finds: [{ resource: 'virtualMachine/vm1', fixes: 1 }],
    },
  },
})
