import type { ExportFile, ExportFinding, ExportResult } from '../../../core/export/exporter.ts'
import { guestLinux } from '../../../core/export/guest-linux/index.ts'
import { guestWindows } from '../../../core/export/guest-windows/index.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'

/** What to type first: the commands of Microsoft's page for Windows, the script for Linux. */
const first = (files: readonly ExportFile[]): readonly ExportFile[] => [
  ...files.filter(({ name }) => /\.(cmd|sh)$/.test(name) && !/\.networkmanager\.sh$/.test(name)),
  ...files.filter(({ name }) => !/\.(cmd|sh)$/.test(name) || /\.networkmanager\.sh$/.test(name)),
]

/** Every file that a machine's guest can be set up with; of both systems where nobody has said which it runs. */
export function guestFiles(
  document: TopologyDocument,
  machine: string,
  findings: readonly ExportFinding[],
): ExportResult {
  const made = [guestWindows, guestLinux].map((one) => one.export(document, { machine, findings }))
  return {
    files: made.flatMap(({ files }) => first(files)),
    notes: [...new Set(made.flatMap(({ notes }) => notes))],
  }
}
