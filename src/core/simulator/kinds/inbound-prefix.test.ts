import { describe } from 'vitest'
import { machine, pool } from '../../scenarios/builder.ts'
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
      'lo:0 is a label of addresses on lo',
      [
        onlyMachine(
          {},
          {
            guest: linux,
            loopback: ['10.0.0.100/24'],
            loopbackFields: { name: 'lo:0' },
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
      'a strict filter sees no other NIC in a prefix on lo',
      [onlyMachine({}, { guest: { ...linux, rpFilter: 1 }, loopback: ['10.0.0.100/24'], listeners: ['80'] })],
      inbound('10.0.0.77', '10.0.0.100:80'),
      ['dropped guest-egress reply-routed-to-loopback'],
      '10.0.0.77:* > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.77:*',
    ),
    row(
      'a loose filter changes nothing of a prefix on lo',
      [onlyMachine({}, { guest: { ...linux, rpFilter: 2 }, loopback: ['10.0.0.100/24'], listeners: ['80'] })],
      inbound('10.0.0.77', '10.0.0.100:80'),
      ['dropped guest-egress reply-routed-to-loopback'],
      '10.0.0.77:* > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.77:*',
    ),
    row(
      'a strict filter says so where the guest would answer by another NIC as well',
      [
        {
          'subnet/front': {
            name: 'front',
            virtualNetwork: 'virtualNetwork/vnet',
            addressPrefix: '10.0.8.0/24',
          },
        },
        pool('m1-nic2-ipconfig1'),
        machine(
          'm1',
          [
            { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
            { name: 'nic2', address: '10.0.0.4' },
          ],
          { guest: { ...linux, rpFilter: 1 }, loopback: ['10.0.0.100/8'], listeners: ['80'] },
        ),
      ],
      call,
      ['dropped guest-ip guest-rp-filter'],
      there,
    ),
  ])
})
