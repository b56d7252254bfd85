import * as z from 'zod/mini'
import type { FieldKind, Fields } from './field.ts'

// The page's content security policy forbids compiling code at run time, which zod tries by default.
z.config({ jitless: true })

/** What the parser accepts in a field: its type only, so that values Azure would refuse are kept and reported. */
export function fieldSchema(value: FieldKind): z.ZodMiniType {
  switch (value.kind) {
    case 'integer':
      return z.number()
    case 'boolean':
      return z.boolean()
    case 'choice':
      return typeof value.options[0] === 'number' ? z.number() : z.string()
    case 'portOrAny':
      return z.union([z.number(), z.literal('*')])
    case 'list':
      return z.array(fieldSchema(value.item.value))
    case 'object':
      return fieldsSchema(value.fields)
    default:
      return z.string()
  }
}

/** The schema of an object that has these fields, all of them optional, and keeps others. */
export function fieldsSchema(fields: Fields): z.ZodMiniType<Record<string, unknown>> {
  const shape: Record<string, z.ZodMiniType> = {}
  for (const [name, { value }] of Object.entries(fields)) shape[name] = z.optional(fieldSchema(value))
  return z.looseObject(shape)
}
