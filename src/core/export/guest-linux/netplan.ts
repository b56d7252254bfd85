import type { Device, GuestPlan } from '../guest/plan.ts'
import { titleOf } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'

const quote = (text: string) => JSON.stringify(text)

function writeDevice(lines: Lines, { addresses, policyRoutes }: GuestPlan, device: Device): void {
  const held = addresses.filter((one) => one.device.name === device.name)
  const routes = policyRoutes.filter((one) => one.device.name === device.name)
  const tables = new Map(routes.map((one) => [`${one.family} ${one.table}`, one]))
  lines.add(`    ${quote(device.name)}:`, device.source)
  if (device.name === 'lo') lines.add('      match:\n        name: lo')
  if (held.length > 0) {
    lines.add('      addresses:')
    for (const { cidr, source } of held) lines.add(`        - ${quote(cidr)}`, source)
  }
  if (routes.length === 0) return
  lines.add('      routes:')
  for (const { family, gateway, table, source } of tables.values()) {
    lines.add(`        - to: ${quote(family === 'IPv6' ? '::/0' : '0.0.0.0/0')}`, source)
    lines.add(
      gateway === undefined
        ? '          scope: link'
        : `          via: ${quote(gateway)}\n          on-link: true`,
      source,
    )
    lines.add(`          table: ${table}`, source)
  }
  lines.add('      routing-policy:')
  for (const { from, family, table, preference, source } of routes) {
    const any = family === 'IPv6' ? '::/0' : '0.0.0.0/0'
    lines.add(`        - from: ${quote(from === 'all' ? any : from)}`, source)
    lines.add(`          table: ${table}\n          priority: ${preference}`, source)
  }
}

/** The interfaces that addresses or routes are written for, each once. */
export function devicesInUse({ addresses, policyRoutes }: GuestPlan): readonly Device[] {
  const all = [...addresses, ...policyRoutes].map(({ device }) => device)
  return [...new Map(all.map((device) => [device.name, device])).values()]
}

/** A netplan file beside that of the image: Ubuntu. */
export function netplan(plan: GuestPlan): Lines {
  const devices = devicesInUse(plan)
  const isDummy = ({ kind, name }: Device) => kind === 'loopback' && name !== 'lo'
  const lines = new Lines()
  lines.add(`# ${titleOf(plan, 'netplan configuration')}
# Apply: save as /etc/netplan/60-floatpath.yaml with mode 600, then: sudo netplan apply`)
  for (const { cidr, device } of plan.addresses) {
    lines.add(`# Check: ip -o addr show dev ${device.name}    must print: ${cidr}`)
  }
  lines.add('# Undo:  sudo rm /etc/netplan/60-floatpath.yaml, then: sudo netplan apply')
  for (const { cidr, device } of plan.addresses) {
    lines.add(
      `#        sudo ip addr del ${cidr} dev ${device.name}    (netplan leaves it until the next restart)`,
    )
  }
  lines.add('network:\n  version: 2')
  for (const [key, group] of [
    ['ethernets', devices.filter((device) => !isDummy(device))],
    ['dummy-devices', devices.filter(isDummy)],
  ] as const) {
    if (group.length === 0) continue
    lines.add(`  ${key}:`)
    for (const device of group) writeDevice(lines, plan, device)
  }
  return lines
}
