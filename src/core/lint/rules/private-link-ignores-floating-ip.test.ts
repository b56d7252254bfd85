import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { privateLinkIgnoresFloatingIp } from './private-link-ignores-floating-ip.ts'

const web = 'loadBalancingRule/web'
const published = documentOf('published', linuxPair.resources, {
  'privateLinkService/pls': {
    name: 'pls',
    loadBalancerFrontendIpConfigurations: ['frontendIPConfiguration/site'],
  },
})

testLintRule(privateLinkIgnoresFloatingIp, {
  valid: {
    'no Private Link service': linuxPair,
    'floating IP is off': changed(published, [web, 'enableFloatingIP', false]),
    'another frontend': documentOf('another', changed(twoSites, [web, 'enableFloatingIP', false]).resources, {
      'privateLinkService/pls': {
        name: 'pls',
        loadBalancerFrontendIpConfigurations: ['frontendIPConfiguration/site'],
      },
    }),
  },
  invalid: {
    'a floating NAT rule': {
      document: changed(
        documentOf('translated', published.resources, {
          'inboundNatRule/ssh': {
            name: 'ssh',
            loadBalancer: 'loadBalancer/lb',
            frontendIPConfiguration: 'frontendIPConfiguration/site',
            backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
            protocol: 'Tcp',
            frontendPort: 8080,
            backendPort: 8080,
            enableFloatingIP: true,
          },
        }),
        [web, 'enableFloatingIP', false],
      ),
      finds: [{ resource: 'inboundNatRule/ssh', severity: 'warning', fixes: 1 }],
    },
    'a floating rule': {
      document: published,
      finds: [{ resource: web, severity: 'warning', related: ['privateLinkService/pls'], fixes: 2 }],
    },
  },
})
