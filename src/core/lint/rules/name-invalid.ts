import { isNamedInAzure, spellingProblem } from '../../topology/name-problems.ts'
import type { LintRule } from '../lint-rule.ts'

/** A template's parameter without a value stands as its name in angle brackets. */
const placeholder = /<[^<>]+>/

/** A name that Azure does not accept. */
export const nameInvalid: LintRule = {
  id: 'name-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'A name is not as Azure spells names',
  why: 'Azure refuses the resource, and with it the whole deployment.',
  fix: 'Give it another name. References to it stay as they are.',
  sources: ['names-have-rules-and-scopes'],
  check({ entries }, report) {
    for (const { id, type, fields } of entries) {
      const { name, unresolved } = fields
      if (!isNamedInAzure(type) || unresolved?.name !== undefined || placeholder.test(name)) continue
      const problem = spellingProblem(type, name)
      if (problem === undefined) continue
      const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name
      report({
        resource: id,
        path: 'name',
        message: `Azure does not accept the name “${shown}”. ${problem}`,
      })
    }
  },
}
