import type { AzureResource } from '../azure/plan.ts'
import { listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { type Block, Expression } from './block.ts'
import { groupAndLocation, labelOf, type TerraformWords } from './words.ts'

/** The block of a network interface and of its security group. */
export function interfaceBlocks(resource: AzureResource, words: TerraformWords): readonly Block[] {
  const { id, name, properties } = resource
  const securityGroup = targetAt(properties, 'networkSecurityGroup')
  return [
    {
      head: words.head(id),
      source: id,
      set: { name, ...groupAndLocation, ip_forwarding_enabled: properties.enableIPForwarding },
      blocks: listAt(properties, 'ipConfigurations').map((child) => {
        const of = objectAt(child, 'properties')
        return {
          head: 'ip_configuration',
          ...(child[source] === undefined ? {} : { source: child[source] }),
          set: {
            name: child.name,
            primary: of.primary,
            subnet_id: words.idOf(targetAt(of, 'subnet')),
            private_ip_address: of.privateIPAddress,
            private_ip_address_allocation: of.privateIPAllocationMethod,
            private_ip_address_version: of.privateIPAddressVersion,
            public_ip_address_id: words.idOf(targetAt(of, 'publicIPAddress')),
          },
        }
      }),
    },
    ...(securityGroup === undefined
      ? []
      : [
          {
            head: `resource "azurerm_network_interface_security_group_association" "${labelOf(id)}"`,
            source: id,
            set: {
              network_interface_id: words.idOf(id),
              network_security_group_id: words.idOf(securityGroup),
            },
          },
        ]),
  ]
}

/** What puts a network interface into pools and behind NAT rules. Both may exist or be created. */
export function membershipBlocks({ id, properties }: AzureResource, words: TerraformWords): readonly Block[] {
  return listAt(properties, 'ipConfigurations').flatMap((child) => {
    const own = child[source] ?? ''
    const of = objectAt(child, 'properties')
    const base = { network_interface_id: words.idOf(id), ip_configuration_name: child.name }
    const associate =
      (type: string, argument: string) =>
      (target: string): Block => ({
        head: `resource "azurerm_network_interface_${type}_association" "${labelOf(own)}__${labelOf(target)}"`,
        source: own,
        set: { ...base, [argument]: words.idOf(target) },
      })
    return [
      ...targetsAt(of, 'loadBalancerBackendAddressPools').map(
        associate('backend_address_pool', 'backend_address_pool_id'),
      ),
      ...targetsAt(of, 'loadBalancerInboundNatRules').map(associate('nat_rule', 'nat_rule_id')),
    ]
  })
}

/** The block of a machine. */
export function machineBlocks(resource: AzureResource, words: TerraformWords): readonly Block[] {
  const { id, name, zones, properties } = resource
  const image = objectAt(objectAt(properties, 'storageProfile'), 'imageReference')
  const os = objectAt(properties, 'osProfile')
  const isWindows = image.publisher === 'MicrosoftWindowsServer'
  const interfaces = listAt(objectAt(properties, 'networkProfile'), 'networkInterfaces')
  return [
    {
      head: words.head(id, `azurerm_${isWindows ? 'windows' : 'linux'}_virtual_machine`),
      source: id,
      set: {
        name,
        computer_name: os.computerName,
        ...groupAndLocation,
        zone: zones?.[0],
        size: objectAt(properties, 'hardwareProfile').vmSize,
        admin_username: os.adminUsername,
        admin_password: new Expression('var.admin_password'),
        disable_password_authentication: isWindows ? undefined : false,
        network_interface_ids: targetsAt({ interfaces }, 'interfaces').flatMap(
          (one) => words.idOf(one) ?? [],
        ),
      },
      blocks: [
        { head: 'os_disk', set: { caching: 'ReadWrite', storage_account_type: 'StandardSSD_LRS' } },
        {
          head: 'source_image_reference',
          set: {
            publisher: image.publisher,
            offer: image.offer,
            sku: image.sku,
            version: image.version,
          },
        },
      ],
    },
  ]
}
