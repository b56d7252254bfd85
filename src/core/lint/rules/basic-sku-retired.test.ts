import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { basicSkuRetired } from './basic-sku-retired.ts'

const basic = ['loadBalancer/lb', 'sku', 'Basic'] as const
const armCode = 'VMScaleSetCannotReferenceLoadbalancerWhenLargeScaleOrCrossAZ'
const inZones = (...zones: readonly string[]) =>
  changed(
    linuxPair,
    basic,
    ...zones.flatMap((zone, index) => [
      [`virtualMachine/vm${index + 1}`, 'scaleSet', 'web'] as const,
      [`virtualMachine/vm${index + 1}`, 'zone', zone] as const,
    ]),
  )
/** More machines of the scale set than stand in the pool. */
const withMachines = (count: number) =>
  documentOf(
    'large',
    inZones('1', '1').resources,
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `virtualMachine/more${index}`,
        { name: `more${index}`, scaleSet: 'web' },
      ]),
    ),
  )

testLintRule(basicSkuRetired, {
  valid: { Standard: linuxPair, 'public Standard': publicPair },
  invalid: {
    internal: {
      document: changed(linuxPair, basic),
      finds: [{ resource: 'loadBalancer/lb', class: 'deployment', path: 'sku', fixes: 1 }],
    },
    'a scale set of several zones': {
      document: inZones('2', '1'),
      finds: [
        {
          resource: 'loadBalancer/lb',
          message:
            'lb has the SKU Basic, which cannot be created any more. Nor does it take the scale set web, which spans the zones 1 and 2.',
          armCode,
        },
      ],
    },
    'a scale set of one zone': {
      document: inZones('1', '1'),
      finds: [
        { resource: 'loadBalancer/lb', message: 'lb has the SKU Basic, which cannot be created any more.' },
      ],
    },
    'a scale set of a full placement group': {
      document: withMachines(98),
      finds: [
        { resource: 'loadBalancer/lb', message: 'lb has the SKU Basic, which cannot be created any more.' },
      ],
    },
    'a scale set of more than one placement group': {
      document: withMachines(99),
      finds: [{ resource: 'loadBalancer/lb', armCode }],
    },
    'public, open without a security group': {
      document: changed(without(publicPair, 'networkSecurityGroup/nsg'), basic, [
        'publicIPAddress/site',
        'sku',
        'Basic',
      ]),
      finds: [{ resource: 'loadBalancer/lb', fixes: 1 }],
    },
  },
})
