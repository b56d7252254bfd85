import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { idleTimeoutOutOfRange } from './idle-timeout-out-of-range.ts'

const web = 'loadBalancingRule/web'
const minutes = (value: number) => changed(linuxPair, [web, 'idleTimeoutInMinutes', value])

const outbound = (value: number) =>
  documentOf('outbound', publicPair.resources, {
    'outboundRule/out': {
      name: 'out',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfigurations: ['frontendIPConfiguration/site'],
      backendAddressPool: 'backendAddressPool/pool',
      protocol: 'All',
      allocatedOutboundPorts: 1024,
      idleTimeoutInMinutes: value,
    },
  })

testLintRule(idleTimeoutOutOfRange, {
  valid: {
    'the default': linuxPair,
    'the least': minutes(4),
    'the most that every version takes': minutes(30),
    'two hours for outbound': outbound(120),
  },
  invalid: {
    'too short': {
      document: minutes(3),
      finds: [
        { resource: web, severity: 'error', class: 'deployment', path: 'idleTimeoutInMinutes', fixes: 1 },
      ],
    },
    'too long': { document: minutes(101), finds: [{ resource: web, severity: 'error', fixes: 1 }] },
    'not whole': { document: minutes(4.5), finds: [{ resource: web, severity: 'error', fixes: 1 }] },
    disputed: {
      document: minutes(31),
      finds: [{ resource: web, severity: 'warning', class: 'advice', fixes: 1 }],
    },
    'too long for outbound': {
      document: outbound(121),
      finds: [{ resource: 'outboundRule/out', severity: 'error', fixes: 1 }],
    },
  },
})
