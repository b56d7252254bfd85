import { balance, documentOf, internalFrontend, machine } from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { floatingBackendPortReused } from './floating-backend-port-reused.ts'

const two = documentOf(
  'two',
  linuxPair.resources,
  internalFrontend('second', '10.0.0.101'),
  balance('other', 'second', 80, { probe: 'probe/health' }),
  machine(
    'vm1',
    { address: '10.0.0.4' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32', '10.0.0.101/32'], listeners: ['80', '8080'] },
  ),
  machine(
    'vm2',
    { address: '10.0.0.5' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32', '10.0.0.101/32'], listeners: ['80', '8080'] },
  ),
)
const other = 'loadBalancingRule/other'
const same = changed(
  two,
  [other, 'frontendIPConfiguration', 'frontendIPConfiguration/site'],
  [other, 'frontendPort', 81],
)

testLintRule(floatingBackendPortReused, {
  valid: {
    'different frontends': two,
    'different ports': changed(same, [other, 'backendPort', 8080]),
    'one does not float': changed(same, [other, 'enableFloatingIP', false]),
  },
  invalid: {
    'one frontend': {
      document: same,
      finds: [
        {
          resource: other,
          class: 'deployment',
          related: ['loadBalancingRule/web'],
          armCode: 'RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled',
          fixes: 3,
        },
      ],
    },
  },
})
