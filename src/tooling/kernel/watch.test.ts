import { expect, it } from 'vitest'
import { readSightings } from './watch.ts'

it('reads packets by header, and reports of unreachable ports by their addresses', () => {
  const listing = {
    nftables: [
      { metainfo: { json_schema_version: 1 } },
      { set: { name: 'wire_tcp4', elem: [{ concat: ['g1n0', '10.0.0.4', 443, '10.0.1.5', 20_001] }] } },
      { set: { name: 'wire_icmp6', elem: [{ concat: ['g1n1', 'fd00:0:0::4', 'fd00::5'] }] } },
      { set: { name: 'wire_udp4' } },
      { chain: { name: 'wire' } },
    ],
  }
  expect(readSightings(JSON.stringify(listing))).toEqual({
    wire_tcp4: [
      {
        device: 'g1n0',
        source: { address: '10.0.0.4', port: 443 },
        destination: { address: '10.0.1.5', port: 20_001 },
      },
    ],
    wire_icmp6: [
      {
        device: 'g1n1',
        source: { address: 'fd00::4', port: null },
        destination: { address: 'fd00::5', port: null },
      },
    ],
    wire_udp4: [],
  })
})
