import { describe } from 'vitest'
import { inbound } from '../../scenarios/expectation.ts'
import { back, call, itEnds, linux, onlyMachine, row, there } from '../test-outcome.ts'

describe('prefixes that addresses bring along', () => {
  itEnds([
    row(
      'a prefix on another loopback than lo is the best route to a client outside the subnet',
      [
        onlyMachine(
          {},
          {
            guest: linux,
            loopback: ['10.0.0.100/23'],
            loopbackFields: { name: 'dummy0' },
            listeners: ['80'],
          },
        ),
      ],
      call,
      ['dropped guest-egress reply-routed-to-loopback'],
      there,
      back,
    ),
    row(
      'a longer prefix on another loopback than lo wins over the subnet',
      [
        onlyMachine(
          {},
          {
            guest: linux,
            loopback: ['10.0.0.100/25'],
            loopbackFields: { name: 'dummy0' },
            listeners: ['80'],
          },
        ),
      ],
      inbound('10.0.0.77', '10.0.0.100:80'),
      ['dropped guest-egress reply-routed-to-loopback'],
      '10.0.0.77:* > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.77:*',
    ),
    row(
      'and with a strict filter it keeps the packet out',
      [
        onlyMachine(
          {},
          {
            guest: { ...linux, rpFilter: 1 },
            loopback: ['10.0.0.100/25'],
            loopbackFields: { name: 'dummy0' },
            listeners: ['80'],
          },
        ),
      ],
      inbound('10.0.0.77', '10.0.0.100:80'),
      ['dropped guest-ip guest-rp-filter'],
      '10.0.0.77:* > 10.0.0.100:80',
    ),
    row(
      'a filter drops what seems to come from a prefix on lo',
      [onlyMachine({}, { guest: { ...linux, rpFilter: 2 }, loopback: ['10.0.0.100/24'], listeners: ['80'] })],
      inbound('10.0.0.77', '10.0.0.100:80'),
      ['dropped guest-ip reply-routed-to-loopback'],
      '10.0.0.77:* > 10.0.0.100:80',
    ),
  ])
})
