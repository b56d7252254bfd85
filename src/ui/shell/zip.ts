import { strToU8, zipSync } from 'fflate'
import type { ExportFile } from '../../core/export/exporter.ts'

/** Files as one zip archive. */
export function zipOf(files: readonly ExportFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])))
}
