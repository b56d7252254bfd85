import { balance, documentOf, internalFrontend, machine, publicFrontend } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { frontendPortReused } from './frontend-port-reused.ts'

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
  [other, 'backendPort', 8080],
)

const oneAddress = changed(
  documentOf(
    'one address',
    publicPair.resources,
    publicFrontend('second', '65.52.0.2'),
    balance('other', 'second', 80, { probe: 'probe/health' }),
  ),
  ['frontendIPConfiguration/second', 'publicIPAddress', 'publicIPAddress/site'],
)

testLintRule(frontendPortReused, {
  valid: {
    'different frontends': two,
    'different ports': changed(same, [other, 'frontendPort', 81]),
    'different protocols': changed(same, [other, 'protocol', 'Udp']),
  },
  invalid: {
    'two frontends with one public address': {
      document: oneAddress,
      finds: [{ resource: other, related: ['loadBalancingRule/web'], fixes: 2 }],
    },
    'a next port that the other frontend of the address takes': {
      document: changed(
        documentOf('next', oneAddress.resources, balance('next', 'site', 81, { probe: 'probe/health' })),
        ['loadBalancingRule/next', 'backendPort', 8080],
      ),
      finds: [{ resource: other, related: ['loadBalancingRule/web'], fixes: 2 }],
    },
    'one frontend and one port': {
      document: same,
      finds: [{ resource: other, class: 'deployment', related: ['loadBalancingRule/web'], fixes: 2 }],
    },
  },
})
