import type { Field, Fields } from './field.ts'
import { limits } from './limits.ts'
import { resourceTypeNames } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

const object = (properties: { readonly [name: string]: JsonSchema }, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
})

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function typeSchema({ value }: Field<unknown>): JsonSchema {
  switch (value.kind) {
    case 'integer':
      return { type: 'number' }
    case 'boolean':
      return { type: 'boolean' }
    case 'choice':
      // Any other text or number passes, as in the parser: editors offer what we know, newer values are kept.
      return { anyOf: [{ enum: value.options }, { type: typeof value.options[0] }] }
    case 'portOrAny':
      return { anyOf: [{ type: 'number' }, { const: '*' }] }
    case 'list':
      return { type: 'array', items: fieldSchema(value.item) }
    case 'object':
      return object(fieldSchemas(value.fields))
    default:
      return { type: 'string' }
  }
}

/** What a field may hold beyond its type, in words. */
function meaning({ value, help }: Field<unknown>): string | undefined {
  const parts = help === undefined ? [] : [help]
  if (value.kind === 'integer') {
    const unit = value.unit === undefined ? '' : ` ${value.unit}`
    parts.push(`${value.minimum} to ${value.maximum}${unit}.`)
  }
  if (value.kind === 'reference') {
    parts.push(`An id such as ${value.to.map((type) => `${type}/name`).join(' or ')}.`)
  }
  if (value.kind === 'address') parts.push('An IPv4 or IPv6 address.')
  if (value.kind === 'prefix') parts.push('A prefix such as 10.0.0.0/24.')
  if (value.kind === 'addressWithLength')
    parts.push('An address with its prefix length, such as 10.0.0.100/32.')
  if (value.kind === 'addressOrFrontend') parts.push('An address, or the id of a frontendIPConfiguration.')
  if (value.kind === 'securityPrefix') parts.push('A prefix, an address, * or a service tag.')
  if (value.kind === 'portRange') parts.push('Such as 80, 80-90 or *.')
  return parts.length === 0 ? undefined : parts.join(' ')
}

function fieldSchema(field: Field<unknown>): JsonSchema {
  const description = meaning(field)
  return {
    title: field.label,
    ...(description === undefined ? {} : { description }),
    ...(field.fallback === undefined ? {} : { default: field.fallback }),
    ...typeSchema(field),
  }
}

function fieldSchemas(fields: Fields): { readonly [name: string]: JsonSchema } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]))
}

const unresolved = {
  description: 'Fields that could not be evaluated when they were imported, with their text.',
  type: 'object',
  additionalProperties: { type: 'string' },
}

const between = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum })

const layoutEntry = object(
  {
    x: between(-limits.layout.coordinate, limits.layout.coordinate),
    y: between(-limits.layout.coordinate, limits.layout.coordinate),
    width: between(0, limits.layout.extent),
    height: between(0, limits.layout.extent),
    collapsed: { type: 'boolean' },
    identity: { type: 'number', description: 'The colour and mark of a frontend.' },
  },
  ['x', 'y'],
)

const suppression = object(
  { rule: { type: 'string' }, resource: { type: 'string' }, reason: { type: 'string' } },
  ['rule', 'resource', 'reason'],
)

function resourceSchema(type: (typeof resourceTypeNames)[number]): JsonSchema {
  const { noun, fields } = resourceDefinitions[type]
  return { title: capitalized(noun), ...object({ ...fieldSchemas(fields), unresolved }, ['name']) }
}

/** The JSON Schema of a document. It accepts what the parser accepts, and tells editors what fields there are. */
export function topologySchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Floatpath diagram',
    description:
      'An Azure Load Balancer with floating IP: what Azure is told, and under “guest” what it never sees.',
    ...object(
      {
        $schema: { type: 'string' },
        version: { const: 1 },
        name: { type: 'string' },
        resources: {
          description:
            'Every thing of the diagram by its id, <type>/<name>. Nothing in them depends on the layout.',
          type: 'object',
          maxProperties: limits.resources,
          patternProperties: Object.fromEntries(
            resourceTypeNames.map((type) => [
              `^${type}/[a-z0-9]+(-[a-z0-9]+)*$`,
              { $ref: `#/$defs/${type}` },
            ]),
          ),
          additionalProperties: false,
        },
        layout: {
          description: 'Where things stand on the canvas, by their ids.',
          type: 'object',
          additionalProperties: { $ref: '#/$defs/layoutEntry' },
        },
        suppressions: {
          description: 'Findings that somebody decided to live with.',
          type: 'array',
          items: { $ref: '#/$defs/suppression' },
        },
      },
      ['version', 'name', 'resources'],
    ),
    $defs: {
      ...Object.fromEntries(resourceTypeNames.map((type) => [type, resourceSchema(type)])),
      layoutEntry,
      suppression,
    },
  }
}
