import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundFromFrontendAddress } from './outbound-from-frontend-address.ts'

const calls = (bind?: string) =>
  [
    'virtualMachine/vm1',
    'guest.connections',
    [{ name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp', ...(bind ? { bind } : {}) }],
  ] as const

testLintRule(outboundFromFrontendAddress, {
  valid: {
    'not bound': changed(publicPair, calls()),
    'bound to the NIC address': changed(publicPair, calls('10.0.0.4')),
  },
  invalid: {
    'bound to the frontend address': {
      document: changed(publicPair, calls('65.52.0.1'), ['subnet/snet', 'defaultOutboundAccess', true]),
      finds: [{ resource: 'virtualMachine/vm1', path: 'guest.connections.0.bind', fixes: 1 }],
    },
  },
})
