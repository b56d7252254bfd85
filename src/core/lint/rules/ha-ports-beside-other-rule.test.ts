import { documentOf, internalFrontend } from '../../scenarios/builder.ts'
import { appliances, haPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsBesideOtherRule } from './ha-ports-beside-other-rule.ts'

const web = 'loadBalancingRule/web'
const other = 'loadBalancingRule/other'
const single = changed(haPair, [web, 'protocol', 'Tcp'], [web, 'frontendPort', 80], [web, 'backendPort', 80])
const onOne = changed(single, [web, 'frontendIPConfiguration', 'frontendIPConfiguration/second'])

/** An HA ports rule, and a NAT rule to one of its members. */
const withNat = (frontend: string, enableFloatingIP: boolean) =>
  documentOf('nat', appliances.resources, internalFrontend('direct', '10.0.0.200'), {
    'inboundNatRule/ssh': {
      name: 'ssh',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: `frontendIPConfiguration/${frontend}`,
      backendIPConfiguration: Object.keys(appliances.resources).find((id) =>
        id.startsWith('ipConfiguration/'),
      ) as `ipConfiguration/${string}`,
      protocol: 'Tcp',
      frontendPort: 5000,
      backendPort: 22,
      enableFloatingIP,
    },
  })
const ha = Object.keys(appliances.resources).find((id) => id.startsWith('loadBalancingRule/')) ?? ''
const ofHa =
  Object.keys(appliances.resources)
    .find((id) => id.startsWith('frontendIPConfiguration/'))
    ?.split('/')[1] ?? ''

testLintRule(haPortsBesideOtherRule, {
  valid: {
    'both float': single,
    'both float, one frontend': onOne,
    'only HA ports': haPair,
    'a single rule': appliances,
    'a NAT rule of the same frontend, which another lint rule finds': withNat(ofHa, false),
    'a NAT rule of another frontend, and both float': changed(withNat('direct', true), [
      ha,
      'enableFloatingIP',
      true,
    ]),
  },
  invalid: {
    'one frontend': {
      document: changed(onOne, [other, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'error', class: 'deployment', related: [web], fixes: 1 }],
    },
    'one frontend, the other does not float': {
      document: changed(onOne, [web, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'error', fixes: 1 }],
    },
    'a NAT rule of another frontend': {
      document: changed(withNat('direct', false), [ha, 'enableFloatingIP', false]),
      finds: [
        { resource: ha, severity: 'warning', class: 'advice', related: ['inboundNatRule/ssh'], fixes: 1 },
      ],
    },
    'another frontend': {
      document: changed(single, [other, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'warning', class: 'advice', related: [web], fixes: 1 }],
    },
  },
})
