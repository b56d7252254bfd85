import type { Resource, TopologyModel } from '../../topology/model.ts'
import { frontendPortOf } from '../endpoints.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { portText } from '../wording.ts'

type Frontend = Resource<'frontendIPConfiguration'>
type Connection = NonNullable<NonNullable<Resource<'virtualMachine'>['guest']>['connections']>[number]

const rulesOf = (model: TopologyModel, frontend: Frontend): readonly InboundRule[] => [
  ...model.rulesOfFrontend(frontend.id),
  ...model.natRulesOfFrontend(frontend.id),
]

function takes(model: TopologyModel, source: InboundRule, { protocol, port }: Connection): boolean {
  if (source.protocol !== 'All' && source.protocol !== protocol) return false
  if (isLoadBalancingRule(source)) return source.frontendPort === 0 || source.frontendPort === port
  if (source.frontendPort === port) return true
  return model.membersOfRule(source).some((member) => frontendPortOf(model, source, member) === port)
}

/** The frontends that a connection calls and nothing answers it at; none where something does. */
function unanswered(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  connection: Connection,
): readonly Frontend[] {
  const { to, port, protocol } = connection
  if (to === undefined || port === undefined || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
  const named = model.find('frontendIPConfiguration', to)
  const frontends = named ? [named] : model.frontendsWithAddress(to)
  const address = model.frontendAddress(frontends[0]?.id)
  const guest = guestOf(model, machine)
  const family = frontends[0] ? model.frontendFamily(frontends[0]) : 'IPv4'
  if (!guest?.firstAddress(guest.egress(address ?? to), family)) return []
  const isMember = frontends.some((frontend) =>
    rulesOf(model, frontend).some((source) =>
      model.membersOfRule(source).some(({ virtualMachine }) => virtualMachine?.id === machine.id),
    ),
  )
  const isLocal = isMember && address !== undefined && guest.accepts(address)
  const isAnswered = isLocal
    ? guest.listens(protocol, address, port) !== undefined
    : frontends.some((frontend) =>
        rulesOf(model, frontend).some((source) => takes(model, source, connection)),
      )
  return isAnswered ? [] : frontends
}

/** A guest calls a frontend on a port that nobody answers. */
export const connectionWithoutRule: LintRule = {
  id: 'connection-without-rule',
  severity: 'error',
  class: 'traffic',
  title: 'A guest calls a frontend on a port that no rule takes',
  why: 'The frontend drops a packet that none of its rules takes. A guest that holds the frontend address itself answers in its own stead, and refuses the call where nothing listens.',
  fix: 'Call a port that a rule of the frontend takes, or add a rule.',
  sources: ['unmatched-packets-vanish'],
  check({ model }, report) {
    for (const machine of model.all('virtualMachine')) {
      for (const [index, connection] of (machine.guest?.connections ?? []).entries()) {
        const [frontend] = unanswered(model, machine, connection)
        if (!frontend) continue
        const { protocol = '', port = 0, name } = connection
        const sources = rulesOf(model, frontend).filter((source) => source.protocol === protocol)
        report({
          resource: machine.id,
          path: `guest.connections.${index}.port`,
          related: [frontend.id],
          message: `${name ?? 'A connection'} of ${machine.name} calls ${portText({ protocol, port })} of ${frontend.name}, which nothing answers.`,
          fixes: () =>
            sources
              .filter(({ frontendPort }) => frontendPort && frontendPort !== port)
              .slice(0, 3)
              .flatMap(({ frontendPort, name: rule }) =>
                fixOf(model, `Call port ${frontendPort} of ${rule} instead`, (draft) =>
                  draft.set(machine.id, `guest.connections.${index}.port`, frontendPort),
                ),
              ),
        })
        break
      }
    }
  },
}
