import { describe } from 'vitest'
import { balance, machine, pool } from '../../scenarios/builder.ts'
import { hairpin } from '../../scenarios/expectation.ts'
import { itEnds, linux, off, onlyMachine, row } from '../test-outcome.ts'

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
