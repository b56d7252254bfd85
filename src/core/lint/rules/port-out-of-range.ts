import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { InboundRule } from '../inbound-rule.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'

const highestFrontendPort = 65_534
const highestBackendPort = 65_535

interface OutOfRange {
  readonly field: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
}

/** The port fields of a rule with their least and greatest value; a range does not end before it begins. */
function portsOf(source: InboundRule) {
  const frontend = { minimum: 1, maximum: highestFrontendPort }
  if (isLoadBalancingRule(source)) {
    return [
      { field: 'frontendPort', value: source.frontendPort, ...frontend, minimum: 0 },
      { field: 'backendPort', value: source.backendPort, minimum: 0, maximum: highestBackendPort },
    ]
  }
  const { frontendPort, frontendPortRangeStart: start, frontendPortRangeEnd: end, backendPort } = source
  const first = Math.min(Math.max(Math.trunc(start ?? 1), 1), highestFrontendPort)
  return [
    { field: 'frontendPort', value: frontendPort, ...frontend },
    { field: 'frontendPortRangeStart', value: start, ...frontend },
    { field: 'frontendPortRangeEnd', value: end, ...frontend, minimum: first },
    { field: 'backendPort', value: backendPort, minimum: 1, maximum: highestBackendPort },
  ]
}

function outOfRange(source: InboundRule): readonly OutOfRange[] {
  return portsOf(source).flatMap(({ value, ...rest }) => {
    if (value === undefined) return []
    const fits = Number.isInteger(value) && value >= rest.minimum && value <= rest.maximum
    return fits ? [] : [{ ...rest, value }]
  })
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
      const wrong = outOfRange(source)
      const [first] = wrong
      if (!first) continue
      const clamp = ({ value, minimum, maximum }: OutOfRange) =>
        Math.min(Math.max(Math.trunc(value), minimum), maximum)
      report({
        resource: source.id,
        path: first.field,
        related: [source.frontendIPConfiguration].flatMap((id) => id ?? []),
        message: `The port ${first.value} of ${source.name} is not a whole number from ${first.minimum} to ${first.maximum}, so Azure refuses the rule.`,
        fixes: () =>
          fixOf(model, `Use port ${clamp(first)} for ${source.name}`, (draft) => {
            for (const one of wrong) draft.set(source.id, one.field, clamp(one))
          }),
      })
    }
  },
}
