import { balance, documentOf, internalFrontend, machine } from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { backendPortReused } from './backend-port-reused.ts'

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
const off = without(
  changed(two, [other, 'enableFloatingIP', false], ['loadBalancingRule/web', 'enableFloatingIP', false]),
  'loopbackInterface/vm2-lo',
)

testLintRule(backendPortReused, {
  valid: {
    'both float': two,
    'one floats': changed(two, [other, 'enableFloatingIP', false]),
    'different ports': changed(off, [other, 'backendPort', 8080]),
    'different protocols': changed(off, [other, 'protocol', 'Udp']),
    'different pools': changed(
      off,
      [other, 'backendAddressPool', 'backendAddressPool/else'],
      ['backendAddressPool/else', 'name', 'else'],
    ),
  },
  invalid: {
    'neither floats': {
      document: off,
      finds: [
        {
          resource: other,
          class: 'deployment',
          related: ['loadBalancingRule/web'],
          armCode: 'RulesUseSameBackendPortProtocolAndPool',
          fixes: 2,
        },
      ],
    },
  },
})
