import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { referenceDangling } from './reference-dangling.ts'

const web = 'loadBalancingRule/web'

testLintRule(referenceDangling, {
  valid: {
    'everything is there': linuxPair,
    'a text that is no id has a lint rule of its own': changed(linuxPair, [web, 'probe', 'nothing']),
  },
  invalid: {
    'a probe that is not there': {
      document: changed(linuxPair, [web, 'probe', 'probe/gone']),
      finds: [{ resource: web, class: 'deployment', path: 'probe', fixes: 1 }],
    },
    'a pool that is not there': {
      document: changed(linuxPair, [web, 'backendAddressPool', 'backendAddressPool/gone']),
      finds: [{ resource: web, path: 'backendAddressPool', fixes: 1 }],
    },
    'a member that is not there': {
      document: changed(linuxPair, [
        'backendAddressPool/pool',
        'backendIPConfigurations.0',
        'ipConfiguration/gone',
      ]),
      finds: [{ resource: 'backendAddressPool/pool', path: 'backendIPConfigurations.0', fixes: 1 }],
    },
  },
})
