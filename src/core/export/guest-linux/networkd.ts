import type { ExportFile } from '../exporter.ts'
import type { Device, GuestPlan } from '../guest/plan.ts'
import { titleOf } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'
import { devicesInUse } from './netplan.ts'

function networkFile(plan: GuestPlan, device: Device): Lines {
  const { addresses, policyRoutes } = plan
  const held = addresses.filter((one) => one.device.name === device.name)
  const routes = policyRoutes.filter((one) => one.device.name === device.name)
  const isNic = device.kind === 'nic'
  const place = isNic
    ? `/etc/systemd/network/FILE.d/60-floatpath.conf, where FILE is the name of the file that "networkctl status ${device.name}" shows`
    : `/etc/systemd/network/60-floatpath-${device.name}.network`
  const lines = new Lines()
  lines.add(`# ${titleOf(plan, `systemd-networkd configuration of ${device.name}`)}
# Apply: save as ${place}, then: sudo networkctl reload`)
  for (const { cidr } of held) lines.add(`# Check: ip -o addr show dev ${device.name}    must print: ${cidr}`)
  lines.add('# Undo:  remove the file, then: sudo networkctl reload')
  for (const { cidr } of held) lines.add(`#        sudo ip addr del ${cidr} dev ${device.name}`)
  if (!isNic) lines.add(`[Match]\nName=${device.name}\n`, device.source)
  for (const { cidr, source } of held) lines.add(`[Address]\nAddress=${cidr}\n`, source)
  const tables = new Map(routes.map((one) => [`${one.family} ${one.table}`, one]))
  for (const { family, gateway, table, source } of tables.values()) {
    lines.add(`[Route]\nDestination=${family === 'IPv6' ? '::/0' : '0.0.0.0/0'}`, source)
    if (gateway !== undefined) lines.add(`Gateway=${gateway}\nGatewayOnLink=yes`, source)
    lines.add(`Table=${table}\n`, source)
  }
  for (const { from, family, table, preference, source } of routes) {
    lines.add('[RoutingPolicyRule]', source)
    lines.add(from === 'all' ? `Family=${family === 'IPv6' ? 'ipv6' : 'ipv4'}` : `From=${from}`, source)
    lines.add(`Table=${table}\nPriority=${preference}\n`, source)
  }
  return lines
}

/** Files of systemd-networkd: one for each interface, and one that makes an adapter which is not `lo`. */
export function networkd(plan: GuestPlan): ExportFile[] {
  return devicesInUse(plan).flatMap((device) => {
    const files = [networkFile(plan, device).file(`${plan.fileName}.${device.name}.network`, 'ini')]
    if (device.kind === 'nic' || device.name === 'lo') return files
    const netdev = new Lines()
    netdev.add(`# Save as /etc/systemd/network/60-floatpath-${device.name}.netdev`)
    netdev.add(`[NetDev]\nName=${device.name}\nKind=dummy`, device.source)
    return [netdev.file(`${plan.fileName}.${device.name}.netdev`, 'ini'), ...files]
  })
}
