import type { Inbound } from './inbound.ts'
import { isLoadBalancingRule } from './inbound-rule.ts'

/** Whether somebody can mean to call a rule: a load-balancing rule of one port names it, with TCP or UDP. */
export function isCallable({ source, haPorts }: Pick<Inbound, 'source' | 'haPorts'>): boolean {
  if (haPorts || !isLoadBalancingRule(source)) return true
  return Boolean(source.frontendPort) && (source.protocol === 'Tcp' || source.protocol === 'Udp')
}
