import { expect, it } from 'vitest'
import { applyCommands } from '../../edit/command.ts'
import { documentOf } from '../../scenarios/builder.ts'
import { lintWith } from '../lint.ts'
import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { addressDuplicated } from './address-duplicated.ts'

/** What people try who want to give a guest the frontend's address. */
const second = documentOf(
  'Second IP configuration',
  without(linuxPair, 'loopbackInterface/vm1-lo').resources,
  {
    'ipConfiguration/vm1-second': {
      name: 'ipconfig2',
      networkInterface: 'networkInterface/vm1-nic',
      subnet: 'subnet/snet',
      privateIPAddress: '10.0.0.100',
      privateIPAddressVersion: 'IPv4',
      primary: false,
    },
    'backendAddressPool/pool': {
      name: 'pool',
      loadBalancer: 'loadBalancer/lb',
      backendIPConfigurations: ['ipConfiguration/vm1-second', 'ipConfiguration/vm2-nic-ipconfig1'],
    },
  },
)

it('takes a second IP configuration away and lets the guest hold the address', () => {
  const [finding] = lintWith([addressDuplicated], second)
  const after = applyCommands(second, finding?.fixes[0]?.commands ?? [])
  expect(after.resources).not.toHaveProperty(['ipConfiguration/vm1-second'])
  expect(after.resources).toMatchObject({
    'backendAddressPool/pool': {
      backendIPConfigurations: ['ipConfiguration/vm2-nic-ipconfig1', 'ipConfiguration/vm1-nic-ipconfig1'],
    },
    'loopbackInterface/vm1-lo': { addresses: ['10.0.0.100/32'] },
  })
})

testLintRule(addressDuplicated, {
  valid: {
    'every address once': linuxPair,
    'no address yet': changed(linuxPair, [
      'ipConfiguration/vm1-nic-ipconfig1',
      'privateIPAddress',
      undefined,
    ]),
  },
  invalid: {
    'the frontend address on a NIC': {
      document: changed(linuxPair, ['ipConfiguration/vm1-nic-ipconfig1', 'privateIPAddress', '10.0.0.100']),
      finds: [
        {
          resource: 'frontendIPConfiguration/site',
          class: 'deployment',
          related: ['ipConfiguration/vm1-nic-ipconfig1'],
          armCode: 'MultipleIpConfigsRequestSamePrivateIpAddress',
          fixes: 1,
        },
      ],
    },
    'the frontend address as a second IP configuration, where it cannot be held': {
      document: second,
      finds: [
        { resource: 'frontendIPConfiguration/site', related: ['ipConfiguration/vm1-second'], fixes: 1 },
      ],
    },
    'two frontends': {
      document: changed(twoSites, ['frontendIPConfiguration/second', 'privateIPAddress', '10.0.0.100']),
      finds: [
        { resource: 'frontendIPConfiguration/site', related: ['frontendIPConfiguration/second'], fixes: 1 },
      ],
    },
  },
})
