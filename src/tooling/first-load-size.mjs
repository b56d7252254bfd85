import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of compressed JavaScript and CSS that the page may load before it can be used. */
export const firstLoadBudget = 250_000

/** The scripts and styles that a built page names itself, each with its compressed size. */
export function firstLoad(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const files = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)]
  return files.map(([, file]) => ({
    file,
    bytes: gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
  }))
}
