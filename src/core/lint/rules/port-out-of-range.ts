import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { InboundRule } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'

const highestFrontendPort = 65_534
const highestBackendPort = 65_535

interface OutOfRange {
  readonly field: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
}

function outOfRange(source: InboundRule): readonly OutOfRange[] {
  const minimum = isLoadBalancingRule(source) ? 0 : 1
  type Entry = readonly [field: string, value: number | undefined, maximum: number]
  const fields: readonly Entry[] = [
    ['frontendPort', source.frontendPort, highestFrontendPort],
    ...(isLoadBalancingRule(source)
      ? []
      : [
          ['frontendPortRangeStart', source.frontendPortRangeStart, highestFrontendPort] as const,
          ['frontendPortRangeEnd', source.frontendPortRangeEnd, highestFrontendPort] as const,
        ]),
    ['backendPort', source.backendPort, highestBackendPort],
  ]
  return fields.flatMap(([field, value, maximum]) =>
    value !== undefined && (value < minimum || value > maximum || !Number.isInteger(value))
      ? [{ field, value, minimum, maximum }]
      : [],
  )
}

/** The last port of a range that ends before it begins. */
function backwards(source: InboundRule): readonly OutOfRange[] {
  if (isLoadBalancingRule(source)) return []
  const { frontendPortRangeStart: start, frontendPortRangeEnd: value } = source
  if (start === undefined || value === undefined || value >= start || start > highestFrontendPort) return []
  return [{ field: 'frontendPortRangeEnd', value, minimum: start, maximum: highestFrontendPort }]
}

const sourcesOf = (model: TopologyModel): readonly InboundRule[] => [
  ...model.all('loadBalancingRule'),
  ...model.all('inboundNatRule'),
]

/** Ports that Azure does not accept. */
export const portOutOfRange: LintRule = {
  id: 'port-out-of-range',
  severity: 'error',
  class: 'deployment',
  title: 'A port of a rule is out of range',
  why: 'Azure refuses a rule with a port outside its range.',
  fix: 'Use a frontend port up to 65534 and a backend port up to 65535, for inbound NAT rules from 1.',
  sources: ['rule-port-ranges'],
  check({ model }, report) {
    for (const source of sourcesOf(model)) {
      const outside = outOfRange(source)
      const wrong = outside.length > 0 ? outside : backwards(source)
      const [first] = wrong
      if (!first) continue
      const clamp = ({ value, minimum, maximum }: OutOfRange) =>
        Math.min(Math.max(Math.trunc(value), minimum), maximum)
      report({
        resource: source.id,
        path: first.field,
        message: `The port ${first.value} of ${source.name} is not a whole number from ${first.minimum} to ${first.maximum}, so Azure refuses the rule.`,
        fixes: () =>
          fixOf(model, `Use port ${clamp(first)} for ${source.name}`, (draft) => {
            for (const one of wrong) draft.set(source.id, one.field, clamp(one))
          }),
      })
    }
  },
}
