import { addressOfCidr } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fullSubnet, subnetFor } from '../bring-along.ts'
import { freeName } from '../names.ts'
import { ownerOfType } from '../owners.ts'
import type { Creator } from './creator.ts'

type SecurityRule = NonNullable<Resource<'networkSecurityGroup'>['securityRules']>[number]

const lastPriority = 4096

/** What load-balancing and NAT rules send into a subnet or to a NIC, as the group sees it: after the load balancer. */
function allowRules(model: TopologyModel, owner: string): readonly SecurityRule[] {
  const rules = new Map<string, SecurityRule & { readonly destinationAddressPrefixes: readonly string[] }>()
  for (const used of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
    const frontend = model.find('frontendIPConfiguration', used.frontendIPConfiguration)
    const members = model
      .membersOfRule(used)
      .filter(({ networkInterface, subnet }) => networkInterface?.id === owner || subnet?.id === owner)
    if (!frontend || members.length === 0 || used.backendPort === undefined) continue
    const source = model.frontendKind(frontend) === 'public' ? 'Internet' : 'VirtualNetwork'
    const protocol = used.protocol === 'Tcp' || used.protocol === 'Udp' ? used.protocol : '*'
    const port = used.backendPort === 0 ? '*' : String(used.backendPort)
    const seen = used.enableFloatingIP
      ? [model.frontendAddress(frontend.id)]
      : members.map(({ address }) => address)
    const addresses = seen.map((address) => (address === undefined ? '*' : addressOfCidr(address)))
    const name = `Allow-${source}-${protocol === '*' ? 'Any' : protocol}-${port === '*' ? 'Any' : port}`
    const known = rules.get(name)
    if (!known && 100 + rules.size * 10 > lastPriority) continue
    rules.set(name, {
      name,
      priority: known?.priority ?? 100 + rules.size * 10,
      direction: 'Inbound',
      access: 'Allow',
      protocol,
      sourceAddressPrefixes: [source],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: [...new Set([...(known?.destinationAddressPrefixes ?? []), ...addresses])],
      destinationPortRanges: [port],
    })
  }
  return [...rules.values()].map((one) =>
    one.destinationAddressPrefixes.includes('*') ? { ...one, destinationAddressPrefixes: ['*'] } : one,
  )
}

/** A security group on a subnet or NIC that lets through what the rules of the diagram send there. */
export const createNetworkSecurityGroup: Creator = (draft, drop) => {
  const model = draft.model()
  const machine = model.find('virtualMachine', drop.owner)
  const networkInterface =
    ownerOfType(model, drop.owner, 'networkInterface') ?? (machine && model.interfacesOf(machine.id)[0])
  const target = networkInterface?.id ?? subnetFor(draft, drop)
  if (target === undefined) return fullSubnet(draft, undefined)
  const holder = draft.model().find('networkInterface', target) ?? draft.model().find('subnet', target)
  const present = draft.model().find('networkSecurityGroup', holder?.networkSecurityGroup)
  if (!holder || present) {
    return {
      refusal: `${holder?.name} has the security group ${present?.name} already, and Azure allows one. Add security rules to it, or remove it first.`,
    }
  }
  const name = freeName(draft.document(), 'networkSecurityGroup', `nsg-${holder.name}`)
  const created = draft.add('networkSecurityGroup', {
    name,
    securityRules: allowRules(draft.model(), target),
  })
  draft.set(target, 'networkSecurityGroup', created)
  return { created, label: `Add security group ${name} to ${holder.name}` }
}
