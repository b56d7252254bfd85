import { headingOf } from '../azure/heading.ts'
import { azurePlan } from '../azure/plan.ts'
import { isInterface, isMachine } from '../azure/steps-since.ts'
import type { Exporter } from '../exporter.ts'
import { Lines } from '../text/lines.ts'
import { markdownText } from '../text/quote.ts'
import { leftOut, writeLoadBalancer, writeMembers } from './load-balancers.ts'
import { writeInterface, writeMachine } from './machines.ts'
import { writeNetwork } from './networks.ts'

/** What to click and type in the Azure portal. */
export const portal: Exporter = {
  id: 'portal',
  title: 'Azure portal steps',
  about: 'A checklist: blade, field and value.',
  languages: ['markdown'],
  reads: ['scope', 'machines', 'findings'],
  export(document, options = {}) {
    const plan = azurePlan(document, options)
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const notes = [
      ...plan.notes,
      ...plan.resources.flatMap(leftOut),
      'Fields that are not named stay as the portal fills them in.',
    ]
    const lines = new Lines()
    const [title = '', ...rest] = headingOf(document, options, notes)
    lines.add(`# ${markdownText(title)}`).gap()
    for (const line of rest) lines.add(`- ${markdownText(line)}`)
    const words = { plan, lines }
    for (const resource of plan.resources) {
      if (resource.type === 'Microsoft.Network/loadBalancers') writeLoadBalancer(resource, words)
      else if (isInterface(resource)) writeInterface(resource, words)
      else if (isMachine(resource)) writeMachine(resource, words)
      else writeNetwork(resource, words)
    }
    writeMembers(words)
    return { files: [lines.file('portal-steps.md', 'markdown')], notes }
  },
}
