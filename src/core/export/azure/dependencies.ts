import type { AzurePlan, AzureResource } from './plan.ts'
import { isMachine } from './steps-since.ts'
import { referencesIn } from './value.ts'

/** Which resources of the plan must be there before this one. */
export function dependenciesOf(plan: AzurePlan, resource: AzureResource): readonly string[] {
  const created = new Set(plan.resources.map(({ id }) => id))
  const roots = referencesIn(resource.properties).flatMap(({ id }) => plan.places.get(id)?.root ?? [])
  if (resource.parent !== undefined) roots.unshift(resource.parent)
  return [...new Set(roots)].filter((id) => id !== resource.id && created.has(id))
}

/** Whether the person who deploys must give a password. */
export function needsPassword(plan: AzurePlan): boolean {
  return plan.resources.some(isMachine)
}
