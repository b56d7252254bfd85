import { publicOutbound, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundSnatConflict } from './outbound-snat-conflict.ts'

const web = 'loadBalancingRule/web'

testLintRule(outboundSnatConflict, {
  valid: {
    'outbound SNAT is off': publicOutbound,
    'no outbound rule': changed(publicPair, [web, 'disableOutboundSnat', false]),
    'another frontend': changed(
      publicOutbound,
      [web, 'disableOutboundSnat', false],
      ['outboundRule/out', 'frontendIPConfigurations', ['frontendIPConfiguration/else']],
    ),
  },
  invalid: {
    'outbound SNAT is on': {
      document: changed(publicOutbound, [web, 'disableOutboundSnat', undefined]),
      finds: [
        {
          resource: web,
          class: 'deployment',
          path: 'disableOutboundSnat',
          related: ['outboundRule/out'],
          armCode:
            'LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule',
          fixes: 1,
        },
      ],
    },
  },
})
