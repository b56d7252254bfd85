import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { floatingIpWithoutNeed } from './floating-ip-without-need.ts'

/** A NAT rule to one member, at a backend port. */
const nat = (backendPort: number) => ({
  'inboundNatRule/direct': {
    name: 'direct',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
    protocol: 'Tcp',
    frontendPort: 5000,
    backendPort,
    enableFloatingIP: true,
  } as const,
})
const direct = 'inboundNatRule/direct'

const loopbacks = ['loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'] as const

testLintRule(floatingIpWithoutNeed, {
  valid: {
    'every member holds the address': linuxPair,
    'one member holds the address': without(linuxPair, 'loopbackInterface/vm2-lo'),
    'another rule uses the port': without(twoSites, ...loopbacks),
    'a NAT rule uses the port of a member': changed(
      documentOf('nat', without(linuxPair, ...loopbacks).resources, nat(80)),
      [direct, 'enableFloatingIP', false],
    ),
    'a guest of which nothing is known': changed(without(linuxPair, ...loopbacks), [
      'virtualMachine/vm2',
      'guest',
      undefined,
    ]),
  },
  invalid: {
    'nobody holds the address': {
      document: without(linuxPair, ...loopbacks),
      finds: [{ resource: 'loadBalancingRule/web', severity: 'info', path: 'enableFloatingIP', fixes: 1 }],
    },
    'a NAT rule whose member does not hold the address': {
      document: documentOf('nat', without(linuxPair, ...loopbacks).resources, nat(22)),
      finds: [
        { resource: 'loadBalancingRule/web' },
        { resource: direct, path: 'enableFloatingIP', fixes: 1 },
      ],
    },
  },
})
