import type { TopologyDocument } from '../../core/topology/document.ts'
import { slugOfName } from '../../core/topology/resource-type.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'

/** What a document's file is called. */
export const fileNameOf = (document: TopologyDocument): string =>
  `${slugOfName(document.name)}.floatpath.json`

/** Hands bytes to the browser as a file. */
export function downloadBytes(name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string): void {
  downloadBytes(name, new TextEncoder().encode(text))
}

/** Hands a document to the browser as a file. */
export function downloadDocument(topology: TopologyDocument): void {
  downloadText(fileNameOf(topology), serializeDocument(topology))
}
