import type { TopologyDocument } from '../topology/document.ts'
import { isClusterAddress, resolve, type TopologyModel } from '../topology/model.ts'
import { guestOf, ownsAddress } from './guest.ts'
import type { Flow, FlowResult, ProbeFlow, Trace } from './trace.ts'

/** Whether a probe should be up at a VM: not where it watches only cluster addresses that another VM holds. */
function shouldBeUp(model: TopologyModel, { probe, virtualMachine }: ProbeFlow): boolean {
  const machine = model.find('virtualMachine', virtualMachine)
  const using = model
    .all('loadBalancingRule')
    .filter((one) => one.probe === probe)
    .filter((one) => model.membersOfRule(one).some((member) => member.virtualMachine?.id === virtualMachine))
  if (using.length === 0 || !machine) return true
  return using.some(({ frontendIPConfiguration }) => {
    const frontend = model.find('frontendIPConfiguration', frontendIPConfiguration)
    if (!isClusterAddress(frontend)) return true
    const address = model.frontendAddress(frontendIPConfiguration)
    return address !== undefined && ownsAddress(guestOf(model, machine), address)
  })
}

function answersOf(model: TopologyModel, flow: Flow, { verdict }: Trace): 'yes' | 'no' | 'unknown' {
  if (verdict === 'unknown') return 'unknown'
  if (flow.kind === 'probe') return verdict === 'up' || !shouldBeUp(model, flow) ? 'yes' : 'no'
  return verdict === 'delivered' || verdict === 'delivered-locally' ? 'yes' : 'no'
}

/** Whether every trace of a flow is answered; `unknown` where the document does not say and nothing fails. */
export function isAnswered(
  document: Pick<TopologyDocument, 'resources'>,
  { flow, traces }: FlowResult,
): 'yes' | 'no' | 'unknown' {
  const model = resolve(document)
  const answers = traces.map((trace) => answersOf(model, flow, trace))
  if (answers.includes('no')) return 'no'
  return answers.length === 0 || answers.includes('unknown') ? 'unknown' : 'yes'
}
