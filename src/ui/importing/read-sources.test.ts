import { describe, expect, it } from 'vitest'
import { svg } from '../../core/export/svg/index.ts'
import { piecesOf } from '../../core/import/test-pieces.ts'
import { siteTemplate } from '../../core/import/test-templates.ts'
import { pngWithText } from '../../core/picture/png-document.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { emptyDocument } from '../../core/topology/document.ts'
import { limits } from '../../core/topology/limits.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import type { ImportSource } from './import-source.ts'
import { readSources } from './read-sources.ts'

const read = (sources: readonly ImportSource[], parameters = {}, current = emptyDocument()) =>
  readSources({ sources, parameters, current })
const pasted = (text: string) => ({ name: 'Pasted text', text })
const file = (name: string, bytes: BlobPart) => new File([bytes], name)
const { loadBalancer, nics } = piecesOf()

describe('text that is picked, dropped or pasted', () => {
  it.each([
    ['', /^This is not JSON/],
    ['[1]', /^This is not a Floatpath document/],
    ['{"version": 1, "name": 3, "resources": {}}', /^name: This must be text/],
    [
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}',
      /^This is an Azure parameter file/,
    ],
    ['{"type": "excalidraw", "version": 2}', /^This is an Excalidraw drawing/],
    ['param name string', /^This is Bicep/],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', /^This picture holds no diagram/],
  ])('%# says why it cannot be read', async (text, line) => {
    const reading = await read([pasted(text)])
    expect(reading).toMatchObject({ ok: false, name: 'Pasted text', problems: [expect.stringMatching(line)] })
  })

  it('is a diagram to be opened as it is', async () => {
    const document = { ...twoTlsSites, layout: {} }
    const reading = await read([pasted(serializeDocument(document))])
    expect(reading).toMatchObject({ ok: true, diagram: document })
  })

  it('may be the diagram inside a picture', async () => {
    const [picture] = svg.export(twoTlsSites).files
    // A signature and the chunk that ends a picture.
    const empty = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex')
    const png = pngWithText(new Uint8Array(empty), serializeDocument(twoTlsSites))
    for (const source of [pasted(picture?.text ?? ''), file('a.png', new Uint8Array(png))])
      expect(await read([source])).toMatchObject({ ok: true, diagram: twoTlsSites })
  })

  it('is shown as a new diagram and in the open one, both laid out', async () => {
    const reading = await read([pasted(JSON.stringify(loadBalancer))], {}, twoTlsSites)
    if (!reading.ok) throw new Error('not read')
    const { fresh, into } = reading
    expect(fresh.document.name).toBe('lb-shop')
    expect(into.document.name).toBe(twoTlsSites.name)
    expect(into.document.resources).toMatchObject(twoTlsSites.resources)
    for (const { document } of [fresh, into]) expect(document.layout['loadBalancer/lb-shop']).toBeDefined()
  })
})

describe('several sources', () => {
  it('complete each other, and a parameter file gives a template its values', async () => {
    const values = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      parameters: { port: { value: 8443 } },
    }
    const reading = await read([
      pasted(JSON.stringify(values)),
      pasted(siteTemplate),
      pasted(JSON.stringify(nics)),
    ])
    if (!reading.ok) throw new Error('not read')
    expect(reading.formats.map(({ format }) => format)).toEqual([
      'Azure parameter file',
      'ARM template',
      'Azure resources as JSON',
    ])
    expect(reading.fresh.parameters).toEqual([])
    expect(reading.fresh.document.resources['loadBalancingRule/site-a']).toMatchObject({ backendPort: 8443 })
    expect(reading.fresh.document.resources['networkInterface/lb-shop-nic0']).toBeDefined()
  })

  it('are all refused where one of them cannot be read', async () => {
    const reading = await read([pasted(JSON.stringify(loadBalancer)), { name: 'b.json', text: '{' }])
    expect(reading).toMatchObject({ ok: false, name: 'b.json' })
    expect(reading).not.toHaveProperty('fresh')
  })
})

describe('a file', () => {
  it('in the encoding of Windows PowerShell is read', async () => {
    const text = `\uFEFF${JSON.stringify(loadBalancer)}`
    const bytes = Uint16Array.from([...text], (character) => character.charCodeAt(0))
    expect(await read([file('lb.json', bytes)])).toMatchObject({ ok: true })
  })

  it('that is no text, too large or gone is refused', async () => {
    expect(await read([file('a.png', Uint8Array.of(0x89, 0xff, 0xfe, 0xc0))])).toMatchObject({
      problems: ['a.png is not text: it is neither UTF-8 nor UTF-16.'],
    })
    const large = { name: 'a.json', size: limits.fileBytes + 1 } as File
    expect(await read([large])).toMatchObject({
      problems: ['a.json is larger than 32 MB, the most that can be opened.'],
    })
    const gone = { name: 'a.json', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) }
    expect(await read([gone as unknown as File])).toMatchObject({
      problems: [expect.stringMatching(/^a\.json could not be read/)],
    })
  })
})
