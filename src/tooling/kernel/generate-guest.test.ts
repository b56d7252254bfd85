import { describe, expect, it } from 'vitest'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { parseDocument } from '../../core/topology/parse.ts'
import { generateGuest } from './generate-guest.ts'

const documents = Array.from({ length: 120 }, (_, index) => generateGuest(index + 1))

describe('generated guests', () => {
  it('are the same for the same seed and others for another', () => {
    expect(generateGuest(7)).toEqual(generateGuest(7))
    expect(generateGuest(7)).not.toEqual(generateGuest(8))
  })

  it('are documents that Floatpath reads without a complaint', () => {
    for (const document of documents) {
      const read = parseDocument(document)
      expect(read).toMatchObject({ ok: true })
    }
  })

  it('end in every way that a Linux guest can end a packet', () => {
    const reasons = new Set(
      documents.flatMap((document) =>
        intendedFlows(document).flatMap((flow) =>
          simulate(document, flow).traces.map(({ reason }) => reason),
        ),
      ),
    )
    for (const reason of [
      'ok',
      'guest-no-address',
      'guest-rp-filter',
      'hairpin-mismatch',
      'guest-firewall',
      'no-listener',
      'no-listener-on-dip',
      'hairpin-local',
      'reply-routed-to-loopback',
      'reply-wrong-nic',
      'reply-source-mismatch',
      'outbound-vip-source',
    ])
      expect(reasons).toContain(reason)
  })
})
