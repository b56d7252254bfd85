import { reachability } from '../simulator/summary.ts'
import { resolve } from '../topology/model.ts'
import type { Exporter } from './exporter.ts'
import { svg } from './svg/index.ts'
import { Lines } from './text/lines.ts'
import { markdownText } from './text/quote.ts'

const row = (cells: readonly (string | number | undefined)[]) =>
  `| ${cells.map((cell) => markdownText(String(cell ?? ''))).join(' | ')} |`

function table(lines: Lines, title: string, heads: readonly string[]): void {
  lines.gap().add(`## ${title}`, undefined).gap()
  lines.add(row(heads)).add(`|${heads.map(() => '---').join('|')}|`)
}

/** A report to read and to keep. */
export const markdown: Exporter = {
  id: 'markdown',
  title: 'Markdown report',
  about: 'The picture, addresses, load-balancing rules, what reaches which guest, and findings.',
  languages: ['markdown', 'svg'],
  reads: ['findings', 'link', 'theme', 'background', 'legend'],
  export(document, options = {}) {
    const { findings, link } = options
    const model = resolve(document)
    const lines = new Lines().add(`# ${markdownText(document.name)}`)
    const pictures = svg.export(document, options).files
    for (const { name } of pictures) lines.gap().add(`![${markdownText(document.name)}](${name})`)
    const frontends = model.all('frontendIPConfiguration')
    if (frontends.length > 0) {
      table(lines, 'Frontend addresses', ['Frontend', 'Load balancer', 'Kind', 'Address', 'Held by'])
      for (const one of frontends) {
        const holder = one.guest?.addressOwnership === 'one-member' ? 'one member at a time' : 'every member'
        const cells = [one.name, model.nameOf(one.loadBalancer ?? ''), model.frontendKind(one)]
        lines.add(row([...cells, model.frontendAddress(one.id) ?? 'not known', holder]), one.id)
      }
    }
    const balanced = model.all('loadBalancingRule')
    if (balanced.length > 0) {
      table(lines, 'Load-balancing rules', [
        'Rule',
        'Frontend',
        'Protocol',
        'Ports',
        'Floating IP',
        'Pool',
        'Probe',
      ])
      for (const one of balanced) {
        const ports = `${one.frontendPort ?? '?'} → ${one.backendPort ?? '?'}`
        const pools = model.poolsOf(one).map(({ name }) => name)
        const probe = one.probe === undefined ? 'none' : model.nameOf(one.probe)
        const cells = [one.name, model.nameOf(one.frontendIPConfiguration ?? ''), one.protocol, ports]
        lines.add(row([...cells, one.enableFloatingIP ? 'on' : 'off', pools.join(', '), probe]), one.id)
      }
    }
    const reached = reachability(document)
    if (reached.length > 0) {
      table(lines, 'What reaches which guest', [
        'Rule',
        'Client',
        'Machine',
        'Guest sees',
        'Verdict',
        'Where',
        'Reason',
      ])
      for (const { ruleId, client, perBackend } of reached) {
        for (const { virtualMachine, guestSees, verdict, at, reason } of perBackend) {
          const seen = guestSees ? `${guestSees.address}, port ${guestSees.port ?? 'any'}` : ''
          const from = client === undefined ? '' : model.nameOf(client)
          const cells = [model.nameOf(ruleId), from, model.nameOf(virtualMachine), seen, verdict, at, reason]
          lines.add(row(cells), ruleId)
        }
      }
    }
    if (findings) lines.gap().add('## Findings').gap()
    if (findings?.length === 0) lines.add('None.')
    for (const { severity, message, resource } of findings ?? []) {
      lines.add(`- **${severity}**: ${markdownText(message)} (${markdownText(resource)})`, resource)
    }
    if (link !== undefined) lines.gap().add(`[Open the diagram](<${link.replaceAll(/[<>\s]/g, '')}>)`)
    return { files: [lines.file('report.md', 'markdown'), ...pictures], notes: [] }
  },
}
