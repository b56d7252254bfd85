import { describe, expect, it } from 'vitest'
import { generate } from '../scenarios/generate.ts'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { limits } from '../topology/limits.ts'
import { decodeLink } from './decode-link.ts'
import { encodeLink } from './encode-link.ts'
import { holdsLink } from './link-payload.ts'
import { wildLinks } from './test-wild-links.ts'

const fragmentOf = (document: TopologyDocument): string => {
  const link = encodeLink(document)
  if (!link.ok) throw new Error(link.reason)
  return link.fragment
}

const problemOf = (text: string): string => {
  const result = decodeLink(text)
  return result.ok ? 'no problem' : result.problems.map(({ message }) => message).join(' ')
}

const renamed = (name: string): TopologyDocument => ({ ...twoTlsSites, name })
const fragment = fragmentOf({ ...generate(3, 4), name: 'Three sites behind one probe' })

describe('the length of a link', () => {
  it.each([
    ['the first example', twoTlsSites, 350],
    ['3 frontends and 4 VMs', generate(3, 4), 450],
    ['20 frontends and 20 VMs', generate(20, 20), 2000],
    ['50 frontends and 50 VMs', generate(50, 50), 8000],
  ])('of %s', (_, document, most) => {
    expect(fragmentOf(document).length).toBeLessThanOrEqual(most)
  })

  it('of every scenario fits a chat message and a QR code', () => {
    const lengths = scenarios.map(({ id, document }) => ({ id, length: fragmentOf(document).length }))
    expect(lengths.filter(({ length }) => length > 800)).toEqual([])
  })

  it('stays near it where every name is another', () => {
    const text = JSON.stringify(generate(3, 4)).replaceAll(/(vm|fe|rule)-(\d+)/g, (_, word, number) => {
      return `${['zulu', 'kilo', 'quebec', 'xray', 'yankee'][Number(number)]}${word.length}${word.at(-1)}`
    })
    expect(fragmentOf(JSON.parse(text)).length).toBeLessThanOrEqual(450)
  })
})

describe('a link', () => {
  it.each<[string, TopologyDocument]>([
    ...scenarios.map(({ id, document }): [string, TopologyDocument] => [id, document]),
    ['a generated diagram', generate(7, 9)],
    ['a large one, with addresses that do not fit one subnet', generate(200, 300)],
    ['an empty one', emptyDocument()],
  ])('gives back %s', (_, document) => {
    const result = decodeLink(fragmentOf(document))
    expect(JSON.stringify(result.ok && result.document)).toBe(JSON.stringify(document))
  })

  it('is a version, a dot, and characters that need no escape, the last a letter or digit', () => {
    for (let number = 0; number < 50; number++) {
      expect(fragmentOf(renamed(`Diagram ${number}`))).toMatch(/^1\.[A-Za-z0-9_-]*[A-Za-z0-9]$/)
    }
  })

  it('is the same for the same document', () => {
    expect(fragmentOf(structuredClone(twoTlsSites))).toBe(fragmentOf(twoTlsSites))
  })
})

describe('what cannot be carried', () => {
  const noise = (length: number) => {
    let seed = 1
    const next = () => {
      seed = (seed * 48271) % 2147483647
      return seed
    }
    return Array.from({ length }, () => String.fromCharCode(33 + (next() % 90))).join('')
  }

  it.each([
    ['more characters than a link may have', renamed(noise(60_000)), /64000 characters at most/],
    ['more than a link may inflate to', renamed('long '.repeat(500_000)), /larger than a link may hold/],
    [
      'more than a document may hold',
      { ...twoTlsSites, more: Array(90_000).fill('x'.repeat(100)) } as TopologyDocument,
      /larger than a link may hold/,
    ],
    ['a number without an end', { ...twoTlsSites, more: Number.NaN } as TopologyDocument, /cannot carry/],
    ['a function', { ...twoTlsSites, more: () => 1 } as unknown as TopologyDocument, /cannot carry/],
    ['no resources', { version: 1, name: '' } as TopologyDocument, /cannot carry/],
  ])('is refused when it is made: %s', (_, document, reason) => {
    const link = encodeLink(document)
    expect(link).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
  })

  it('says how long the link would be', () => {
    const link = encodeLink(renamed(noise(60_000)))
    expect(!link.ok && link.length).toBeGreaterThan(limits.linkCharacters)
  })
})

describe('a link as it arrives', () => {
  it.each(wildLinks(fragment))('is read %s', (_, text) => {
    const result = decodeLink(text)
    expect(result.ok && result.document.name).toBe('Three sites behind one probe')
  })

  it.each(wildLinks(fragment).filter(([way]) => way !== 'as HTML'))('is known for a link %s', (_, text) => {
    expect(holdsLink(text)).toBe(true)
  })

  it.each([
    'See issue #1.',
    'release #1.2.3',
    JSON.stringify({ note: `#${fragment}` }),
    `[{"link":"https://example.com/#${fragment}"}]`,
    `<svg xmlns="http://www.w3.org/2000/svg"><text>#${fragment}</text></svg>`,
    `<?xml version="1.0"?><a href="#${fragment}"/>`,
  ])('is not taken for one: %s', (text) => {
    expect(holdsLink(text)).toBe(false)
  })

  it.each([
    ['nothing', '', /not a Floatpath link/],
    ['an address without a diagram', 'https://example.com/', /not a Floatpath link/],
    ['another fragment', 'https://example.com/#about', /not a Floatpath link/],
    ['a link of a later version', '#2.abcdef', /version 2/],
    ['the version alone', '#1.', /This link is incomplete/],
    ['the start of a link', `#${fragment.slice(0, 40)}`, /This link is incomplete: 40 of \d+/],
    ['all but the last character', `#${fragment.slice(0, -1)}`, /This link is incomplete/],
    ['a link in lower case', `#${fragment.toLowerCase()}`, /incomplete|changed on its way/],
    ['a link with a character changed', `#${fragment.replace(/(.{60})./, '$1!')}`, /incomplete/],
  ])('is refused with the reason: %s', (_, text, message) => {
    expect(problemOf(text)).toMatch(message)
  })

  it('is told from one with any single character changed', () => {
    for (let at = 5; at < fragment.length; at++) {
      const other = fragment[at] === 'A' ? 'B' : 'A'
      expect(problemOf(`#${fragment.slice(0, at)}${other}${fragment.slice(at + 1)}`)).toMatch(
        /changed on its way/,
      )
    }
  })

  it('is told to be incomplete wherever it was cut', () => {
    for (let length = 2; length < fragment.length; length++) {
      expect(problemOf(`#${fragment.slice(0, length)}`)).toMatch(/This link is incomplete/)
    }
  })
})
