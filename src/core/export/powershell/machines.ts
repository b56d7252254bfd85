import { givenAddress } from '../azure/given-address.ts'
import type { AzureResource } from '../azure/plan.ts'
import { listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { powershellString } from '../text/quote.ts'
import {
  call,
  Expression,
  groupName,
  idOf,
  idsOf,
  objectsOf,
  type Parameters,
  put,
  type Words,
} from './cmdlet.ts'

/** Writes a network interface with its IP configurations. */
export function writeInterface({ name, properties }: AzureResource, { plan, lines, note }: Words): void {
  lines.add('$ipConfigurations = @()')
  for (const child of listAt(properties, 'ipConfigurations')) {
    const of = objectAt(child, 'properties')
    const parameters = {
      Name: child.name,
      Primary: of.primary,
      SubnetId: idOf(plan, targetAt(of, 'subnet')),
      PrivateIpAddress: givenAddress(child, of, note),
      PrivateIpAddressVersion: of.privateIPAddressVersion,
      PublicIpAddressId: idOf(plan, targetAt(of, 'publicIPAddress')),
      LoadBalancerBackendAddressPoolId: idsOf(plan, targetsAt(of, 'loadBalancerBackendAddressPools')),
      LoadBalancerInboundNatRuleId: idsOf(plan, targetsAt(of, 'loadBalancerInboundNatRules')),
    }
    lines.from(child[source], () =>
      call(lines, 'New-AzNetworkInterfaceIpConfig', parameters, { before: '$ipConfigurations += ' }),
    )
  }
  put(lines, 'New-AzNetworkInterface', {
    Name: name,
    IpConfiguration: new Expression('$ipConfigurations'),
    NetworkSecurityGroupId: idOf(plan, targetAt(properties, 'networkSecurityGroup')),
    EnableIPForwarding: properties.enableIPForwarding,
  })
}

const lists = [
  ['loadBalancerBackendAddressPools', 'LoadBalancerBackendAddressPools', 'PSBackendAddressPool'],
  ['loadBalancerInboundNatRules', 'LoadBalancerInboundNatRules', 'PSInboundNatRule'],
] as const

/** What a network interface that exists is a member of, as PowerShell. */
export function membershipsOf(
  { properties }: AzureResource,
  { plan }: Pick<Words, 'plan'>,
): readonly string[] {
  return listAt(properties, 'ipConfigurations').flatMap((child) =>
    lists.flatMap(([field, list, type]) =>
      objectsOf(plan, type, targetsAt(objectAt(child, 'properties'), field)).map(
        ({ text }) => `${powershellString(String(child.name))} '${list}' ${text}`,
      ),
    ),
  )
}

/** The functions that change what a network interface that exists is a member of. */
export const membershipFunctions = [
  'function Add-Membership($Interface, [string]$IpConfiguration, [string]$List, $Item) {',
  '    $held = ($Interface.IpConfigurations | Where-Object Name -EQ $IpConfiguration).$List',
  '    if (@($held | Where-Object Id -EQ $Item.Id).Count -eq 0) { $held.Add($Item) }',
  '}',
  '',
  'function Remove-Membership($Interface, [string]$IpConfiguration, [string]$List, $Item) {',
  '    $held = ($Interface.IpConfigurations | Where-Object Name -EQ $IpConfiguration).$List',
  '    foreach ($one in @($held | Where-Object Id -EQ $Item.Id)) { $held.Remove($one) | Out-Null }',
  '}',
].join('\n')

/** Writes which pools and NAT rules a network interface that exists comes to or leaves; the rest of it stays. */
export function writeMemberships(
  verb: 'Add' | 'Remove',
  name: string,
  memberships: readonly string[],
  { lines }: Pick<Words, 'lines'>,
): void {
  call(
    lines,
    'Get-AzNetworkInterface',
    { ResourceGroupName: groupName, Name: name },
    { before: '$networkInterface = ' },
  )
  for (const one of memberships) lines.add(`${verb}-Membership $networkInterface ${one}`)
  lines.add('Set-AzNetworkInterface -NetworkInterface $networkInterface | Out-Null')
}

/** Writes a machine. Azure does not write over one, so it is only made where there is none. */
export function writeMachine({ name, zones, properties }: AzureResource, { plan, lines }: Words): void {
  const image = objectAt(objectAt(properties, 'storageProfile'), 'imageReference')
  const os = objectAt(properties, 'osProfile')
  const isWindows = image.publisher === 'MicrosoftWindowsServer'
  const interfaces = idsOf(plan, targetsAt(objectAt(properties, 'networkProfile'), 'networkInterfaces'))
  const machine = new Expression('$machine')
  const set = (cmdlet: string, parameters: Parameters) =>
    call(lines, cmdlet, { VM: machine, ...parameters }, { after: ' | Out-Null' })
  lines.add(`if ($machines -notcontains ${powershellString(name)}) {`).indented(() => {
    call(
      lines,
      'New-AzVMConfig',
      { VMName: name, VMSize: objectAt(properties, 'hardwareProfile').vmSize, Zone: zones },
      { before: '$machine = ' },
    )
    set('Set-AzVMOperatingSystem', {
      [isWindows ? 'Windows' : 'Linux']: true,
      ComputerName: os.computerName,
      Credential: new Expression('$credential'),
    })
    set('Set-AzVMSourceImage', {
      PublisherName: image.publisher,
      Offer: image.offer,
      Skus: image.sku,
      Version: image.version,
    })
    set('Set-AzVMOSDisk', { CreateOption: 'FromImage', DeleteOption: 'Delete' })
    interfaces.forEach((id, index) => {
      set('Add-AzVMNetworkInterface', { Id: id, Primary: index === 0 })
    })
    // Without this, the cmdlet makes a storage account for it.
    lines.add('$machine | Set-AzVMBootDiagnostic -Disable | Out-Null')
    call(
      lines,
      'New-AzVM',
      { ResourceGroupName: groupName, Location: new Expression('$location'), VM: machine },
      { after: ' | Out-Null' },
    )
  })
  lines.add('}')
}
