import { type FieldValue, walkFields } from '../../topology/field-walk.ts'
import { expectedInstead } from '../field-value.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { oddEntries } from '../odd-entries.ts'
import { plural } from '../wording.ts'

/** Fields whose range another lint rule reports. */
const reportedElsewhere = new Set(
  ['loadBalancingRule', 'inboundNatRule', 'outboundRule'].flatMap((type) => [
    `${type} frontendPort`,
    `${type} backendPort`,
    `${type} frontendPortRangeStart`,
    `${type} frontendPortRangeEnd`,
    `${type} idleTimeoutInMinutes`,
  ]),
)

function nearestChoice({ kind, value }: FieldValue): string | number | undefined {
  if (kind.kind !== 'choice') return undefined
  return kind.options.find((option) => String(option).toLowerCase() === String(value).toLowerCase())
}

/** A value that its field cannot have. */
export const fieldValueInvalid: LintRule = {
  id: 'field-value-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'A field holds a value that it cannot have',
  why: 'Azure refuses the value, and Floatpath cannot work out what the resource does with packets.',
  fix: 'Correct the field.',
  sources: ['resource-fields-have-fixed-forms'],
  check({ model }, report) {
    for (const { id, type, fields } of oddEntries(model)) {
      const { values } = walkFields(id, fields)
      const wrong = values.flatMap((one) => {
        if (one.kind.kind === 'integer' && reportedElsewhere.has(`${type} ${one.path}`)) return []
        const expected = expectedInstead(one.kind, one.value)
        return expected === undefined ? [] : [{ ...one, expected }]
      })
      const [first] = wrong
      if (!first) continue
      const more = wrong.length - 1
      const others = more > 0 ? ` ${more} more ${plural(more, 'field is', 'fields are')} wrong too.` : ''
      const nearest = nearestChoice(first)
      report({
        resource: id,
        path: first.path,
        message: `${first.label} of ${fields.name} is “${first.value}”, which is not ${first.expected}.${others}`,
        fixes: () =>
          nearest === undefined || more > 0
            ? []
            : fixOf(model, `Set it to ${nearest}`, (draft) => draft.set(id, first.path, nearest)),
      })
    }
  },
}
