import type { Json } from '../keys.ts'

/** A resource as Azure writes it, whatever format it came in. */
export interface AzureResource {
  /** `Microsoft.Network/loadBalancers` and so on, in any casing. */
  readonly type: string
  /** Azure's id, in any casing. */
  readonly id: string
  /** Its name where that is another than the last part of its id. */
  readonly name?: string
  /** Its JSON, with or without the `properties` level. */
  readonly body: Json
  /** Whether its JSON lists all of its children, as that of an existing resource does. */
  readonly isWhole?: boolean
  /** The condition it depends on, where that could not be evaluated. */
  readonly condition?: string
}
