import type { ResourceFields } from '../../topology/document.ts'
import type { Field, Fields } from '../../topology/field.ts'
import type { ResourceType } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import type { LintRule } from '../lint-rule.ts'

const namedFields = new Set(['protocol', 'port', 'frontendPort'])

/** A rule without a pool has a lint rule of its own. */
const reportedElsewhere = 'loadBalancingRule.backendAddressPool'

const needed = new Map<ResourceType, readonly (readonly [string, Field<unknown>])[]>()

function neededFields(type: ResourceType): readonly (readonly [string, Field<unknown>])[] {
  let fields = needed.get(type)
  if (!fields) {
    fields = Object.entries(resourceDefinitions[type].fields as Fields).filter(
      ([name, { required, value, fallback }]) =>
        required &&
        fallback === undefined &&
        (value.kind === 'reference' || namedFields.has(name)) &&
        `${type}.${name}` !== reportedElsewhere,
    )
    needed.set(type, fields)
  }
  return fields
}

function missingIn(type: ResourceType, fields: ResourceFields<ResourceType>) {
  const stored = fields as unknown as Record<string, unknown>
  for (const needed of neededFields(type)) {
    const [name] = needed
    if (stored[name] === undefined && fields.unresolved?.[name] === undefined) return needed
  }
  return undefined
}

/** Azure accepts a NIC without a virtual machine, and has nothing to say about guests and clients. */
const isHarmless = (type: ResourceType) =>
  type === 'networkInterface' || type === 'client' || type === 'loopbackInterface' || type === 'listener'

/** A resource that cannot work without a field that is not filled in. */
export const fieldMissing: LintRule = {
  id: 'field-missing',
  severity: 'error',
  class: 'deployment',
  title: 'A field that must be filled in is empty',
  why: 'Azure refuses the resource without it, and no packet can be followed through it.',
  fix: 'Fill in the field.',
  sources: ['resource-fields-have-fixed-forms'],
  check({ entries }, report) {
    for (const { id, type, fields } of entries) {
      const missing = missingIn(type, fields)
      if (!missing) continue
      const [path, { label }] = missing
      report({
        resource: id,
        path,
        ...(isHarmless(type) ? { severity: 'warning' as const } : {}),
        message: `${label} of ${fields.name} is not filled in, so it takes no part in any flow.`,
      })
    }
  },
}
