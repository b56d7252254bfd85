import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import { readGuests } from './read-guests.ts'

const pieceOf = (text: string) => {
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('hostile output', () => {
  it('ends soon and never throws', () => {
    const open = '[\n'.repeat(200_000)
    expect(readGuests(open)).toEqual([])
    expect(readGuests(`${'{"a":'.repeat(50_000)}\n`.repeat(4))).toEqual([])
    // One line of `ip -br addr` that could be cut into addresses in very many ways.
    expect(readGuests(`eth0  UP  ${'1/111'.repeat(99)}x`)).toEqual([])
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '== floatpath guest ==',
        'IfLuid : x',
        '1: lo    inet 10.0.0.1/32 scope',
        '[',
        '[{"IPAddress":1}]',
      ),
      fc.json(),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        combine(
          [{ ...pieceOf('net.ipv4.ip_forward = 1'), guests: readGuests(lines.join('\n')) }],
          twoTlsSites,
        )
      }),
      { numRuns: 300 },
    )
  })
})
