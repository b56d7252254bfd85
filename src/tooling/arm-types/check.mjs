import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject, say } from '../project.mjs'

/** Microsoft's own client of the network provider: 74 MB, so it is fetched for this check alone. */
const library = '@azure/arm-network'
const version = '39.0.0'

/** The function names of each type in the library, and the file that holds them. */
const types = {
  'Microsoft.Network/publicIPPrefixes': ['publicIPPrefix', 'network'],
  'Microsoft.Network/publicIPAddresses': ['publicIPAddress', 'common'],
  'Microsoft.Network/networkSecurityGroups': ['networkSecurityGroup', 'common'],
  'Microsoft.Network/routeTables': ['routeTable', 'common'],
  'Microsoft.Network/natGateways': ['natGateway', 'common'],
  'Microsoft.Network/virtualNetworks': ['virtualNetwork', 'common'],
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': ['virtualNetworkPeering', 'common'],
  'Microsoft.Network/loadBalancers': ['loadBalancer', 'common'],
  'Microsoft.Network/networkInterfaces': ['networkInterface', 'common'],
}

/** Which values a field may have, by its name and, where that is not enough, the list that it stands in. */
const values = {
  'loadBalancingRules.protocol': 'KnownTransportProtocol',
  'inboundNatRules.protocol': 'KnownTransportProtocol',
  'inboundNatPools.protocol': 'KnownTransportProtocol',
  'outboundRules.protocol': 'KnownLoadBalancerOutboundRuleProtocol',
  'probes.protocol': 'KnownProbeProtocol',
  'securityRules.protocol': 'KnownSecurityRuleProtocol',
  'tunnelInterfaces.protocol': 'KnownGatewayLoadBalancerTunnelProtocol',
  'tunnelInterfaces.type': 'KnownGatewayLoadBalancerTunnelInterfaceType',
  loadDistribution: 'KnownLoadDistribution',
  noHealthyBackendsBehavior: 'KnownProbeNoHealthyBackendsBehavior',
  access: 'KnownSecurityRuleAccess',
  direction: 'KnownSecurityRuleDirection',
  nextHopType: 'KnownRouteNextHopType',
  privateIPAllocationMethod: 'KnownIPAllocationMethod',
  publicIPAllocationMethod: 'KnownIPAllocationMethod',
  privateIPAddressVersion: 'KnownIPVersion',
  publicIPAddressVersion: 'KnownIPVersion',
  adminState: 'KnownLoadBalancerBackendAddressAdminState',
  syncMode: 'KnownSyncMode',
  tier: 'KnownLoadBalancerSkuTier',
}

async function load() {
  const folder = inProject('.cache', 'arm-types')
  const home = path.join(folder, 'node_modules', library)
  if (!existsSync(path.join(home, 'package.json'))) {
    say(`Fetching ${library} ${version} into .cache`)
    await mkdir(folder, { recursive: true })
    const install = [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]
    const { status } = spawnSync('npm', [...install, `${library}@${version}`], { stdio: 'inherit' })
    if (status !== 0) throw new Error(`${library} could not be fetched: this check needs the npm registry.`)
  }
  const models = path.join(home, 'dist', 'esm', 'models')
  const at = (...parts) => import(pathToFileURL(path.join(...parts)).href)
  return {
    common: await at(models, 'common', 'models.js'),
    network: await at(models, 'network', 'models.js'),
  }
}

/** Where two bodies differ; fields without a value do not count. */
function* differences(given, back, place) {
  if (Array.isArray(given)) {
    for (const [index, item] of given.entries()) yield* differences(item, back?.[index], `${place}[${index}]`)
  } else if (typeof given === 'object' && given !== null) {
    for (const [name, item] of Object.entries(given))
      yield* differences(item, back?.[name], `${place}.${name}`)
  } else if (given !== back) {
    yield back === undefined
      ? `${place}: the library knows no such field`
      : `${place}: ${given} becomes ${back}`
  }
}

/** Values that the library does not list. */
function* strangers(value, known, list, place) {
  if (Array.isArray(value)) {
    for (const item of value) yield* strangers(item, known, list, place)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const allowed = known(`${list}.${name}`) ?? known(name)
      if (allowed && typeof item === 'string' && !allowed.includes(item)) {
        yield `${place}.${name}: ${item} is none of ${allowed.join(', ')}`
      }
      yield* strangers(item, known, Array.isArray(item) ? name : list, `${place}.${name}`)
    }
  }
}

function problemsOf({ type, apiVersion: _, dependsOn: __, name, ...body }, modules) {
  const [model, file] = types[type] ?? []
  if (model === undefined) return undefined
  const read = modules[file][`${model}Deserializer`]
  const write = modules[file][`${model}Serializer`]
  const back = write(read(structuredClone(body)))
  const known = (field) => {
    const list = values[field]
    if (list === undefined) return undefined
    const found = modules.common[list] ?? modules.network[list]
    if (!found) throw new Error(`${library} ${version} has no ${list}.`)
    return Object.values(found)
  }
  return [...differences(body, back, `${type} ${name}`), ...strangers(body, known, '', `${type} ${name}`)]
}

try {
  const modules = await load()
  const goldens = inProject('src', 'core', 'export', '__golden__', 'arm')
  const skipped = new Set()
  let checked = 0
  let wrong = 0
  for (const scenario of (await readdir(goldens)).sort()) {
    const text = await readFile(path.join(goldens, scenario, 'azuredeploy.json'), 'utf8')
    for (const resource of JSON.parse(text).resources) {
      const problems = problemsOf(resource, modules)
      if (!problems) skipped.add(resource.type)
      else checked += 1
      for (const problem of problems ?? []) {
        wrong += 1
        say(`${scenario}: ${problem}`)
      }
    }
  }
  say(`${checked} resources of exported ARM templates went through ${library} ${version}; ${wrong} problems.`)
  if (skipped.size > 0) say(`Not in that library: ${[...skipped].join(', ')}.`)
  process.exitCode = wrong > 0 || checked === 0 ? 1 : 0
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
