import { exporters } from '../../core/export/index.ts'
import { piecesOf } from '../../core/import/test-pieces.ts'
import { siteTemplate } from '../../core/import/test-templates.ts'
import { toBase64url } from '../../core/permalink/base64url.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { seal } from '../../core/permalink/envelope.ts'
import { encodeView } from '../../core/permalink/view-state.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { below, bytes, mutateJson, mutateText, pick, type Random } from './mutate.ts'

/** The documents that hostile ones are made of. */
export const documents = scenarios.map(({ document }) => document)
/** Whole links, some with a view. */
export const links = documents.flatMap((document) => {
  const link = encodeLink(document)
  const view = encodeView({ step: 3, theme: 'dark', view: { x: 1, y: 2, zoom: 1 } })
  return link.ok ? [link.fragment, link.fragment + view] : []
})
/** What Azure's tools and guests print, in their shapes. */
const printed = [
  siteTemplate,
  ...Object.values(piecesOf({ rules: 3 })).map((piece) => JSON.stringify(piece, null, 2)),
  [
    '== floatpath guest ==',
    '== floatpath host web2 ==',
    '[{"ifname":"lo","link_type":"loopback","addr_info":[{"local":"10.0.0.100","prefixlen":32}]},',
    '{"ifname":"eth0","addr_info":[{"local":"10.0.0.5","prefixlen":24}]}]',
    '1000:\tfrom 10.0.0.100 lookup 101',
    'default via 10.0.0.1 dev eth0 table 101',
    'net.ipv4.ip_forward = 1',
    'tcp   LISTEN 0      128          0.0.0.0:443        0.0.0.0:*    users:(("nginx",pid=7,fd=6))',
    '{"nftables": [{"table": {"family": "inet", "name": "f"}}, {"chain": {"family": "inet", "table": "f", "name": "i", "type": "filter", "hook": "input", "prio": 0, "policy": "drop"}}]}',
    '== floatpath end ==',
    'IfLuid : ethernet_6',
    'IfIndex : 6',
    '[{"IPAddress":"10.0.0.4","PrefixLength":24,"InterfaceAlias":"Ethernet","InterfaceIndex":6}]',
    '  TCP    0.0.0.0:443            0.0.0.0:0              LISTENING        4',
  ].join('\n'),
  '{"up":1,"down":1,"loadBalancerBackendAddresses":[{"ipAddress":"10.0.0.4","state":"Up","reason":"Up_Admin"},{"ipAddress":"10.0.0.5","networkInterfaceIPConfigurationId":"/networkInterfaces/web2-nic/ipConfigurations/ipconfig1","state":"Down","reason":"Down_Probe_TcpProbeTimeout"}]}',
]

/** What the exporters write that the import reads, and what others print. */
const importable = [
  ...documents.flatMap((document) =>
    exporters
      .filter(({ id }) => id === 'arm' || id === 'terraform' || id === 'svg')
      .flatMap((exporter) => exporter.export(document).files.map(({ text }) => text)),
  ),
  ...Array.from({ length: 8 }, () => printed).flat(),
]

/** A document's text with some of it changed, or something that is only like one. */
export const documentText = (random: Random): string => {
  const document = pick(random, documents)
  const kind = random()
  if (kind < 0.5) return JSON.stringify(mutateJson(random, document))
  if (kind < 0.9) return mutateText(random, serializeDocument(document))
  if (kind < 0.95) return '['.repeat(below(random, 50_000)) + ']'.repeat(below(random, 50_000))
  return String.fromCharCode(...bytes(random, 500))
}

/** The text of another format with some of it changed. */
export const foreignText = (random: Random): string => {
  const text = pick(random, importable)
  if (random() < 0.6) return mutateText(random, text)
  try {
    return JSON.stringify(mutateJson(random, JSON.parse(text)))
  } catch {
    return mutateText(random, text)
  }
}

/** A link with some of it changed, or a whole one that holds noise. */
export function linkText(random: Random): string {
  const kind = random()
  if (kind < 0.5) return mutateText(random, `https://example.org/#${pick(random, links)}`)
  if (kind < 0.9) return `#${seal(toBase64url(bytes(random, 400)))}`
  return `#1.${toBase64url(bytes(random, 400))}`
}
