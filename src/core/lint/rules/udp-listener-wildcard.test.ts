import { dns, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { udpListenerWildcard } from './udp-listener-wildcard.ts'

const service = 'listener/dns1-1'
const wildcard = [service, 'address', '0.0.0.0'] as const

testLintRule(udpListenerWildcard, {
  valid: {
    'bound to the frontend address': dns,
    'a TCP service': linuxPair,
    'the service answers from the address it was asked at': changed(dns, wildcard, [
      service,
      'replyFromReceivedAddress',
      true,
    ]),
    'a default rule to the first address of the NIC': changed(dns, wildcard, [
      'loadBalancingRule/dns',
      'enableFloatingIP',
      false,
    ]),
  },
  invalid: {
    'bound to every address': {
      document: changed(dns, wildcard),
      finds: [{ resource: 'loadBalancingRule/dns', related: ['virtualMachine/dns1', service], fixes: 1 }],
    },
  },
})
