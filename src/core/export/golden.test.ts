import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { exporters } from './index.ts'
import { wide } from './test-wide.ts'

const documents = [
  ...scenarios.map(({ id, document }) => [id, document] as const),
  ['everything-at-once', wide] as const,
]

describe.each(exporters.map((one) => [one.id, one] as const))('%s', (id, exporter) => {
  it.each(documents)('writes %s as it did', async (scenario, document) => {
    const { files, notes } = exporter.export(document)
    for (const { name, text, language } of files) {
      // The picture of a report is the one of the `svg` exporter.
      if (language === 'svg' && id !== 'svg') continue
      await expect(text).toMatchFileSnapshot(`__golden__/${id}/${scenario}/${name}`)
    }
    if (notes.length > 0) {
      await expect(`${notes.join('\n')}\n`).toMatchFileSnapshot(`__golden__/${id}/${scenario}/notes.txt`)
    }
  })
})
