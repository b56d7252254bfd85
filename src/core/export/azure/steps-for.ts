import { changeNotes } from './change-notes.ts'
import type { AzurePlan } from './plan.ts'
import { type Step, stepsSince } from './steps-since.ts'

/** The steps for everything, or for what has changed since the base was deployed. */
export function stepsFor(
  plan: AzurePlan,
  base: AzurePlan | undefined,
  note: (text: string) => void,
): readonly Step[] {
  if (base) {
    for (const text of changeNotes(base, plan)) note(text)
    return stepsSince(base, plan, note)
  }
  return plan.resources.map((resource) => ({ verb: 'put', plan, resource }))
}
