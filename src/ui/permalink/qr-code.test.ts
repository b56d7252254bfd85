import { describe, expect, it } from 'vitest'
import { qrCodeBytes, qrCodeOf } from './qr-code.ts'

/** The dark modules of a code, as `x y`. */
const darkOf = (path: string) => new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x} ${y}`))

describe('a QR code', () => {
  it('has its three finder patterns inside a quiet zone of four modules', () => {
    const code = qrCodeOf('https://example.com/#1.AbC')
    if (!code) throw new Error('no code')
    const dark = darkOf(code.path)
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    const patternAt = (left: number, top: number) =>
      finder.map((row, y) =>
        [...row].map((_, x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join(''),
      )
    const end = code.size - 4 - 7
    expect([patternAt(4, 4), patternAt(end, 4), patternAt(4, end)]).toEqual([finder, finder, finder])
    for (let at = 0; at < code.size; at++) {
      for (let edge = 0; edge < 4; edge++) expect(dark.has(`${at} ${edge}`)).toBe(false)
    }
  })

  it.each([
    ['a', qrCodeBytes, true],
    ['a', qrCodeBytes + 1, false],
    ['é', Math.floor(qrCodeBytes / 2), true],
    ['é', Math.ceil(qrCodeBytes / 2), false],
  ])('of %s, %i times: %s', (sign, count, fits) => {
    expect(qrCodeOf(sign.repeat(count)) !== undefined).toBe(fits)
  })
})
