import { expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../../../core/topology/serialize.ts'
import { offsetOf, readCode } from './read-code.ts'

it('reads what the editor shows', () => {
  expect(readCode(serializeDocument(twoTlsSites))).toEqual({ ok: true, document: twoTlsSites })
})

it('says at which character a text stops being JSON', () => {
  expect(readCode('{\n  "version": 1,,\n}')).toEqual({
    ok: false,
    problems: [{ at: 17, message: 'A key in double quotes is expected here.' }],
  })
})

it('says at which paths a text is no document', () => {
  const text = '{"version": 1, "name": "x", "resources": {"probe/a": {"name": 1, "port": "x"}}}'
  expect(readCode(text)).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([{ path: 'resources.probe/a.port', message: 'This must be a number.' }]),
  })
})

it.each([
  ['ab\ncd', 1, 1, 0],
  ['ab\ncd', 2, 2, 4],
  ['ab\ncd', 2, 9, 5],
])('%j line %i column %i is at %i', (text, line, column, at) => {
  expect(offsetOf(text, line, column)).toBe(at)
})
