import { writeShellScript } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'
import { oneLine } from '../text/one-line.ts'
import type { ClusterResource } from './cluster-plan.ts'

const helpers = `# Red Hat brings pcs, SUSE crm.
if command -v pcs >/dev/null 2>&1; then
  has() { pcs resource config "$1" >/dev/null 2>&1; }
  add() { # SLUG ADDRESS LENGTH PORT
    has "nc_$1" || pcs resource create "nc_$1" azure-lb port="$4" op monitor timeout=20s interval=10s --group "g_ip_$1"
    has "vip_$1" || pcs resource create "vip_$1" IPaddr2 ip="$2" cidr_netmask="$3" op monitor timeout=20s interval=10s --group "g_ip_$1"
  }
  show() { pcs resource config "$1"; }
  remove() { if has "$1"; then pcs resource delete "$1"; fi; }
else
  has() { crm configure show "$1" >/dev/null 2>&1; }
  add() { # SLUG ADDRESS LENGTH PORT
    has "nc_$1" || crm configure primitive "nc_$1" azure-lb params port="$4" op monitor timeout=20s interval=10
    has "vip_$1" || crm configure primitive "vip_$1" IPaddr2 params ip="$2" cidr_netmask="$3" op monitor timeout=20 interval=10
    has "g_ip_$1" || crm configure group "g_ip_$1" "nc_$1" "vip_$1" meta resource-stickiness=3000
  }
  show() { crm configure show "$1"; }
  remove() {
    if has "$1"; then
      crm resource stop "$1"
      crm configure delete "$1"
    fi
  }
fi`

/** A script for Pacemaker: run on one node, it counts for all. */
export function pacemakerScript(resources: readonly ClusterResource[]): Lines {
  const lines = new Lines()
  writeShellScript(lines, {
    title: 'Cluster addresses for Azure Load Balancer floating IP (Pacemaker), written by Floatpath.',
    about: [
      'Run it on one node. Put none of these addresses on a loopback adapter: the cluster moves them.',
      'Undo removes the resources of these names, whoever created them.',
      ...resources.map(
        ({ frontend, address, port, members }) =>
          `${oneLine(frontend.name)}: ${address}, probe port ${port}, nodes ${members.join(', ')}`,
      ),
    ],
    fileName: 'pacemaker.sh',
    helpers,
    apply: () => {
      for (const { frontend, slug, address, family, port } of resources) {
        lines.add(`  add ${slug} ${address} ${family === 'IPv6' ? 128 : 32} ${port}`, frontend.id)
      }
    },
    check: () => {
      for (const { frontend, slug, address, port } of resources) {
        lines.add(`  expect ${port} show nc_${slug}`, frontend.id)
        lines.add(`  expect ${address} show vip_${slug}`, frontend.id)
      }
      lines.add('  # On the node that owns an address, and there only:')
      for (const { frontend, address, port } of resources) {
        lines.add(`  #   ip -o addr show    must print: ${address}/`, frontend.id)
        lines.add(`  #   ss -H -lnt 'sport = :${port}'    must print: :${port}`, frontend.id)
      }
    },
    undo: () => {
      for (const { frontend, slug } of [...resources].reverse()) {
        lines.add(`  remove vip_${slug}\n  remove nc_${slug}`, frontend.id)
      }
    },
  })
  return lines
}
