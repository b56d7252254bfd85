import { balance, documentOf, internalFrontend } from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { limitExceeded } from './limit-exceeded.ts'

const counted = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Frontends besides the one that is there. */
const frontends = (count: number) =>
  documentOf(
    'frontends',
    linuxPair.resources,
    ...counted(count - 1).map((index) =>
      internalFrontend(`f${index}`, `10.0.${10 + Math.floor(index / 200)}.${1 + (index % 200)}`),
    ),
  )

/** Rules besides the one that is there, to the two members of the pool. */
const rules = (count: number) =>
  documentOf(
    'rules',
    linuxPair.resources,
    ...counted(count - 1).map((index) => balance(`r${index}`, 'site', 1000 + index)),
  )

const nics = ['networkInterface/vm1-nic', 'networkInterface/vm2-nic']

testLintRule(limitExceeded, {
  valid: { few: linuxPair, 'not near yet': frontends(539) },
  invalid: {
    'too many frontends behind one Gateway load balancer': {
      document: documentOf(
        'chained',
        frontends(91).resources,
        { 'loadBalancer/gateway': { name: 'gateway', sku: 'Gateway' } },
        internalFrontend('appliances', '10.0.0.200', { loadBalancer: 'loadBalancer/gateway' }),
        ...counted(90).map((index) =>
          internalFrontend(`f${index}`, `10.0.10.${1 + index}`, {
            gatewayLoadBalancer: 'frontendIPConfiguration/appliances',
          }),
        ),
      ),
      finds: [
        {
          resource: 'loadBalancer/gateway',
          severity: 'warning',
          message: 'gateway has 90 of at most 100 chained frontends.',
        },
      ],
    },
    'nearly too many frontends': {
      document: frontends(540),
      finds: [{ resource: 'loadBalancer/lb', severity: 'warning', class: 'advice', fixes: 0 }],
    },
    'too many frontends': {
      document: frontends(601),
      finds: [
        {
          resource: 'loadBalancer/lb',
          severity: 'error',
          class: 'deployment',
          message: 'lb has 601 frontends, and 600 is the most, so Azure refuses it.',
        },
      ],
    },
    'a Basic load balancer has less': {
      document: changed(frontends(201), ['loadBalancer/lb', 'sku', 'Basic']),
      finds: [{ resource: 'loadBalancer/lb', severity: 'error' }],
    },
    'too many rules for a NIC': {
      document: rules(301),
      finds: nics.map((resource) => ({
        resource,
        severity: 'error',
        armCode: 'LoadBalancerRuleCountLimitReachedForNic',
      })),
    },
    'nearly too many rules for a NIC': {
      document: rules(270),
      finds: nics.map((resource) => ({ resource, severity: 'warning' })),
    },
  },
})
