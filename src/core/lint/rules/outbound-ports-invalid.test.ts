import { documentOf } from '../../scenarios/builder.ts'
import { publicOutbound } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundPortsInvalid } from './outbound-ports-invalid.ts'

const out = 'outboundRule/out'
const ports = (value: number) => changed(publicOutbound, [out, 'allocatedOutboundPorts', value])
const prefix = (ipPrefix: string) =>
  documentOf(
    'prefix',
    changed(
      ports(64_000),
      ['frontendIPConfiguration/site', 'publicIPAddress', undefined],
      ['frontendIPConfiguration/site', 'publicIPPrefix', 'publicIPPrefix/several'],
    ).resources,
    { 'publicIPPrefix/several': { name: 'several', ipPrefix } },
  )

testLintRule(outboundPortsInvalid, {
  valid: {
    'enough for both': publicOutbound,
    'all of them': ports(32_000),
    'left to Azure': ports(0),
    'a prefix of two addresses': prefix('65.52.8.0/31'),
    'a prefix that is not known': changed(prefix('65.52.8.0/32'), [
      'publicIPPrefix/several',
      'ipPrefix',
      undefined,
    ]),
  },
  invalid: {
    'too many': {
      document: ports(32_008),
      finds: [{ resource: out, class: 'deployment', path: 'allocatedOutboundPorts', fixes: 1 }],
    },
    'no multiple of 8': { document: ports(1001), finds: [{ resource: out, fixes: 1 }] },
    'a prefix of one address': { document: prefix('65.52.8.0/32'), finds: [{ resource: out, fixes: 1 }] },
  },
})
