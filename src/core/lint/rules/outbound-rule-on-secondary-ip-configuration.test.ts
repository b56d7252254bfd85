import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { publicOutbound } from '../test-documents.ts'
import { testLintRule, without } from '../test-lint-rule.ts'
import { outboundRuleOnSecondaryIpConfiguration } from './outbound-rule-on-secondary-ip-configuration.ts'

const secondary = documentOf(
  'secondary',
  publicOutbound.resources,
  machine(
    'vm1',
    { address: '10.0.0.4', secondary: ['10.0.0.14'] },
    { guest: { os: 'linux' }, loopback: ['65.52.0.1/32'], listeners: ['80', '8080'] },
  ),
  pool('vm1-nic-ipconfig2', 'vm2'),
)

testLintRule(outboundRuleOnSecondaryIpConfiguration, {
  valid: {
    'primary IP configurations': publicOutbound,
    'no outbound rule': without(secondary, 'outboundRule/out'),
  },
  invalid: {
    'a pool that a load-balancing rule uses too': {
      document: secondary,
      finds: [
        {
          resource: 'outboundRule/out',
          class: 'deployment',
          path: 'backendAddressPool',
          related: ['backendAddressPool/pool', 'virtualMachine/vm1'],
          armCode: 'OutboundRuleCannotBeUsedWithBackendAddressPoolThatIsReferencedBySecondaryIpConfigs',
          fixes: 2,
        },
      ],
    },
    'a pool of its own': {
      document: without(secondary, 'loadBalancingRule/web'),
      finds: [{ resource: 'outboundRule/out', fixes: 3 }],
    },
  },
})
