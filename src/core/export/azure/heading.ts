import type { TopologyDocument } from '../../topology/document.ts'
import type { ExportOptions } from '../exporter.ts'
import { oneLine } from '../text/one-line.ts'

/** What stands at the top of every file: where it comes from, errors of the document, and what is not in it. */
export function headingOf(
  document: TopologyDocument,
  { findings = [], scope, base }: ExportOptions,
  notes: readonly string[],
): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return [
    `Floatpath: ${document.name}`,
    ...(scope === 'load-balancer' ? ['Only the load balancer; everything else is expected to exist.'] : []),
    ...(base ? [`Only what has changed since “${base.name}” was deployed.`] : []),
    ...errors.map(({ message, resource }) => `Error in the diagram: ${message} (${resource})`),
    ...notes.map((note) => `Note: ${note}`),
  ].map(oneLine)
}
