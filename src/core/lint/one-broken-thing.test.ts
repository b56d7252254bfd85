import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { changed } from './examples/change.ts'
import { appliances, cluster, linuxPair, publicPair, twoSites } from './examples/documents.ts'
import { groupsOf } from './test-groups.ts'

const scenario = (id: string) => scenarios.find((one) => one.id === id)?.document as TopologyDocument

/** Without a thing to which others go on referring. */
function gone(document: TopologyDocument, id: string): TopologyDocument {
  const { [id as keyof TopologyDocument['resources']]: _, ...resources } = document.resources
  return { ...document, resources }
}

describe('one thing that is gone or cannot be read gives one finding at the top', () => {
  it.each<readonly [string, TopologyDocument, readonly (readonly string[])[]]>([
    [
      'floating IP that is off for two sites whose services are bound to their addresses',
      changed(
        twoSites,
        ['loadBalancingRule/web', 'enableFloatingIP', false],
        ['loadBalancingRule/other', 'enableFloatingIP', false],
        ['listener/vm1-1', 'address', '10.0.0.100'],
        ['listener/vm2-1', 'address', '10.0.0.100'],
      ),
      [
        [
          'backend-port-reused loadBalancingRule/other',
          'listener-missing',
          'loopback-address-shadows-frontend',
        ],
      ],
    ],
    [
      'a load balancer that is gone',
      gone(scenario('two-public-tls-sites'), 'loadBalancer/lb'),
      [['reference-dangling frontendIPConfiguration/site-a', 'reference-dangling']],
    ],
    [
      'a virtual machine that is gone',
      gone(scenario('two-public-tls-sites'), 'virtualMachine/vm1'),
      [
        [
          'reference-dangling networkInterface/vm1-nic',
          'loopback-address-shadows-frontend',
          'reference-dangling',
        ],
      ],
    ],
    [
      'a pool that is gone, and with it the way out',
      gone(scenario('outbound-from-frontend-address'), 'backendAddressPool/pool'),
      [
        ['outbound-from-frontend-address virtualMachine/vm1'],
        [
          'reference-dangling loadBalancingRule/https-a',
          'loopback-address-shadows-frontend',
          'outbound-method-missing',
          'reference-dangling',
        ],
      ],
    ],
    [
      'the security group of a subnet that is gone',
      gone(publicPair, 'networkSecurityGroup/nsg'),
      [['reference-dangling subnet/snet', 'network-security-group-missing']],
    ],
    [
      'a security rule of two sites that cannot be read',
      changed(scenario('two-public-tls-sites'), [
        'networkSecurityGroup/nsg',
        'securityRules.0.direction',
        'In',
      ]),
      [['field-value-invalid networkSecurityGroup/nsg', 'security-rule-denies-clients']],
    ],
    [
      'a security group that denies one port of two sites',
      changed(scenario('two-public-tls-sites'), ['networkSecurityGroup/nsg', 'securityRules', []]),
      [['security-rule-denies-clients loadBalancingRule/https-a', 'security-rule-denies-clients']],
    ],
    [
      'a guest firewall that lets nothing in',
      changed(scenario('two-public-tls-sites'), ['virtualMachine/vm1', 'guest.firewall.inboundAllow', []]),
      [
        [
          'guest-firewall-blocks-backend-port loadBalancingRule/https-a',
          'guest-firewall-blocks-backend-port',
          'guest-firewall-blocks-probe',
        ],
      ],
    ],
    [
      'a guest firewall that cannot be read',
      changed(scenario('two-public-tls-sites'), [
        'virtualMachine/vm1',
        'guest.firewall.inboundAllow.0.protocol',
        'All',
      ]),
      [['field-value-invalid virtualMachine/vm1', 'guest-firewall-blocks-backend-port']],
    ],
    [
      'a loopback adapter whose virtual machine is not there',
      changed(linuxPair, ['loopbackInterface/vm1-lo', 'virtualMachine', 'virtualMachine/gone']),
      [
        [
          'reference-dangling loopbackInterface/vm1-lo',
          'guest-address-missing',
          'loopback-address-shadows-frontend',
        ],
      ],
    ],
    [
      'a listener whose virtual machine is not there',
      changed(linuxPair, ['listener/vm1-1', 'virtualMachine', 'virtualMachine/gone']),
      [['reference-dangling listener/vm1-1', 'listener-missing']],
    ],
    [
      'a service without an address that both clients and the probe ask for',
      changed(linuxPair, ['probe/health', 'port', 80], ['listener/vm1-1', 'address', undefined]),
      [['listener-missing loadBalancingRule/web', 'probe-port-closed']],
    ],
    [
      'a NIC whose virtual machine is not there',
      changed(linuxPair, ['networkInterface/vm1-nic', 'virtualMachine', 'virtualMachine/gone']),
      [['reference-dangling networkInterface/vm1-nic', 'loopback-address-shadows-frontend']],
    ],
    [
      'a secondary IP configuration behind two rules',
      changed(twoSites, ['ipConfiguration/vm2-nic-ipconfig1', 'primary', false]),
      [
        [
          'floating-ip-on-secondary-ip-configuration loadBalancingRule/web',
          'floating-ip-on-secondary-ip-configuration',
        ],
      ],
    ],
    [
      'a load balancer that became a gateway',
      changed(twoSites, ['loadBalancer/lb', 'sku', 'Gateway']),
      [['gateway-rule-invalid loadBalancingRule/web', 'gateway-rule-invalid']],
    ],
    [
      'a load balancer that became global',
      changed(twoSites, ['loadBalancer/lb', 'tier', 'Global']),
      [['global-rule-invalid frontendIPConfiguration/site', 'backend-pool-empty', 'global-rule-invalid']],
    ],
    [
      'an HA ports rule without a protocol',
      changed(appliances, ['loadBalancingRule/all', 'protocol', undefined]),
      [['field-missing loadBalancingRule/all', 'ha-ports-incomplete']],
    ],
    [
      'the probe of a cluster that is gone',
      gone(cluster, 'probe/cluster'),
      [['reference-dangling loadBalancingRule/sql', 'cluster-member-without-address']],
    ],
    [
      'a public address of an unknown SKU',
      changed(publicPair, ['publicIPAddress/site', 'sku', 'Premium']),
      [['field-value-invalid publicIPAddress/site', 'sku-mismatch']],
    ],
  ])('%s', (_, document, expected) => {
    const sorted = ([cause = '', ...consequences]: readonly string[]) => [cause, ...consequences.toSorted()]
    expect(groupsOf(document).map(sorted)).toEqual(expected.map(sorted))
  })
})
