import { linuxPair, publicPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { frontendOutsideSubnet } from './frontend-outside-subnet.ts'

const site = 'frontendIPConfiguration/site'
const at = (address: string) => changed(linuxPair, [site, 'privateIPAddress', address])

testLintRule(frontendOutsideSubnet, {
  valid: {
    'an address of the subnet': linuxPair,
    'the first free one and the last free one': at('10.0.0.4'),
    'the last free one': at('10.0.0.254'),
    'a public frontend': publicPair,
    'no address': changed(linuxPair, [site, 'privateIPAddress', undefined]),
    'text that is no address': at('10.0.0'),
    'a subnet without a prefix': changed(at('10.9.9.9'), ['subnet/snet', 'addressPrefix', undefined]),
    'the second prefix of a dual stack subnet': changed(
      at('fd00::100'),
      ['subnet/snet', 'addressPrefix', undefined],
      ['subnet/snet', 'addressPrefixes', ['10.0.0.0/24', 'fd00::/64']],
    ),
  },
  invalid: {
    'outside, and in no other subnet': {
      document: at('10.0.1.100'),
      finds: [
        { resource: site, class: 'deployment', path: 'privateIPAddress', related: ['subnet/snet'], fixes: 0 },
      ],
    },
    'in another subnet of the same network': {
      document: changed(twoNics, [site, 'subnet', 'subnet/back']),
      finds: [{ resource: site, fixes: 1 }],
    },
    'the address of the gateway': {
      document: at('10.0.0.1'),
      finds: [
        {
          resource: site,
          message: 'The address 10.0.0.1 of site is one of the five that Azure keeps of snet (10.0.0.0/24).',
        },
      ],
    },
    'the last address': { document: at('10.0.0.255'), finds: [{ resource: site }] },
    'IPv6 in an IPv4 subnet': { document: at('fd00::100'), finds: [{ resource: site }] },
  },
})
