import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { demandOf, prepareMember } from '../member-edits.ts'

const usualPort = 443

/** Ports of the services of a rule's members, rather not those for probes; without any the usual one. */
function servedPorts(model: TopologyModel, one: Resource<'loadBalancingRule'>): readonly number[] {
  const isProbed = new Set(model.all('probe').map(({ port }) => port))
  const protocol = one.protocol === 'Udp' ? 'Udp' : 'Tcp'
  const ports = model
    .membersOfRule(one)
    .flatMap(({ virtualMachine }) => (virtualMachine ? model.listenersOf(virtualMachine.id) : []))
    .flatMap((service) => (service.protocol === protocol && service.port ? service.port : []))
  const all = [...new Set(ports)]
  const served = all.filter((port) => !isProbed.has(port))
  const known = served.length > 0 ? served : all
  return known.length > 0 ? known.slice(0, 2) : [usualPort]
}

/** An HA ports rule has protocol All and both ports 0, or it is none. */
export const haPortsIncomplete: LintRule = {
  id: 'ha-ports-incomplete',
  severity: 'error',
  class: 'deployment',
  title: 'A rule is half an HA ports rule',
  why: 'Protocol All goes with both ports 0, and port 0 with protocol All. Azure refuses anything between.',
  fix: 'Set protocol All and both ports 0, or one protocol and two ports.',
  sources: ['ha-ports-form'],
  check({ model }, report) {
    for (const loadBalancingRule of model.all('loadBalancingRule')) {
      const { id, name, protocol, frontendPort, backendPort } = loadBalancingRule
      const half = protocol === 'All' || frontendPort === 0 || backendPort === 0
      if (!half || isHaPorts(loadBalancingRule)) continue
      const port = frontendPort || backendPort || undefined
      report({
        resource: id,
        path: protocol === 'All' ? 'frontendPort' : frontendPort === 0 ? 'frontendPort' : 'backendPort',
        message: `${name} has protocol ${protocol ?? 'not set'} with the ports ${frontendPort ?? 'not set'} and ${backendPort ?? 'not set'}, which is half an HA ports rule, so Azure refuses it.`,
        fixes: () => [
          ...(port === undefined ? servedPorts(model, loadBalancingRule) : [port]).flatMap((one) =>
            fixOf(model, `Balance one port: ${protocol === 'Udp' ? 'UDP' : 'TCP'} ${one}`, (draft) => {
              if (protocol !== 'Udp') draft.set(id, 'protocol', 'Tcp')
              if (!frontendPort) draft.set(id, 'frontendPort', one)
              if (!backendPort) draft.set(id, 'backendPort', one)
              const demand = { ...demandOf(model, loadBalancingRule), port: backendPort || one }
              const asked = { ...demand, protocol: protocol === 'Udp' ? 'Udp' : 'Tcp' }
              for (const member of model.membersOfRule(loadBalancingRule)) prepareMember(draft, asked, member)
            }),
          ),
          ...(model.loadBalancerKind(loadBalancingRule.loadBalancer) === 'public'
            ? []
            : fixOf(model, 'Balance every port: HA ports', (draft) => {
                draft.set(id, 'protocol', 'All')
                draft.set(id, 'frontendPort', 0)
                draft.set(id, 'backendPort', 0)
              })),
        ],
      })
    }
  },
}
