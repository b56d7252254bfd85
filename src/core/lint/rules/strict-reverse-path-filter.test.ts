import { linuxPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { strictReversePathFilter } from './strict-reverse-path-filter.ts'

const noRoutes = ['virtualMachine/vm1', 'guest.policyRoutes', undefined] as const

testLintRule(strictReversePathFilter, {
  valid: {
    'one NIC': changed(linuxPair, ['virtualMachine/vm1', 'guest.rpFilter', 1]),
    'a policy route back': changed(twoNics, ['virtualMachine/vm1', 'guest.rpFilter', 1]),
    'loose on the NIC': changed(
      twoNics,
      ['virtualMachine/vm1', 'guest.rpFilter', 1],
      ['networkInterface/vm1-nic2', 'guest.rpFilter', 2],
      noRoutes,
    ),
  },
  invalid: {
    'strict, and answers leave by the first NIC': {
      document: changed(twoNics, ['virtualMachine/vm1', 'guest.rpFilter', 1], noRoutes),
      finds: [{ resource: 'loadBalancingRule/web', related: ['virtualMachine/vm1'], fixes: 2 }],
    },
  },
})
