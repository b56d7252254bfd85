import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { frontendZonesOnPublic } from './frontend-zones-on-public.ts'

const site = 'frontendIPConfiguration/site'

testLintRule(frontendZonesOnPublic, {
  valid: {
    'no zones': publicPair,
    'an empty list': changed(publicPair, [site, 'zones', []]),
    'zones on an internal frontend': changed(linuxPair, [site, 'zones', ['1', '2', '3']]),
    'zones on the public IP address': changed(publicPair, ['publicIPAddress/site', 'zones', ['1']]),
  },
  invalid: {
    'zones on a public frontend': {
      document: changed(publicPair, [site, 'zones', ['1', '2']]),
      finds: [
        { resource: site, class: 'deployment', path: 'zones', related: ['publicIPAddress/site'], fixes: 1 },
      ],
    },
  },
})
