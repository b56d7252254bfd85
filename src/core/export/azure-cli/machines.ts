import { givenAddress } from '../azure/given-address.ts'
import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { type Command, type CommandWords, location, Variable } from './command.ts'

/** What `nic create` calls the IP configuration that it makes. */
const madeName = 'ipconfig1'

const addressOptions = (child: ArmObject, words: CommandWords): Command['options'] => {
  const of = objectAt(child, 'properties')
  return {
    ...words.subnet(targetAt(of, 'subnet')),
    '--private-ip-address': givenAddress(child, of, words.note),
    '--private-ip-address-version': of.privateIPAddressVersion,
    '--public-ip-address': words.nameOf(targetAt(of, 'publicIPAddress')),
  }
}

/** Commands for a network interface; its first IP configuration is made with it. */
export function interfaceCommands(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, name, properties } = resource
  const all = listAt(properties, 'ipConfigurations')
  const isNew = !words.isDeployed(resource)
  const [first, ...others] = all
  const more = isNew ? others : all
  if (isNew && first && first.name !== madeName) {
    words.note(
      `Azure CLI calls the first IP configuration of ${name} ${madeName}, not ${String(first.name)}.`,
    )
  }
  return [
    {
      source: id,
      call: 'network nic create',
      options: {
        '--name': name,
        '--location': location,
        ...(isNew && first ? addressOptions(first, words) : {}),
        '--network-security-group': words.nameOf(targetAt(properties, 'networkSecurityGroup')),
        '--ip-forwarding': properties.enableIPForwarding,
      },
    },
    ...more.map((child): Command => {
      return {
        source: child[source] ?? id,
        call: 'network nic ip-config create',
        options: {
          '--nic-name': name,
          '--name': child.name,
          ...addressOptions(child, words),
        },
      }
    }),
  ]
}

/** Commands that put a network interface, created or there already, into pools and behind NAT rules. */
export function membershipCommands(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, name, properties, exists } = resource
  return listAt(properties, 'ipConfigurations').flatMap((child, index) => {
    const of = objectAt(child, 'properties')
    const add =
      (call: string, option: string) =>
      (target: string): Command => ({
        source: child[source] ?? id,
        call: `network nic ip-config ${call} add`,
        options: {
          '--nic-name': name,
          '--ip-config-name': index === 0 && !exists && !words.isDeployed(resource) ? madeName : child.name,
          '--lb-name': words.nameOf(words.plan.places.get(target)?.root),
          [option]: words.nameOf(target),
        },
      })
    return [
      ...targetsAt(of, 'loadBalancerBackendAddressPools').map(add('address-pool', '--address-pool')),
      ...targetsAt(of, 'loadBalancerInboundNatRules').map(add('inbound-nat-rule', '--inbound-nat-rule')),
    ]
  })
}

/** The command for a machine. */
export function machineCommands(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, name, zones, properties } = resource
  const image = objectAt(objectAt(properties, 'storageProfile'), 'imageReference')
  const os = objectAt(properties, 'osProfile')
  const interfaces = targetsAt(objectAt(properties, 'networkProfile'), 'networkInterfaces')
  return [
    {
      source: id,
      call: 'vm create',
      options: {
        '--name': name,
        '--location': location,
        '--zone': zones,
        '--nics': interfaces.flatMap((one) => words.nameOf(one) ?? []),
        '--image': [image.publisher, image.offer, image.sku, image.version].join(':'),
        '--size': objectAt(properties, 'hardwareProfile').vmSize,
        '--computer-name': os.computerName,
        '--admin-username': os.adminUsername,
        '--admin-password': new Variable('ADMIN_PASSWORD'),
      },
    },
  ]
}
