import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { fieldUnknown } from './field-unknown.ts'

testLintRule(fieldUnknown, {
  valid: { 'every field is known': linuxPair },
  invalid: {
    'two are not, in one finding': {
      document: changed(
        linuxPair,
        ['probe/health', 'colour', 'red'],
        ['virtualMachine/vm1', 'guest.kernel', '6.18'],
      ),
      finds: [
        {
          resource: 'virtualMachine/vm1',
          severity: 'info',
          path: 'guest.kernel',
          related: ['probe/health'],
          message: 'Floatpath does not know guest.kernel of vm1 and colour of health. They are kept.',
        },
      ],
    },
  },
})
