import {
  findFrontendRule,
  frontendsCalled,
  matchFrontendRule,
} from '../../../core/simulator/frontend-rules.ts'
import type { BackendReachability } from '../../../core/simulator/summary.ts'
import type { Flow } from '../../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { flowsOf, resultOf } from '../../store/derived.ts'

type Call = Extract<Flow, { readonly kind: 'inbound' | 'routed' }>

/** Whether a call is meant for a rule: it takes it, or it would if no other rule took it before. */
function isFor(document: TopologyDocument, ruleId: string, flow: Call): boolean {
  const model = resolve(document)
  if (flow.kind === 'routed') {
    return resultOf(document, flow).traces.some(({ hops }) =>
      hops.some(({ resource }) => resource === ruleId),
    )
  }
  const rule = findFrontendRule(model, ruleId)
  const frontends = frontendsCalled(model, flow.to)
  if (!frontends.some(({ id }) => id === rule?.frontendIPConfiguration)) return false
  const taken = matchFrontendRule(model, frontends, flow.protocol, flow.port)?.frontendRule
  return taken?.id === ruleId || (rule?.frontendPort === flow.port && rule.protocol === flow.protocol)
}

/** The flow behind a cell of the grid: from a client through a rule, and the backend at which to look. */
export function cellFlow(
  document: TopologyDocument,
  ruleId: string,
  client: string,
  { virtualMachine, verdict, reason }: Pick<BackendReachability, 'virtualMachine' | 'verdict' | 'reason'>,
): Flow | undefined {
  const calls = flowsOf(document).filter(
    (flow): flow is Call =>
      (flow.kind === 'inbound' || flow.kind === 'routed') &&
      flow.from === client &&
      isFor(document, ruleId, flow),
  )
  const here = (flow: Call) => resultOf(document, flow).traces.filter((one) => one.backend === virtualMachine)
  const same = calls.find((flow) =>
    here(flow).some((one) => one.verdict === verdict && one.reason === reason),
  )
  const chosen = same ?? calls.find((flow) => here(flow).length > 0)
  if (chosen) return chosen
  // A backend that is not healthy gets none of the packets: it is asked for by name.
  return calls[0] && { ...calls[0], backend: virtualMachine }
}
