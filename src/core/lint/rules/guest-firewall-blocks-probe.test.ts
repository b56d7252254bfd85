import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { guestFirewallBlocksProbe } from './guest-firewall-blocks-probe.ts'

const firewall = (...allow: readonly object[]) =>
  [
    'virtualMachine/vm1',
    'guest.firewall',
    { enabled: true, inboundAllow: [{ protocol: 'Tcp', port: 80 }, ...allow] },
  ] as const

testLintRule(guestFirewallBlocksProbe, {
  valid: {
    'no firewall': linuxPair,
    'the probe is allowed': changed(
      linuxPair,
      firewall({ protocol: 'Tcp', port: 8080, remoteAddresses: ['168.63.129.16'] }),
    ),
  },
  invalid: {
    'the probe port is not allowed': {
      document: changed(linuxPair, firewall()),
      finds: [{ resource: 'probe/health', class: 'traffic', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'allowed for clients only': {
      document: changed(linuxPair, firewall({ protocol: '*', port: '*', remoteAddresses: ['10.0.0.0/8'] })),
      finds: [{ resource: 'probe/health' }],
    },
  },
})
