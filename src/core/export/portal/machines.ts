import type { AzureResource } from '../azure/plan.ts'
import { listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { heading, onOff, step, type Words } from './step.ts'

/** Writes the steps of a network interface: the portal makes it with its first IP configuration. */
export function writeInterface({ id, name, properties }: AzureResource, { plan, lines }: Words): void {
  const placeOf = (target: string | undefined) => plan.places.get(target ?? '')?.names.join(' / ')
  lines.gap().from(id, () => {
    heading(lines, `Network interface ${name}`)
    const [first] = listAt(properties, 'ipConfigurations')
    step(lines, 'Network interfaces › Create', [
      ['Name', name],
      ['Virtual network and subnet', placeOf(targetAt(objectAt(first, 'properties'), 'subnet'))],
    ])
    step(lines, 'IP configurations', [['Enable IP forwarding', onOff(properties.enableIPForwarding)]])
    for (const child of listAt(properties, 'ipConfigurations')) {
      const of = objectAt(child, 'properties')
      lines.from(child[source], () =>
        step(lines, `IP configurations › ${child === first ? '' : 'Add '}${String(child.name)}`, [
          ['Name', child.name],
          ['IP version', of.privateIPAddressVersion],
          ['Type', of.primary === true ? 'Primary' : 'Secondary'],
          ['Allocation', of.privateIPAllocationMethod],
          ['Private IP address', of.privateIPAddress],
          ['Subnet', placeOf(targetAt(of, 'subnet'))],
          ['Public IP address', placeOf(targetAt(of, 'publicIPAddress'))],
        ]),
      )
    }
    step(lines, 'Network security group', [
      ['Network security group', placeOf(targetAt(properties, 'networkSecurityGroup')) ?? 'None'],
    ])
  })
}

/** Writes the steps of a machine. The portal makes an interface of its own with it, which the diagram's replace. */
export function writeMachine({ id, name, zones, properties }: AzureResource, { plan, lines }: Words): void {
  const image = objectAt(objectAt(properties, 'storageProfile'), 'imageReference')
  const interfaces = targetsAt(objectAt(properties, 'networkProfile'), 'networkInterfaces')
  lines.gap().from(id, () => {
    heading(lines, `Virtual machine ${name}`)
    step(lines, 'Virtual machines › Create', [
      ['Virtual machine name', name],
      ['Availability zone', zones],
      ['Image', [image.publisher, image.offer, image.sku].join(' ')],
      ['Size', objectAt(properties, 'hardwareProfile').vmSize],
      ['Username', objectAt(properties, 'osProfile').adminUsername],
    ])
    step(lines, 'Stop the machine, then Networking › Attach network interface', [
      ['Attach', interfaces.flatMap((one) => plan.places.get(one)?.name ?? [])],
      ['Detach', 'the interface that the portal made with the machine'],
    ])
  })
}
