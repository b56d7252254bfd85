import type { Fields } from '../../topology/field.ts'
import { referencesOf } from '../../topology/references.ts'
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
  check({ document, model }, report) {
    for (const [id, fields] of Object.entries(document.resources)) {
      const type = typeOfId(id)
      if (!type) continue
      const dangling = referencesOf(type, fields).filter(({ target, to }) => {
        const targetType = typeOfId(target)
        return (
          targetType !== undefined && to.includes(targetType) && !Object.hasOwn(document.resources, target)
        )
      })
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
