import { reachabilityByClient } from '../simulator/summary.ts'
import { resolve } from '../topology/model.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'
import { csvField } from './text/quote.ts'

const heads = [
  'rule',
  'name',
  'frontend',
  'protocol',
  'frontendPort',
  'client',
  'virtualMachine',
  'ipConfiguration',
  'probe',
  'verdict',
  'at',
  'reason',
  'guestSees',
]

/** Whom each rule reaches, as a table. */
export const csv: Exporter = {
  id: 'csv',
  title: 'Reachability as CSV',
  about: 'A line for every rule, client and member: what becomes of the packet.',
  languages: ['csv'],
  reads: [],
  export(document) {
    const model = resolve(document)
    const lines = new Lines().add(heads.join(','))
    let any = false
    for (const one of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      const { id, name, frontendIPConfiguration, protocol, frontendPort } = one
      const frontend = model.frontendAddress(frontendIPConfiguration) ?? frontendIPConfiguration ?? ''
      for (const { client, perBackend } of reachabilityByClient(document, id)) {
        for (const { virtualMachine, ipConfiguration, state, verdict, at, reason, guestSees } of perBackend) {
          const cells = [id, name, frontend, protocol ?? '', String(frontendPort ?? ''), client ?? '']
          const seen = guestSees ? `${guestSees.address} ${guestSees.port ?? ''}`.trim() : ''
          cells.push(
            model.nameOf(virtualMachine),
            model.nameOf(ipConfiguration),
            state,
            verdict,
            at,
            reason,
            seen,
          )
          lines.add(cells.map(csvField).join(','), id)
          any = true
        }
      }
    }
    if (!any) return { files: [], notes: [] }
    return { files: [lines.file('reachability.csv', 'csv')], notes: [] }
  },
}
