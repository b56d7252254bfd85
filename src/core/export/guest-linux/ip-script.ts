import { forwardRule } from '../guest/nftables.ts'
import type { GuestPlan, PolicyRoute, Service } from '../guest/plan.ts'
import { remarksOn, titleOf, writeShellScript } from '../guest/shell-script.ts'
import { sysctlsOf } from '../guest/sysctls.ts'
import { Lines } from '../text/lines.ts'

const helpers = `# What undo has to put back: only what this script changed.
state=\${FLOATPATH_STATE:-/run/floatpath-guest}
remember() { printf '%s\\n' "$*" >>"$state"; }

add_link() { # DEVICE
  if ! ip link show dev "$1" >/dev/null 2>&1; then
    ip link add name "$1" type dummy
    ip link set dev "$1" up
    remember link "$1"
  fi
}

add_address() { # ADDRESS LENGTH DEVICE
  if ! ip -o addr show dev "$3" to "$1" | grep -qF -e "/$2 "; then
    ip addr add "$1/$2" dev "$3"
    remember address "$1/$2" "$3"
  fi
}

add_route() { # FAMILY TABLE ROUTE...
  family=$1
  table=$2
  shift 2
  if [ -z "$(ip "$family" route show table "$table" default 2>/dev/null)" ]; then
    ip "$family" route add default "$@" table "$table"
    remember route "$family" "$table"
  fi
}

add_rule() { # FAMILY FROM TABLE PREFERENCE
  if ! ip "$1" rule show from "$2" table "$3" | grep -q "^$4:"; then
    ip "$1" rule add from "$2" lookup "$3" pref "$4"
    remember rule "$1" "$2" "$3" "$4"
  fi
}

set_value() { # PATH VALUE
  before=$(cat "/proc/sys/net/$1")
  if [ "$before" != "$2" ]; then
    printf '%s\\n' "$2" >"/proc/sys/net/$1"
    remember value "$1" "$before"
  fi
}

take_back() { # KIND VALUES...
  case $1 in
    link) ip link del dev "$2" ;;
    address) ip addr del "$2" dev "$3" ;;
    route) ip "$2" route del default table "$3" ;;
    rule) ip "$2" rule del from "$3" lookup "$4" pref "$5" ;;
    value) printf '%s\\n' "$3" >"/proc/sys/net/$2" ;;
  esac
}`

const flag = ({ family }: PolicyRoute) => (family === 'IPv6' ? '-6' : '-4')

/** Policy routes by one NIC share a table with one route in it. */
function oneForEachTable(policyRoutes: readonly PolicyRoute[]): readonly PolicyRoute[] {
  return [...new Map(policyRoutes.map((one) => [`${one.family} ${one.table}`, one])).values()]
}

function routeWords({ gateway, family, device }: PolicyRoute): string {
  if (gateway === undefined) return `dev ${device.name}`
  return `via ${gateway} dev ${device.name}${family === 'IPv4' ? ' onlink' : ''}`
}

function serviceCheck({ protocol, port, address }: Service): string {
  const option = protocol === 'Tcp' ? '-lnt' : '-lnu'
  const bound = address?.includes(':') ? `[${address}]` : (address ?? '')
  return `  expect ${bound === '' ? `:${port}` : `'${bound}:${port}'`} ss -H ${option} 'sport = :${port}'`
}

/** Whether there is anything that the script would do. */
export function needsScript(plan: GuestPlan): boolean {
  const { addresses, policyRoutes, portForwards } = plan
  return addresses.length + policyRoutes.length + portForwards.length + sysctlsOf(plan).length > 0
}

/** A shell script that configures the guest until its next restart. */
export function ipScript(plan: GuestPlan): Lines {
  const { addresses, policyRoutes, portForwards, services, fileName } = plan
  const lines = new Lines()
  const sysctls = sysctlsOf(plan)
  const links = addresses.filter(({ device }) => device.kind === 'loopback' && device.name !== 'lo')
  writeShellScript(lines, {
    title: titleOf(plan, 'Guest configuration'),
    about: [
      'It lasts until the next restart; the cloud-init file runs it at every start.',
      ...remarksOn(plan),
    ],
    fileName: `${fileName}.sh`,
    helpers,
    apply: () => {
      for (const { device } of new Map(links.map((one) => [one.device.name, one])).values()) {
        lines.add(`  add_link ${device.name}`, device.source)
      }
      for (const { address, cidr, device, source } of addresses) {
        lines.add(`  add_address ${address} ${cidr.slice(cidr.indexOf('/') + 1)} ${device.name}`, source)
      }
      for (const { path, value, source } of sysctls) lines.add(`  set_value ${path} ${value}`, source)
      for (const route of oneForEachTable(policyRoutes)) {
        lines.add(`  add_route ${flag(route)} ${route.table} ${routeWords(route)}`, route.source)
      }
      for (const route of policyRoutes) {
        const { from, table, preference, source } = route
        lines.add(`  add_rule ${flag(route)} ${from} ${table} ${preference}`, source)
      }
      if (portForwards.length === 0) return
      lines.add(`  nft -f - <<'END'
table inet floatpath
delete table inet floatpath
table inet floatpath {
  chain forwards {
    type nat hook prerouting priority -100; policy accept;`)
      for (const forward of portForwards) lines.add(`    ${forwardRule(forward)}`, plan.machine.id)
      lines.add('  }\n}\nEND')
    },
    check: () => {
      for (const { cidr, device, source } of addresses) {
        lines.add(`  expect '${cidr} ' ip -o addr show dev ${device.name}`, source)
      }
      for (const { path, value, source } of sysctls) {
        lines.add(`  expect ${value} cat /proc/sys/net/${path}`, source)
      }
      for (const route of oneForEachTable(policyRoutes)) {
        const { table, device, source } = route
        lines.add(`  expect 'dev ${device.name}' ip ${flag(route)} route show table ${table} default`, source)
      }
      for (const route of policyRoutes) {
        const { from, table, source } = route
        lines.add(`  expect 'lookup ${table}' ip ${flag(route)} rule show from ${from}`, source)
      }
      for (const forward of portForwards) {
        const { address, port } = forward
        lines.add(
          `  expect 'daddr ${address} ${forward.protocol.toLowerCase()} dport ${port} ' nft -nn list table inet floatpath`,
        )
      }
      for (const service of services) {
        if (service.address !== undefined) {
          lines.add(
            '  # A UDP service for any address would answer from the address of the NIC.',
            service.source,
          )
        }
        lines.add(serviceCheck(service), service.source)
      }
    },
    undo: () => {
      if (portForwards.length > 0) lines.add('  nft delete table inet floatpath 2>/dev/null || true')
      lines.add(`  [ -f "$state" ] || return 0
  # The last change first.
  sed '1!G;h;$!d' "$state" | while read -r change; do
    # shellcheck disable=SC2086 # words are meant to be split: no value holds a space
    take_back $change || printf 'Could not take back: %s\\n' "$change" >&2
  done
  rm -f "$state"`)
    },
  })
  return lines
}
