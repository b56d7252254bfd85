import { walkFields } from '../../topology/field-walk.ts'
import type { LintRule } from '../lint-rule.ts'
import { oddEntries } from '../odd-entries.ts'
import { naming, plural } from '../wording.ts'

/** Fields that Floatpath does not know are kept. */
export const fieldUnknown: LintRule = {
  id: 'field-unknown',
  severity: 'info',
  class: 'deployment',
  scope: 'document',
  title: 'The document has fields that Floatpath does not know',
  why: 'They are kept, carried by links and written back, but nothing is checked or simulated with them.',
  fix: 'Nothing needs to be done. Check the spelling if a field should have an effect.',
  sources: ['resource-fields-have-fixed-forms'],
  check({ model }, report) {
    const found = oddEntries(model).flatMap(({ id, fields }) => {
      const { unknown } = walkFields(id, fields)
      return unknown.length === 0
        ? []
        : unknown.map((path) => ({ id, path, text: `${path} of ${fields.name}` }))
    })
    const [first] = found
    if (!first) return
    report({
      resource: first.id,
      path: first.path,
      related: found.map(({ id }) => id),
      message: `Floatpath does not know ${naming(found.map(({ text }) => text))}. ${plural(found.length, 'It is kept.', 'They are kept.')}`,
    })
  },
}
