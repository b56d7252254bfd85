import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { everyInboundOf } from './global-inbounds.ts'
import type { LintContext } from './lint-rule.ts'

/** What lint rules may look at in a document. */
export function contextOf(document: TopologyDocument): LintContext {
  const model = resolve(document)
  return {
    document,
    model,
    entries: model.entries,
    get inbounds() {
      return everyInboundOf(model)
    },
  }
}
