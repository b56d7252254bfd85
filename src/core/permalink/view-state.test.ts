import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { toBase64url } from './base64url.ts'
import { decodeLink } from './decode-link.ts'
import { encodeLink } from './encode-link.ts'
import { checkOf } from './envelope.ts'
import { decodeView, encodeView, type ViewState } from './view-state.ts'

const link = encodeLink(twoTlsSites)
const fragment = link.ok ? link.fragment : ''
const hop: ViewState = {
  selected: 'loadBalancingRule/https-b',
  flow: { kind: 'inbound', from: 'client/app-tier', to: '10.0.0.101', port: 443, protocol: 'Tcp' },
  backend: 'virtualMachine/web2',
  step: 4,
  assumed: [['virtualMachine/web1', 'down']],
  theme: 'dark',
  mode: 'edit',
  view: { x: 120.5, y: -8, zoom: 0.8 },
}

/** A link with any text in the place of a view state, its check right. */
function withView(json: string): string {
  const payload = `v${toBase64url(deflateSync(new TextEncoder().encode(json)))}`
  return `#${fragment}${payload}${checkOf(payload)}`
}

describe('a view state', () => {
  it('comes back as it was, and the document, too', () => {
    const text = `https://example.org/#${fragment}${encodeView(hop)}`
    expect(decodeView(text)).toEqual(hop)
    expect(decodeLink(text)).toEqual({ ok: true, document: twoTlsSites })
  })

  it('survives what mail programs do to a link', () => {
    const view = encodeView(hop)
    const mangled = `<https://example.org/%23${fragment}${view.slice(0, 20)}\r\n> ${view.slice(20)}>&utm_source=x`
    expect(decodeView(mangled)).toEqual(hop)
  })

  it('is nothing where there is nothing to look at, and in links without one', () => {
    expect(encodeView({})).toBe('')
    expect(decodeView(`#${fragment}`)).toEqual({})
    expect(decodeView('no link')).toEqual({})
  })

  it.each<[string, string, ViewState]>([
    ['no object', '[1]', {}],
    [
      'wrong types',
      '{"selected":5,"step":"1","theme":"pink","mode":"own","view":{"x":"0","y":0,"zoom":1}}',
      {},
    ],
    ['a step that is none', '{"step":-1}', {}],
    ['a zoom out of range', '{"view":{"x":0,"y":0,"zoom":1e9}}', {}],
    ['a place far away', '{"view":{"x":1e300,"y":0,"zoom":1}}', {}],
    ['a flow of an unknown kind', '{"flow":{"kind":"x","from":"a","to":"b","port":1,"protocol":"Tcp"}}', {}],
    [
      'a port that is none',
      '{"flow":{"kind":"inbound","from":"a","to":"b","port":70000,"protocol":"Tcp"}}',
      {},
    ],
    ['prototype keys', '{"__proto__":{"selected":"x"},"constructor":1,"step":2}', { step: 2 }],
    ['long text', `{"selected":"${'x'.repeat(1_000)}","step":1}`, { step: 1 }],
    ['more than is allowed', `{"selected":"${'x'.repeat(50_000)}"}`, {}],
    ['deep nesting', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, {}],
    ['no JSON', 'step', {}],
  ])('with %s is left out', (_, json, expected) => {
    expect(decodeView(withView(json))).toEqual(expected)
    expect(decodeLink(withView(json)).ok).toBe(true)
  })

  it('that was changed, cut or is a bomb is left out, and the diagram opens', () => {
    const view = encodeView(hop)
    const bomb = `v${toBase64url(deflateSync(new Uint8Array(2_000_000)))}`
    for (const bad of [
      view.slice(0, -1),
      view.slice(0, 10),
      `${view}x`,
      `${bomb}${checkOf(bomb)}`,
      'v',
      'zzzz',
    ]) {
      expect(decodeView(`#${fragment}${bad}`)).toEqual({})
      expect(decodeLink(`#${fragment}${bad}`).ok).toBe(true)
    }
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.json(), (text, json) => {
        decodeView(`#${fragment}${text}`)
        decodeView(withView(json))
      }),
      { numRuns: 200 },
    )
  })
})
