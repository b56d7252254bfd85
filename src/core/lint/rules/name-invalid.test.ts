import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { nameInvalid } from './name-invalid.ts'

const named = (id: string, name: string) => changed(linuxPair, [id, 'name', name])

testLintRule(nameInvalid, {
  valid: {
    'usual names': linuxPair,
    'dots, hyphens and a final underscore': named('backendAddressPool/pool', 'Pool.west-1_'),
    'a parameter without a value': named('backendAddressPool/pool', '<poolName>'),
    'a name of the guest': changed(linuxPair, ['loopbackInterface/vm1-lo', 'name', 'lo (loopback)']),
  },
  invalid: {
    'a space': {
      document: named('backendAddressPool/pool', 'web pool'),
      finds: [{ resource: 'backendAddressPool/pool', class: 'deployment', path: 'name' }],
    },
    'a hyphen at the end': {
      document: named('loadBalancingRule/web', 'web-'),
      finds: [{ resource: 'loadBalancingRule/web' }],
    },
    'more than 80 characters': {
      document: named('probe/health', 'h'.repeat(81)),
      finds: [{ resource: 'probe/health' }],
    },
    'more than 64 for a virtual machine': {
      document: named('virtualMachine/vm1', 'v'.repeat(65)),
      finds: [{ resource: 'virtualMachine/vm1' }],
    },
    'no name at all': {
      document: named('virtualMachine/vm1', ' '),
      finds: [{ resource: 'virtualMachine/vm1' }],
    },
  },
})
