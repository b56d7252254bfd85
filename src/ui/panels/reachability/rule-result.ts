import {
  type RuleReachability,
  reachabilityByClient,
  reachabilityOfRule,
} from '../../../core/simulator/summary.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'

/** How a rule fares with a client, or with the one that gets the fewest answers. Nobody, where that client cannot call it. */
export function ruleResult(
  document: TopologyDocument,
  ruleId: string,
  client: string | null,
): RuleReachability {
  const found =
    client === null
      ? reachabilityOfRule(document, ruleId)
      : reachabilityByClient(document, ruleId).find((one) => one.client === client)
  return found ?? { ruleId, answered: 0, unknown: 0, total: 0, perBackend: [] }
}
