import { documentOf, publicFrontend } from '../../scenarios/builder.ts'
import { linuxPair, publicPair, twoSites } from '../test-documents.ts'
import { testLintRule } from '../test-lint-rule.ts'
import { frontendKindsMixed } from './frontend-kinds-mixed.ts'

testLintRule(frontendKindsMixed, {
  valid: { private: twoSites, public: publicPair },
  invalid: {
    both: {
      document: documentOf('both', linuxPair.resources, publicFrontend('outside', '65.52.0.9')),
      finds: [{ resource: 'loadBalancer/lb', class: 'deployment', fixes: 0 }],
    },
  },
})
