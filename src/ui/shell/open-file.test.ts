import { describe, expect, it } from 'vitest'
import { svg } from '../../core/export/svg/index.ts'
import { siteTemplate } from '../../core/import/test-templates.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { limits } from '../../core/topology/limits.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { currentDocument, undo } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { openDocument, problemLines, readFile, readText } from './open-file.ts'

const firstLine = (result: ReturnType<typeof readText>) =>
  result.ok ? 'opened' : problemLines(result.problems)[0]

describe('text that is picked, dropped or pasted', () => {
  it.each([
    ['', /^This is not JSON/],
    ['[]', /^This is not a Floatpath document/],
    ['{"version": 1, "name": 3, "resources": {}}', /^name: This must be text/],
    [
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}',
      /^This is an Azure parameter file/,
    ],
    ['{"version": 4, "terraform_version": "1.5.0", "resources": []}', /^This is a Terraform state/],
    ['{"type": "excalidraw", "version": 2}', /^This is an Excalidraw drawing/],
    [serializeDocument(twoTlsSites), /^opened$/],
    ['param name string', /^This is Bicep/],
    [siteTemplate, /^opened$/],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', /^This picture holds no diagram/],
  ])('%# says what it is', (text, line) => {
    expect(firstLine(readText(text))).toMatch(line)
  })
})

describe('a file', () => {
  const file = (size: number, arrayBuffer: () => Promise<ArrayBuffer>) =>
    ({ name: 'a.json', size, arrayBuffer }) as File

  it('that is too large is refused before it is read', async () => {
    const result = await readFile(file(limits.fileBytes + 1, () => Promise.reject(new Error('was read'))))
    expect(firstLine(result)).toBe('a.json is larger than 32 MB, the most that can be opened.')
  })

  it('that has gone is refused', async () => {
    const result = await readFile(file(1, () => Promise.reject(new Error('gone'))))
    expect(firstLine(result)).toMatch(/^a\.json could not be read/)
  })
})

describe('a picture', () => {
  it('opens as the diagram that it shows', () => {
    const [picture] = svg.export(twoTlsSites).files
    expect(readText(picture?.text ?? '')).toEqual({ ok: true, document: twoTlsSites })
  })
})

describe('opening a document', () => {
  it('is one step, and gives back exactly what was exported', () => {
    const before = currentDocument()
    const text = serializeDocument({ ...twoTlsSites, name: 'Imported', layout: {} })
    const result = readText(text)
    if (!result.ok) throw new Error('not read')
    openDocument(result.document)
    expect(serializeDocument(currentDocument())).toBe(text)
    expect(useSession.getState().notices.at(-1)).toMatchObject({ text: 'Opened Imported.' })
    undo()
    expect(currentDocument()).toBe(before)
  })
})
