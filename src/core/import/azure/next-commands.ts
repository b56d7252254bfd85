import type { ResourceType } from '../../topology/resource-type.ts'
import type { NextCommand } from '../importer.ts'
import { groupOf, instanceOf } from './azure-ids.ts'
import { namesGroup } from './scopes.ts'
import type { Stranger } from './strangers.ts'

const listed: readonly (readonly [types: readonly ResourceType[], command: string, brings: string])[] = [
  [
    ['loadBalancer', 'backendAddressPool', 'frontendIPConfiguration', 'inboundNatRule'],
    'lb list',
    'load balancers',
  ],
  [['networkInterface', 'ipConfiguration'], 'nic list', 'NICs with their addresses'],
  [['virtualNetwork', 'subnet'], 'vnet list', 'virtual networks and subnets'],
  [['networkSecurityGroup'], 'nsg list', 'network security groups'],
  [['publicIPAddress'], 'public-ip list', 'public IP addresses'],
  [['publicIPPrefix'], 'public-ip prefix list', 'public IP prefixes'],
  [['routeTable'], 'route-table list', 'route tables'],
  [['natGateway'], 'nat gateway list', 'NAT gateways'],
]

/** A word for a shell: Azure allows parentheses in the names of resource groups. */
const shellWord = (text: string) => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", '')}'`)

/** The commands that print what an import refers to and does not describe. `idOf` gives the document's ids. */
export function nextCommands(
  strangers: Iterable<Stranger>,
  idOf: (azureId: string) => string | undefined,
): readonly NextCommand[] {
  const commands = new Map<string, { command: string; brings: string; waitsFor: string[] }>()
  const ask = (command: string, brings: string, id: string | undefined) => {
    // Azure writes one resource group in several casings.
    const key = command.toLowerCase()
    const entry = commands.get(key) ?? { command, brings, waitsFor: [] }
    if (id !== undefined) entry.waitsFor.push(id)
    commands.set(key, entry)
  }
  for (const { type, id } of strangers) {
    const group = groupOf(id)
    const where = `-g ${group === undefined || !namesGroup(id) ? 'RESOURCE_GROUP' : shellWord(group)}`
    const own = idOf(id)
    const instance = instanceOf(id)
    if (instance) {
      const set = shellWord(instance.scaleSet)
      ask(`az vmss nic list ${where} --vmss-name ${set} -o json`, 'NICs of the scale set', own)
      continue
    }
    for (const [types, command, brings] of listed) {
      if (types.includes(type)) ask(`az network ${command} ${where} -o json`, brings, own)
      // A NIC that is not known hides its subnet and its security group.
      if (type === 'networkInterface' && (command === 'vnet list' || command === 'nsg list'))
        ask(`az network ${command} ${where} -o json`, brings, own)
    }
  }
  return [...commands.values()]
}
