import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { fieldValueInvalid } from './field-value-invalid.ts'

const web = 'loadBalancingRule/web'

testLintRule(fieldValueInvalid, {
  valid: {
    'everything as it should be': publicPair,
    'a port of a rule has a lint rule of its own': changed(linuxPair, [web, 'frontendPort', 70_000]),
  },
  invalid: {
    'a choice in the wrong case': {
      document: changed(linuxPair, [web, 'protocol', 'tcp']),
      finds: [{ resource: web, class: 'deployment', path: 'protocol', fixes: 1 }],
    },
    'a choice that nobody knows': {
      document: changed(linuxPair, [web, 'protocol', 'Quic']),
      finds: [{ resource: web, path: 'protocol', fixes: 0 }],
    },
    'no address': {
      document: changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAddress', '10.0.0.300']),
      finds: [{ resource: 'frontendIPConfiguration/site', path: 'privateIPAddress' }],
    },
    'no prefix': {
      document: changed(linuxPair, ['subnet/snet', 'addressPrefix', '10.0.0.0/33']),
      finds: [{ resource: 'subnet/snet', path: 'addressPrefix' }],
    },
    'no port range': {
      document: changed(publicPair, [
        'networkSecurityGroup/nsg',
        'securityRules.0.destinationPortRanges.0',
        '90-80',
      ]),
      finds: [{ resource: 'networkSecurityGroup/nsg', path: 'securityRules.0.destinationPortRanges.0' }],
    },
    'no security prefix': {
      document: changed(publicPair, [
        'networkSecurityGroup/nsg',
        'securityRules.0.sourceAddressPrefixes.0',
        '10.0.0.0/99',
      ]),
      finds: [{ resource: 'networkSecurityGroup/nsg' }],
    },
    'not a whole number': {
      document: changed(linuxPair, ['probe/health', 'intervalInSeconds', 5.5]),
      finds: [{ resource: 'probe/health', path: 'intervalInSeconds' }],
    },
    'a reference to the wrong type, and no port': {
      document: changed(
        linuxPair,
        ['listener/vm1-1', 'virtualMachine', 'subnet/snet'],
        ['listener/vm1-1', 'port', 70_000],
      ),
      finds: [
        {
          resource: 'listener/vm1-1',
          path: 'virtualMachine',
          message:
            'Virtual machine of service-80 is “subnet/snet”, which is not the id of a virtualMachine. 1 more field is wrong too.',
        },
      ],
    },
  },
})
