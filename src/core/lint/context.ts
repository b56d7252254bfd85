import type { TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { keepCrowd } from './crowd.ts'
import { keepGuests } from './guest.ts'
import type { GuestEdit } from './guest-edit.ts'
import { inboundsOf, keepInbounds } from './inbound.ts'
import type { LintContext, Scope } from './lint-rule.ts'
import { keepOddEntries } from './odd-entries.ts'
import { keepJudged } from './probe-state.ts'

/** What lint rules may look at in a document. */
export function contextOf(document: TopologyDocument): LintContext {
  const model = resolve(document)
  return {
    document,
    model,
    entries: model.entries,
    get inbounds() {
      return inboundsOf(model)
    },
  }
}

/** What lint rules may look at after an edit inside a guest. */
export interface ContextAfterEdit {
  readonly context: LintContext
  /** The same with only those inbounds and entries that the edit touches. */
  readonly touched: LintContext
  /** Whether findings of lint rules with a scope about a resource may be others than before. */
  isTouched(scope: Scope, resource: string): boolean
}

/** Makes the context of a document from the model before an edit: what the edit does not touch is taken over. */
export function contextAfter(
  { id, virtualMachine }: GuestEdit,
  before: TopologyModel,
  document: TopologyDocument,
): ContextAfterEdit {
  const context = contextOf(document)
  const { model } = context
  keepCrowd(before, model)
  keepJudged(before, model)
  keepOddEntries(before, model, id)
  keepGuests(before, model, virtualMachine)
  const inbounds = keepInbounds(before, model, virtualMachine)
  const sources = new Set<string>(inbounds.map(({ source }) => source.id))
  return {
    context,
    touched: { document, model, inbounds, entries: model.entries.filter((entry) => entry.id === id) },
    isTouched: (scope, resource) => (scope === 'entry' ? resource === id : sources.has(resource)),
  }
}
