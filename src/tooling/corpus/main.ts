import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importText } from '../../core/import/import-text.ts'
import { type Expected, linesOfDocument, linesOfExpected } from './compare.ts'

/** Compares the importer with expected readings: DIR/arm/*.json and DIR/expected/*.json. */
export function main(folder: string): number {
  let agreed = 0
  let all = 0
  for (const file of readdirSync(path.join(folder, 'expected')).sort()) {
    const expected = JSON.parse(readFileSync(path.join(folder, 'expected', file), 'utf8'))
    const text = readFileSync(path.join(folder, 'arm', expected.source), 'utf8')
    const start = performance.now()
    const result = importText(text, { parameters: expected.parameterOverrides })
    const milliseconds = Math.round(performance.now() - start)
    const wanted = linesOfExpected(expected as Expected)
    const got = result.ok ? linesOfDocument(result.document) : []
    const missing = wanted.filter((item) => !got.includes(item))
    const surplus = got.filter((item) => !wanted.includes(item))
    all += wanted.length
    agreed += wanted.length - missing.length
    const share = `${wanted.length - missing.length}/${wanted.length}`
    console.log(`${share.padStart(7)} ${String(milliseconds).padStart(5)} ms  ${file}`)
    if (!result.ok) console.log(`          ${result.message}`)
    for (const item of missing) console.log(`        - ${item}`)
    for (const item of surplus) console.log(`        + ${item}`)
  }
  console.log(`${agreed} of ${all} agree`)
  return agreed === all ? 0 : 1
}
