import { type AddressFamily, addressBits, formatAddress, parsePrefix } from '../../topology/address.ts'
import type { ExportFile } from '../exporter.ts'
import { acceptRule } from '../guest/nftables.ts'
import type { FirewallEntry, GuestPlan } from '../guest/plan.ts'
import { titleOf, writeShellScript } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'

const protocolsOf = ({ protocol }: FirewallEntry) =>
  protocol === '*' ? ['tcp', 'udp'] : [protocol.toLowerCase()]

/** The words of a ufw rule, one rule for each protocol. */
function ufwRules(entry: FirewallEntry): string[] {
  const { port, localAddress, remotePrefix, device } = entry
  return protocolsOf(entry).map((protocol) =>
    [
      'allow in',
      ...(device ? [`on ${device.name}`] : []),
      `proto ${protocol} from ${remotePrefix ?? 'any'} to ${localAddress ?? 'any'}`,
      ...(port === '*' ? [] : [`port ${port}`]),
    ].join(' '),
  )
}

/** ufw shows a prefix of one address as the address, one of IPv4 without its host bits, one of all as `any`. */
function ufwPrefix(text: string | undefined): string | undefined {
  const prefix = parsePrefix(text)
  if (!prefix) return undefined
  const { family, length } = prefix
  const value = family === 'IPv4' ? prefix.first : prefix.address
  if (length === 0 && value === 0n) return undefined
  const address = formatAddress({ family, value })
  return length === addressBits(family) ? address : `${address}/${length}`
}

/** What `ufw show added` prints for each of the rules above, in ufw's own order of words. */
function shownByUfw(entry: FirewallEntry): string[] {
  const { port, device } = entry
  const from = ufwPrefix(entry.remotePrefix)
  const to = ufwPrefix(entry.localAddress)
  return protocolsOf(entry).map((protocol) => {
    if (!device && !from && !to && port !== '*') return `allow ${port}/${protocol}`
    const ends = [
      ...(from ? [`from ${from}`] : []),
      ...(to || port !== '*' ? [`to ${to ?? 'any'}`] : []),
      ...(port === '*' ? [] : [`port ${port}`]),
    ]
    return [
      'allow',
      ...(device ? [`in on ${device.name}`] : []),
      ...(!device && ends.length === 0 ? ['to any'] : ends),
      `proto ${protocol}`,
    ].join(' ')
  })
}

const ufwHelper = `added() { # RULE...: prints the rule where ufw has exactly this one; its comment does not count
  ufw show added | sed "s/ comment '.*'$//" | grep -xF -e "ufw $*"
}`

function ufw(plan: GuestPlan): Lines {
  const lines = new Lines()
  writeShellScript(lines, {
    title: titleOf(plan, 'Firewall rules (ufw)'),
    about: [
      plan.firewallOn
        ? 'The diagram has the firewall on: allow your way in, then run "ufw enable" yourself.'
        : 'The rules count once ufw is on; the diagram has no firewall on.',
      'Undo removes these rules, whoever added them.',
    ],
    fileName: `${plan.fileName}.ufw.sh`,
    helpers: ufwHelper,
    apply: () => {
      for (const entry of plan.firewall)
        for (const one of ufwRules(entry)) lines.add(`  ufw ${one}`, entry.source)
    },
    check: () => {
      for (const entry of plan.firewall) {
        for (const one of shownByUfw(entry)) lines.add(`  expect 'ufw ${one}' added ${one}`, entry.source)
      }
    },
    undo: () => {
      for (const entry of plan.firewall) {
        for (const one of ufwRules(entry)) lines.add(`  ufw --force delete ${one} || true`, entry.source)
      }
    },
  })
  return lines
}

/** The options of firewalld for an entry: a port, or a rich rule where it says more. */
function firewalldOptions(
  entry: FirewallEntry,
): { readonly kind: 'port' | 'rich-rule'; readonly value: string }[] {
  const { port, family, localAddress, remotePrefix } = entry
  return protocolsOf(entry).map((protocol) => {
    if (port !== '*' && family === undefined) return { kind: 'port', value: `${port}/${protocol}` }
    const parts = [
      'rule',
      ...(family ? [`family="${ipName(family)}"`] : []),
      ...(remotePrefix === undefined ? [] : [`source address="${remotePrefix}"`]),
      ...(localAddress === undefined ? [] : [`destination address="${localAddress}"`]),
      port === '*' ? `protocol value="${protocol}"` : `port port="${port}" protocol="${protocol}"`,
      'accept',
    ]
    return { kind: 'rich-rule', value: `'${parts.join(' ')}'` }
  })
}

const ipName = (family: AddressFamily) => (family === 'IPv4' ? 'ipv4' : 'ipv6')

function firewalld(plan: GuestPlan): Lines {
  const lines = new Lines()
  const write = (entry: FirewallEntry, verb: 'add' | 'remove' | 'query') => {
    const zone = entry.device ? ` --zone="$(firewall-cmd --get-zone-of-interface=${entry.device.name})"` : ''
    for (const { kind, value } of firewalldOptions(entry)) {
      const command = `firewall-cmd${verb === 'query' ? '' : ' --permanent'}${zone} --${verb}-${kind}=${value}`
      lines.add(`  ${verb === 'query' ? `expect yes ${command}` : command}`, entry.source)
    }
  }
  writeShellScript(lines, {
    title: titleOf(plan, 'Firewall rules (firewalld)'),
    about: [
      'Packets arrive at the NIC, so the zone of the NIC decides: the default zone unless a rule names an interface.',
      'Undo removes these rules, whoever added them.',
    ],
    fileName: `${plan.fileName}.firewalld.sh`,
    apply: () => {
      for (const entry of plan.firewall) write(entry, 'add')
      lines.add('  firewall-cmd --reload')
    },
    check: () => {
      for (const entry of plan.firewall) write(entry, 'query')
    },
    undo: () => {
      for (const entry of plan.firewall) write(entry, 'remove')
      lines.add('  firewall-cmd --reload')
    },
  })
  return lines
}

function nftables(plan: GuestPlan): Lines {
  const lines = new Lines()
  lines.add(`# ${titleOf(plan, 'Firewall (nftables)')}
# What is not listed here is dropped, your own way in too: add it first.
# Apply: sudo nft -f ${plan.fileName}.nft    To keep it: include the file in /etc/nftables.conf.
# Check: sudo nft list table inet floatpath_firewall    must print the rules below
# Undo:  sudo nft delete table inet floatpath_firewall
table inet floatpath_firewall
delete table inet floatpath_firewall
table inet floatpath_firewall {
  chain received {
    type filter hook input priority 0; policy drop;
    iifname "lo" accept
    ct state established,related accept
    meta l4proto ipv6-icmp accept`)
  for (const entry of plan.firewall) lines.add(`    ${acceptRule(entry)}`, entry.source)
  lines.add('  }\n}')
  return lines
}

/** The guest's firewall for each of the usual tools. The whole one for nftables only where the diagram has it on. */
export function firewallFiles(plan: GuestPlan): ExportFile[] {
  const { fileName, firewall, firewallOn } = plan
  if (firewall.length === 0 && !firewallOn) return []
  return [
    ...(firewall.length > 0
      ? [
          ufw(plan).file(`${fileName}.ufw.sh`, 'shell'),
          firewalld(plan).file(`${fileName}.firewalld.sh`, 'shell'),
        ]
      : []),
    ...(firewallOn ? [nftables(plan).file(`${fileName}.nft`, 'text')] : []),
  ]
}
