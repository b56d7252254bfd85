import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming, plural, portText } from '../wording.ts'

type Frontend = Resource<'frontendIPConfiguration'>
type Balancing = Resource<'loadBalancingRule'>

/** A global load balancer does not take this UDP port. */
const refusedUdpPort = 3

const isGlobal = (model: TopologyModel, loadBalancer: string | undefined) =>
  model.find('loadBalancer', loadBalancer)?.tier === 'Global'

/** The regional frontends that a global rule sends to. */
function regionalFrontends(model: TopologyModel, balancing: Balancing): readonly Frontend[] {
  return model
    .poolsOf(balancing)
    .flatMap(({ loadBalancerBackendAddresses = [] }) => loadBalancerBackendAddresses)
    .flatMap(
      (entry) => model.find('frontendIPConfiguration', entry.loadBalancerFrontendIPConfiguration) ?? [],
    )
}

/** Frontend ports of a regional frontend's rules for a protocol. */
function portsOf(model: TopologyModel, frontend: Frontend, protocol: string | undefined): readonly number[] {
  return model
    .rulesOfFrontend(frontend.id)
    .filter((one) => one.protocol === protocol)
    .flatMap(({ frontendPort }) => frontendPort ?? [])
}

interface Misfits {
  readonly otherVersion: readonly Frontend[]
  readonly otherPort: readonly Frontend[]
  readonly refusedPort: boolean
}

function misfits(model: TopologyModel, balancing: Balancing, regional: readonly Frontend[]): Misfits {
  const { protocol, frontendPort, backendPort } = balancing
  const frontend = model.find('frontendIPConfiguration', balancing.frontendIPConfiguration)
  const family = frontend && model.frontendFamily(frontend)
  return {
    otherVersion: family ? regional.filter((one) => model.frontendFamily(one) !== family) : [],
    otherPort:
      backendPort === undefined
        ? []
        : regional.filter((one) => !portsOf(model, one, protocol).includes(backendPort)),
    refusedPort: protocol === 'Udp' && (frontendPort === refusedUdpPort || backendPort === refusedUdpPort),
  }
}

function sentencesOf({ name, protocol, backendPort = 0 }: Balancing, found: Misfits): readonly string[] {
  const names = (frontends: readonly Frontend[]) => naming(frontends.map((one) => one.name))
  return [
    ...(found.refusedPort
      ? [`${name} uses UDP port ${refusedUdpPort}, which a global load balancer does not take.`]
      : []),
    ...(found.otherVersion.length > 0
      ? [
          `${name} mixes IPv4 and IPv6: ${names(found.otherVersion)} ${plural(found.otherVersion.length, 'has', 'have')} the other version.`,
        ]
      : []),
    ...(found.otherPort.length > 0
      ? [
          `${name} sends to ${portText({ protocol: protocol ?? '', port: backendPort })}, for which ${names(found.otherPort)} ${plural(found.otherPort.length, 'has', 'have')} no rule.`,
        ]
      : []),
  ]
}

/** What a global load balancer does not take, or its regions do not answer. */
export const globalRuleInvalid: LintRule = {
  id: 'global-rule-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'A global load balancer has a frontend or rule that it cannot have',
  why: 'A global load balancer sends from public frontends to public frontends of regional load balancers, of one IP version, and its backend port is the frontend port of their rules. Azure refuses private frontends and UDP port 3; at a port without a regional rule nothing is answered.',
  fix: 'Use public frontends of one IP version, and the regional frontend port as the backend port.',
  sources: ['global-rules-are-public', 'global-backend-port-is-regional-frontend-port'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration')) {
      if (!isGlobal(model, frontend.loadBalancer) || model.frontendKind(frontend) !== 'internal') continue
      report({
        resource: frontend.id,
        path: 'subnet',
        message: `${frontend.name} is an internal frontend, but ${model.nameOf(frontend.loadBalancer ?? '')} is a global load balancer, whose frontends are public.`,
      })
    }
    for (const balancing of model.all('loadBalancingRule')) {
      if (!isGlobal(model, balancing.loadBalancer)) continue
      const regional = regionalFrontends(model, balancing)
      const found = misfits(model, balancing, regional)
      const sentences = sentencesOf(balancing, found)
      if (sentences.length === 0) continue
      const onlyPort = found.otherVersion.length === 0 && !found.refusedPort
      report({
        resource: balancing.id,
        path: onlyPort ? 'backendPort' : found.refusedPort ? 'frontendPort' : 'frontendIPConfiguration',
        related: [...found.otherVersion, ...found.otherPort].map(({ id }) => id),
        message: sentences.join(' '),
        fixes: () => {
          const [first, ...others] = regional.map((one) => portsOf(model, one, balancing.protocol))
          const common = (first ?? []).filter((port) => others.every((ports) => ports.includes(port)))
          return !onlyPort
            ? []
            : [...new Set(common)]
                .slice(0, 3)
                .flatMap((port) =>
                  fixOf(model, `Send to port ${port} of the regions`, (draft) =>
                    draft.set(balancing.id, 'backendPort', port),
                  ),
                )
        },
      })
    }
  },
}
