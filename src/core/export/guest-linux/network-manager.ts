import type { AddressFamily } from '../../topology/address.ts'
import type { Device, GuestPlan } from '../guest/plan.ts'
import { titleOf, writeShellScript } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'
import { devicesInUse } from './netplan.ts'

const helpers = `# The profile that a NIC uses now.
profile_of() { nmcli -g GENERAL.CONNECTION device show "$1"; }

add_value() { # DEVICE PROPERTY VALUE
  profile=$(profile_of "$1")
  if ! nmcli -g "$2" connection show "$profile" | tr -d '\\134' | grep -qF -e "$3"; then
    nmcli connection modify "$profile" "+$2" "$3"
    nmcli device reapply "$1"
  fi
}

remove_value() { # DEVICE PROPERTY VALUE
  profile=$(profile_of "$1")
  nmcli connection modify "$profile" "-$2" "$3" || true
  nmcli device reapply "$1"
}`

const key = (family: AddressFamily) => (family === 'IPv6' ? 'ipv6' : 'ipv4')

/** NetworkManager leaves lo alone before version 1.42, so addresses for it go on a dummy adapter. */
const adapterName = ({ name }: Device) => (name === 'lo' ? 'floatpath0' : name)

interface Value {
  readonly device: Device
  readonly property: string
  readonly value: string
  readonly source: string
}

/** What is added to profiles that exist. */
function nicValues({ addresses, policyRoutes }: GuestPlan): Value[] {
  const routes = new Map(policyRoutes.map((one) => [`${one.family} ${one.table}`, one]))
  return [
    ...addresses
      .filter(({ device }) => device.kind === 'nic')
      .map(({ device, family, cidr, source }) => ({
        device,
        property: `${key(family)}.addresses`,
        value: cidr,
        source,
      })),
    ...[...routes.values()].map(({ device, family, gateway, table, source }) => ({
      device,
      property: `${key(family)}.routes`,
      value: `${family === 'IPv6' ? '::/0' : '0.0.0.0/0'}${gateway === undefined ? '' : ` ${gateway}`} table=${table}`,
      source,
    })),
    ...policyRoutes.map(({ device, family, from, table, preference, source }) => ({
      device,
      property: `${key(family)}.routing-rules`,
      value: `priority ${preference} from ${from === 'all' ? (family === 'IPv6' ? '::/0' : '0.0.0.0/0') : from} table ${table}`,
      source,
    })),
  ]
}

/** A script for NetworkManager: RHEL and its kin. It survives a restart. */
export function networkManager(plan: GuestPlan): Lines {
  const adapters = devicesInUse(plan).filter(({ kind }) => kind === 'loopback')
  const values = nicValues(plan)
  const held = ({ name }: Device, family: AddressFamily) =>
    plan.addresses.filter((one) => one.device.name === name && one.family === family)
  const lines = new Lines()
  writeShellScript(lines, {
    title: titleOf(plan, 'NetworkManager configuration'),
    about: [
      'It survives a restart. Addresses for lo are put on a dummy adapter, which every version can manage.',
    ],
    fileName: `${plan.fileName}.networkmanager.sh`,
    ...(values.length > 0 ? { helpers } : {}),
    apply: () => {
      for (const device of adapters) {
        const name = adapterName(device)
        lines.add(`  if ! nmcli connection show ${name} >/dev/null 2>&1; then`, device.source)
        lines.add(`    nmcli connection add type dummy ifname ${name} con-name ${name} \\`, device.source)
        const settings = (['IPv4', 'IPv6'] as const).map((family) => {
          const cidrs = held(device, family).map(({ cidr }) => cidr)
          if (cidrs.length === 0) return `      ${key(family)}.method disabled`
          return `      ${key(family)}.method manual ${key(family)}.addresses ${cidrs.join(',')}`
        })
        lines.add(`${settings.join(' \\\n')}\n  fi\n  nmcli connection up ${name}`, device.source)
      }
      for (const { device, property, value, source } of values) {
        lines.add(`  add_value ${device.name} ${property} '${value}'`, source)
      }
    },
    check: () => {
      for (const { device, cidr, source } of plan.addresses) {
        const name = device.kind === 'loopback' ? adapterName(device) : device.name
        lines.add(`  expect '${cidr} ' ip -o addr show dev ${name}`, source)
      }
      for (const { family, from, table, source } of plan.policyRoutes) {
        lines.add(
          `  expect 'lookup ${table}' ip ${family === 'IPv6' ? '-6' : '-4'} rule show from ${from}`,
          source,
        )
      }
    },
    undo: () => {
      for (const { device, property, value, source } of [...values].reverse()) {
        lines.add(`  remove_value ${device.name} ${property} '${value}'`, source)
      }
      for (const device of adapters) {
        lines.add(`  nmcli connection delete ${adapterName(device)} || true`, device.source)
      }
    },
  })
  return lines
}
