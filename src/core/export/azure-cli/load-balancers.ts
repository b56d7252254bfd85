import { givenAddress } from '../azure/given-address.ts'
import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { type Command, type CommandWords, location } from './command.ts'

const onPrefix = (child: ArmObject) => targetAt(objectAt(child, 'properties'), 'publicIPPrefix') !== undefined

/** What `lb create` makes with the load balancer: it takes a public address or a subnet, no prefix. */
function madeWith({ name, properties }: AzureResource, words: CommandWords) {
  const frontends = listAt(properties, 'frontendIPConfigurations')
  const frontend = frontends.find((child) => !onPrefix(child))
  const [pool] = listAt(properties, 'backendAddressPools')
  if (!frontend) {
    const why = frontends.length > 0 ? 'has frontends on public IP prefixes only' : 'has no frontend'
    words.note(
      `The load balancer ${name} ${why}; Azure CLI makes one with a new public address. Delete it afterwards.`,
    )
  }
  if (!pool) words.note(`The load balancer ${name} has no pool; Azure CLI makes one called ${name}bepool.`)
  return { frontend, pool }
}

/** What `lb create` cannot set on the frontend that it makes. */
const needsUpdate = (child: ArmObject) => {
  const of = objectAt(child, 'properties')
  return targetAt(of, 'gatewayLoadBalancer') !== undefined || of.privateIPAddressVersion === 'IPv6'
}

const isGlobal = ({ sku }: AzureResource) => sku?.tier === 'Global'

/** Azure CLI has commands of their own for load balancers across regions. */
const familyOf = (resource: AzureResource) => (isGlobal(resource) ? 'network cross-region-lb' : 'network lb')

/** Commands for a load balancer: `lb create` makes a first frontend and a first pool with it. */
export function loadBalancerCommands(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, name, sku, properties } = resource
  const family = familyOf(resource)
  const isNew = !words.isDeployed(resource)
  const made = isNew ? madeWith(resource, words) : { frontend: undefined, pool: undefined }
  const each = (
    collection: string,
    noun: string,
    options: (of: ArmObject, child: ArmObject) => Command['options'],
  ) =>
    listAt(properties, collection).map(
      (child): Command => ({
        source: child[source] ?? id,
        call: `${family} ${noun} create`,
        options: {
          '--lb-name': name,
          '--name': child.name,
          ...options(objectAt(child, 'properties'), child),
        },
      }),
    )
  const creation: Command = {
    source: id,
    call: `${family} create`,
    options: {
      '--name': name,
      '--location': location,
      ...(isGlobal(resource) ? {} : { '--sku': sku?.name }),
      ...(made.frontend
        ? { '--frontend-ip-name': made.frontend.name, ...createdFrontend(made.frontend, words) }
        : {}),
      '--backend-pool-name': made.pool?.name,
    },
  }
  if (isGlobal(resource) && sku?.name !== 'Standard')
    words.note(`The load balancer ${name} spans regions: Azure CLI makes it with the Standard SKU.`)
  return [
    creation,
    ...listAt(properties, 'frontendIPConfigurations').flatMap((child): Command[] => {
      if (child === made.frontend && !needsUpdate(child)) return []
      return [
        {
          source: child[source] ?? id,
          call: `${family} frontend-ip ${child === made.frontend ? 'update' : 'create'}`,
          options: { '--lb-name': name, '--name': child.name, ...frontend(child, words) },
        },
      ]
    }),
    ...each('backendAddressPools', 'address-pool', () => ({})).filter(
      ({ options }) => options['--name'] !== made.pool?.name,
    ),
    ...addresses(resource, words),
    ...each('probes', 'probe', (of) => ({
      '--protocol': of.protocol,
      '--port': of.port,
      '--path': of.requestPath,
      '--interval': of.intervalInSeconds,
      '--probe-threshold': of.probeThreshold,
      '--number-of-probes': of.numberOfProbes,
    })),
    ...each('loadBalancingRules', 'rule', (of) => ({
      '--frontend-ip': words.nameOf(targetAt(of, 'frontendIPConfiguration')),
      '--backend-pool-name': words.nameOf(targetAt(of, 'backendAddressPool')),
      '--backend-pools-name': targetsAt(of, 'backendAddressPools').flatMap((one) => words.nameOf(one) ?? []),
      '--probe': words.nameOf(targetAt(of, 'probe')),
      '--protocol': of.protocol,
      '--frontend-port': of.frontendPort,
      '--backend-port': of.backendPort,
      '--floating-ip': of.enableFloatingIP,
      '--load-distribution': of.loadDistribution,
      '--idle-timeout': of.idleTimeoutInMinutes,
      '--enable-tcp-reset': of.enableTcpReset,
      ...(isGlobal(resource) ? {} : { '--disable-outbound-snat': of.disableOutboundSnat }),
    })),
    ...each('inboundNatRules', 'inbound-nat-rule', (of) => ({
      '--frontend-ip': words.nameOf(targetAt(of, 'frontendIPConfiguration')),
      '--backend-address-pool': words.nameOf(targetAt(of, 'backendAddressPool')),
      '--protocol': of.protocol,
      '--frontend-port': of.frontendPort,
      '--frontend-port-range-start': of.frontendPortRangeStart,
      '--frontend-port-range-end': of.frontendPortRangeEnd,
      '--backend-port': of.backendPort,
      '--floating-ip': of.enableFloatingIP,
      '--idle-timeout': of.idleTimeoutInMinutes,
      '--enable-tcp-reset': of.enableTcpReset,
    })),
    ...each('inboundNatPools', 'inbound-nat-pool', (of) => ({
      '--frontend-ip': words.nameOf(targetAt(of, 'frontendIPConfiguration')),
      '--protocol': of.protocol,
      '--frontend-port-range-start': of.frontendPortRangeStart,
      '--frontend-port-range-end': of.frontendPortRangeEnd,
      '--backend-port': of.backendPort,
      '--floating-ip': of.enableFloatingIP,
    })),
    ...each('outboundRules', 'outbound-rule', (of) => ({
      '--frontend-ip-configs': targetsAt(of, 'frontendIPConfigurations').flatMap(
        (one) => words.nameOf(one) ?? [],
      ),
      '--address-pool': words.nameOf(targetAt(of, 'backendAddressPool')),
      '--protocol': of.protocol,
      '--outbound-ports': of.allocatedOutboundPorts,
      '--idle-timeout': of.idleTimeoutInMinutes,
      '--enable-tcp-reset': of.enableTcpReset,
    })),
    ...left(resource, words),
  ]
}

