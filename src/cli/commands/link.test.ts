import { describe, expect, it } from 'vitest'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { wildLinks } from '../../core/permalink/test-wild-links.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { folderWith, standardInput } from '../test-run.ts'

const encoded = encodeLink(twoTlsSites)
const fragment = encoded.ok ? encoded.fragment : ''

const { run } = folderWith({ 'sites.json': serializeDocument(twoTlsSites) })

describe('link and open', () => {
  it('give back the file', async () => {
    const link = await run('link', '%sites.json')
    expect(link.out).toMatch(/^#1\.[\w-]+\n$/)
    const opened = await run('open', link.out)
    expect(opened).toMatchObject({ code: 0, err: '', out: serializeDocument(twoTlsSites) })
  })

  it.each([
    ['https://example.com/', 'https://example.com/#1.'],
    ['https://example.com/?a=b#old', 'https://example.com/?a=b#1.'],
  ])('put %s before the link', async (base, start) => {
    const { out } = await run('link', '%sites.json', '--base', base)
    expect(out.startsWith(start)).toBe(true)
  })

  it.each(['not a url', 'example.com', 'javascript:alert(1)', ''])('refuse the base “%s”', async (base) => {
    const { code, out, err } = await run('link', '%sites.json', '--base', base)
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
    expect(err).toContain('is not an address')
  })

  it('reads a link from standard input', async () => {
    const link = await run('link', '%sites.json')
    standardInput(`<https://example.com/${link.out}>`)
    expect((await run('open', '-')).out).toBe(serializeDocument(twoTlsSites))
  })

  it.each(wildLinks(fragment))('opens a link %s', async (_, text) => {
    const opened = await run('open', text)
    expect(opened).toMatchObject({ code: 0, err: '', out: serializeDocument(twoTlsSites) })
  })
})
