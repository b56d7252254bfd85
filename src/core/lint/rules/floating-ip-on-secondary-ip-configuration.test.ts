import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { floatingIpOnSecondaryIpConfiguration } from './floating-ip-on-secondary-ip-configuration.ts'

const secondary = documentOf(
  'secondary',
  without(linuxPair, 'virtualMachine/vm1', 'networkInterface/vm1-nic').resources,
  machine('vm1', { address: '10.0.0.4', secondary: ['10.0.0.14'] }, { guest: { os: 'linux' } }),
  pool('vm1-nic-ipconfig2', 'vm2'),
  {
    'loopbackInterface/vm1-lo': {
      name: 'lo',
      virtualMachine: 'virtualMachine/vm1',
      addresses: ['10.0.0.100/32'],
    },
  },
  {
    'listener/vm1-1': {
      name: 'any',
      virtualMachine: 'virtualMachine/vm1',
      protocol: 'Tcp',
      address: '0.0.0.0',
      port: 80,
    },
  },
  {
    'listener/vm1-2': {
      name: 'health',
      virtualMachine: 'virtualMachine/vm1',
      protocol: 'Tcp',
      address: '0.0.0.0',
      port: 8080,
    },
  },
  { 'natGateway/out': { name: 'out' } },
)

testLintRule(floatingIpOnSecondaryIpConfiguration, {
  valid: {
    primary: linuxPair,
    'floating IP is off': changed(secondary, ['loadBalancingRule/web', 'enableFloatingIP', false]),
    'a NAT gateway on the subnet': changed(secondary, ['subnet/snet', 'natGateway', 'natGateway/out']),
  },
  invalid: {
    secondary: {
      document: secondary,
      finds: [
        {
          resource: 'loadBalancingRule/web',
          class: 'traffic',
          related: ['virtualMachine/vm1', 'networkInterface/vm1-nic'],
          fixes: 1,
        },
      ],
    },
  },
})
