import type { Fields } from '../../topology/field.ts'
import { type Reference, referencesOf, refersOnlyTo } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const isRequired = (type: ResourceType, path: string) =>
  (resourceDefinitions[type].fields as Fields)[path]?.required === true

/** A reference to something that the document does not have. */
export const referenceDangling: LintRule = {
  id: 'reference-dangling',
  severity: 'error',
  class: 'deployment',
  title: 'A reference points at something that is not there',
  why: 'Azure refuses a reference to a resource that does not exist, and packets have no way on from here.',
  fix: 'Choose something that exists, or take the reference away.',
  sources: ['resource-fields-have-fixed-forms'],
  check({ model, entries }, report) {
    const exists = (type: ResourceType, id: string | undefined) => model.find(type, id) !== undefined
    const isDangling = ({ target, to }: Reference) => {
      const type = typeOfId(target)
      return type !== undefined && to.includes(type) && !exists(type, target)
    }
    for (const { id, type, fields } of entries) {
      if (refersOnlyTo(type, fields, exists)) continue
      const dangling = referencesOf(type, fields).filter(isDangling)
      const [first] = dangling
      if (!first) continue
      const required = dangling.some(({ path }) => isRequired(type, path))
      report({
        resource: id,
        path: first.path,
        message: `${fields.name} refers to ${first.target}, which is not in the diagram.`,
        fixes: () =>
          required
            ? first.to
                .flatMap((other) => model.all(other))
                .slice(0, 3)
                .flatMap((other) =>
                  dangling.length > 1
                    ? []
                    : fixOf(model, `Use ${other.name} instead`, (draft) =>
                        draft.set(id, first.path, other.id),
                      ),
                )
            : fixOf(model, `Take the reference away from ${fields.name}`, (draft) => {
                for (const { path } of dangling.toReversed()) draft.set(id, path, undefined)
              }),
      })
    }
  },
}
