import { type Fields, text } from './field.ts'
import type { ResourceType } from './resource-type.ts'

/** Everything about one stored type: what it is called, its fields, and what it hangs on. */
export interface ResourceDefinition<T extends ResourceType, F extends Fields> {
  readonly type: T
  /** What a person calls one of them, in the middle of a sentence. */
  readonly noun: string
  readonly plural: string
  /** New ones are called this, with a number where the name is taken. */
  readonly baseName: string
  readonly fields: F & { readonly name: ReturnType<typeof text> }
  /** The field that names what it hangs on: deleting that deletes this too. */
  readonly parent?: keyof F & string
  /** True for what only the guest operating system knows; Azure neither sets nor sees it. */
  readonly inGuest?: boolean
}

/** Declares a resource type. Every type has a name. */
export function defineResource<const T extends ResourceType, const F extends Fields>(
  definition: Omit<ResourceDefinition<T, F>, 'fields'> & { readonly fields: F },
): ResourceDefinition<T, F> {
  return { ...definition, fields: { name: text('Name', { required: true }), ...definition.fields } }
}
