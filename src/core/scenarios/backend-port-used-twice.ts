import { patch } from '../topology/document.ts'
import { onePortForEachSite } from './one-port-for-each-site.ts'
import type { Scenario } from './scenario.ts'

const title = 'Two sites on one backend port without floating IP'

/** What Azure refuses: both rules would reach the guest at the same address and port. */
export const backendPortUsedTwice: Scenario = {
  id: 'backend-port-used-twice',
  title,
  about:
    'Without floating IP two rules of one pool cannot share a backend port; Azure refuses the deployment.',
  document: patch({ ...onePortForEachSite.document, name: title }, 'loadBalancingRule/http-b', {
    backendPort: 80,
  }),
  flows: [],
  refusedWith: ['RulesUseSameBackendPortProtocolAndPool'],
}
