import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { floatingIpOnSecondaryWithNatGateway } from './floating-ip-on-secondary-with-nat-gateway.ts'

const secondary = documentOf(
  'secondary',
  linuxPair.resources,
  machine(
    'vm1',
    { address: '10.0.0.4', secondary: ['10.0.0.14'] },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
  ),
  pool('vm1-nic-ipconfig2', 'vm2'),
  { 'natGateway/out': { name: 'out' } },
)
const web = 'loadBalancingRule/web'
const gateway = changed(secondary, ['subnet/snet', 'natGateway', 'natGateway/out'])

testLintRule(floatingIpOnSecondaryWithNatGateway, {
  valid: {
    primary: linuxPair,
    'no NAT gateway on the subnet': secondary,
    'floating IP is off': changed(gateway, [web, 'enableFloatingIP', false]),
  },
  invalid: {
    'a NAT gateway on the subnet': {
      document: gateway,
      finds: [
        {
          resource: web,
          severity: 'warning',
          related: ['virtualMachine/vm1', 'networkInterface/vm1-nic'],
          fixes: 1,
        },
      ],
    },
  },
})
