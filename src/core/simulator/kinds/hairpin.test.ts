import { describe } from 'vitest'
import { balance, internalFrontend, machine, network, pool } from '../../scenarios/builder.ts'
import { hairpin, inbound } from '../../scenarios/expectation.ts'
import { itEnds, linux, off, onlyMachine, row, windows } from '../test-outcome.ts'

const self = hairpin('virtualMachine/m1', '10.0.0.100:80')
const two = (fields: object) => [
  pool('m1', 'm2'),
  machine('m2', { address: '10.0.0.5' }, { guest: linux, ...fields }),
]
const mismatch = 'dropped guest-ip hairpin-mismatch'
const holding = { loopback: ['10.0.0.100/32'], listeners: ['80'] }

describe('a member that calls its own frontend', () =>
  itEnds([
    row(
      'answers itself where it holds the address',
      [],
      self,
      ['delivered-locally socket hairpin-local'],
      '10.0.0.100:* > 10.0.0.100:80',
    ),
    row(
      'without asking its own firewall',
      [onlyMachine({}, { guest: { ...linux, firewall: { enabled: true } }, ...holding })],
      self,
      ['delivered-locally socket hairpin-local'],
      '10.0.0.100:* > 10.0.0.100:80',
    ),
    row(
      'is refused by itself',
      [],
      hairpin('virtualMachine/m1', '10.0.0.100:81'),
      ['refused socket no-listener'],
      '10.0.0.100:* > 10.0.0.100:81',
    ),
    row(
      'may be called by its address',
      [],
      hairpin('10.0.0.4', '10.0.0.100:80'),
      ['delivered-locally socket hairpin-local'],
      '10.0.0.100:* > 10.0.0.100:80',
    ),
    row(
      'gets its own packet back with a default rule, and others answer',
      [
        balance('http', 'app', 80, off),
        onlyMachine({}, { guest: linux, listeners: ['80'] }),
        ...two({ listeners: ['80'] }),
      ],
      self,
      [mismatch, 'delivered client ok'],
      '10.0.0.4:* > 10.0.0.100:80',
      '10.0.0.4:* > 10.0.0.4:80',
    ),
    row(
      'gets its own IPv6 packet back',
      [
        network({ addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] }),
        internalFrontend('app', 'fd00::100'),
        balance('http', 'app', 80, off),
        onlyMachine({ address: 'fd00::4' }, { guest: linux, listeners: [':::80'] }),
      ],
      hairpin('virtualMachine/m1', '[fd00::100]:80'),
      [mismatch],
      '[fd00::4]:* > [fd00::100]:80',
      '[fd00::4]:* > [fd00::4]:80',
    ),
    row(
      'on Windows takes no IPv6 packet of its own either',
      [
        network({ addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] }),
        internalFrontend('app', 'fd00::100'),
        balance('http', 'app', 80, off),
        onlyMachine({ address: 'fd00::4' }, { guest: windows, listeners: [':::80'] }),
      ],
      hairpin('virtualMachine/m1', '[fd00::100]:80'),
      [mismatch],
      '[fd00::4]:* > [fd00::100]:80',
      '[fd00::4]:* > [fd00::4]:80',
    ),
    row(
      'that calls the address of its own NIC from outside gets nothing',
      [],
      inbound('virtualMachine/m1', '10.0.0.4:80'),
      [mismatch],
      '10.0.0.4:* > 10.0.0.4:80',
    ),
    row(
      'reaches the holder of a cluster address',
      [onlyMachine({}, { guest: linux }), ...two(holding)],
      { ...self, backend: 'virtualMachine/m2' },
      ['delivered client ok'],
      '10.0.0.4:* > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.4:*',
    ),
    row(
      'whose guest nobody described',
      [onlyMachine({}, {})],
      self,
      ['unknown guest-ip guest-unknown'],
      '10.0.0.4:* > 10.0.0.100:80',
    ),
  ]))