/** The address of an internal frontend; a public one has none of its own. */
const privateAddress = (child: ArmObject, of: ArmObject, words: CommandWords): Command['options'] =>
  targetAt(of, 'subnet') === undefined ? {} : { '--private-ip-address': givenAddress(child, of, words.note) }

function createdFrontend(child: ArmObject, words: CommandWords): Command['options'] {
  const of = objectAt(child, 'properties')
  return {
    '--public-ip-address': words.nameOf(targetAt(of, 'publicIPAddress')),
    ...words.subnet(targetAt(of, 'subnet')),
    ...privateAddress(child, of, words),
    '--frontend-ip-zone': child.zones,
  }
}

function frontend(child: ArmObject, words: CommandWords): Command['options'] {
  const of = objectAt(child, 'properties')
  return {
    '--public-ip-address': words.nameOf(targetAt(of, 'publicIPAddress')),
    '--public-ip-prefix': words.nameOf(targetAt(of, 'publicIPPrefix')),
    ...words.subnet(targetAt(of, 'subnet')),
    ...privateAddress(child, of, words),
    '--private-ip-address-version': of.privateIPAddressVersion,
    '--zone': child.zones,
    '--gateway-lb': words.idOf(targetAt(of, 'gatewayLoadBalancer')),
  }
}

function addresses(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, name, properties } = resource
  return listAt(properties, 'backendAddressPools').flatMap((pool) => {
    const of = objectAt(pool, 'properties')
    return listAt(of, 'loadBalancerBackendAddresses').map((entry): Command => {
      const entryOf = objectAt(entry, 'properties')
      return {
        source: pool[source] ?? id,
        call: `${familyOf(resource)} address-pool address add`,
        options: {
          '--lb-name': name,
          '--pool-name': pool.name,
          '--name': entry.name,
          '--ip-address': entryOf.ipAddress,
          '--vnet': words.nameOf(targetAt(entryOf, 'virtualNetwork') ?? targetAt(of, 'virtualNetwork')),
          '--subnet': words.nameOf(targetAt(entryOf, 'subnet')),
          '--frontend-ip': words.idOf(targetAt(entryOf, 'loadBalancerFrontendIPConfiguration')),
          '--admin-state': entryOf.adminState,
        },
      }
    })
  })
}

/** Says what no command of these has an option for. */
function left({ name, properties }: AzureResource, { note }: CommandWords): readonly Command[] {
  const has = (collection: string, field: string) =>
    listAt(properties, collection).some((child) => {
      const value = objectAt(child, 'properties')[field]
      return value !== undefined && !(Array.isArray(value) && value.length === 0)
    })
  const missing = [
    ['probes', 'noHealthyBackendsBehavior'],
    ['loadBalancingRules', 'enableConnectionTracking'],
    ['backendAddressPools', 'syncMode'],
    ['backendAddressPools', 'tunnelInterfaces'],
  ].filter(([collection = '', field = '']) => has(collection, field))
  if (missing.length > 0) {
    note(
      `These commands do not set, on the load balancer ${name}: ${missing.map(([, field]) => field).join(', ')}.`,
    )
  }
  return []
}
