import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

/** Values that an import could not work out. */
export const valueUnresolved: LintRule = {
  id: 'value-unresolved',
  severity: 'info',
  class: 'deployment',
  title: 'A value could not be worked out when it was imported',
  why: 'The field is empty until somebody fills it in, so what depends on it is neither checked nor simulated.',
  fix: 'Fill in the field, or import again with the parameters that it needs.',
  sources: ['resource-fields-have-fixed-forms'],
  check({ entries }, report) {
    for (const { id, fields } of entries) {
      if (fields.unresolved === undefined) continue
      const open = Object.entries(fields.unresolved ?? {})
      const [first] = open
      if (!first) continue
      report({
        resource: id,
        path: first[0],
        message: `${naming(open.map(([field]) => field))} of ${fields.name} could not be worked out from “${first[1]}”.`,
      })
    }
  },
}
