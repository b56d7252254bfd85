import { describe, expect, it } from 'vitest'
import { documentOf } from '../scenarios/builder.ts'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { changed, without } from './examples/change.ts'
import {
  cluster,
  haPair,
  linuxPair,
  publicOutbound,
  publicPair,
  twoSites,
  windowsPair,
} from './examples/documents.ts'
import { examples } from './examples/index.ts'
import { knownNormal } from './known-normal/index.ts'
import { groupsOf } from './test-groups.ts'

const scenario = (id: string) => scenarios.find((one) => one.id === id)?.document as TopologyDocument

const addressOf = (id: string, value: unknown) => [id, 'privateIPAddress', value] as const
const web = 'loadBalancingRule/web'
const bound = {
  name: 'partner',
  to: '10.0.0.77',
  port: 443,
  protocol: 'Tcp',
  bind: '65.52.0.1',
}
const twoPorts = (document: TopologyDocument): TopologyDocument => ({
  ...document,
  resources: {
    ...document.resources,
    'loadBalancingRule/more': {
      ...(document.resources[web] as NonNullable<(typeof document.resources)[typeof web]>),
      name: 'more',
      frontendPort: 8443,
      backendPort: 8080,
    },
  },
})

describe('one cause gives one finding at the top', () => {
  it.each<readonly [string, TopologyDocument, readonly (readonly string[])[]]>([
    [
      'a backend port that does not exist',
      changed(publicPair, [web, 'backendPort', 65_536]),
      [['port-out-of-range loadBalancingRule/web']],
    ],
    [
      'a probe port that does not exist',
      changed(linuxPair, ['probe/health', 'port', 0]),
      [['field-value-invalid probe/health']],
    ],
    [
      'a frontend with a subnet and a public address',
      changed(twoSites, ['frontendIPConfiguration/site', 'publicIPPrefix', 'publicIPPrefix/some']),
      [
        [
          'frontend-address-source-invalid frontendIPConfiguration/site',
          'network-security-group-missing',
          'frontend-kinds-mixed',
        ],
        ['reference-dangling frontendIPConfiguration/site'],
      ],
    ],
    [
      'a call that is bound to a frontend',
      changed(scenario('outbound-from-frontend-address'), [
        'virtualMachine/vm1',
        'guest.connections',
        [bound],
      ]),
      [['outbound-from-frontend-address virtualMachine/vm1', 'security-rule-denies-outbound']],
    ],
    [
      'the address of a service that cannot be read',
      changed(scenario('linux-loopback'), ['listener/ub1-1', 'address', 'oops']),
      [['field-value-invalid listener/ub1-1', 'listener-missing', 'probe-port-closed']],
    ],
    [
      'a service that both clients and the probe ask for',
      without(scenario('linux-loopback'), 'listener/ub1-1'),
      [['listener-missing loadBalancingRule/http', 'probe-port-closed']],
    ],
    [
      'a frontend outside its subnet',
      changed(
        scenario('security-group-for-frontend-address'),
        addressOf('frontendIPConfiguration/app', '10.9.9.9'),
      ),
      [
        [
          'frontend-outside-subnet frontendIPConfiguration/app',
          'guest-address-missing',
          'security-rule-misses-frontend-address',
        ],
      ],
    ],
    [
      'a rule without a pool',
      changed(linuxPair, [web, 'backendAddressPool', undefined]),
      [['backend-pool-empty loadBalancingRule/web', 'loopback-address-shadows-frontend']],
    ],
    [
      'a pool of two rules that is empty',
      changed(twoSites, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
      [
        [
          'backend-pool-empty loadBalancingRule/web',
          'backend-pool-empty',
          'loopback-address-shadows-frontend',
        ],
      ],
    ],
    [
      'floating IP that was switched off',
      changed(scenario('two-public-tls-sites'), ['loadBalancingRule/https-a', 'enableFloatingIP', false]),
      [
        [
          'security-rule-misses-backend-address loadBalancingRule/https-a',
          'listener-missing',
          'loopback-address-shadows-frontend',
        ],
      ],
    ],
    [
      'one of two HA ports rules that does not float',
      changed(haPair, [web, 'enableFloatingIP', false]),
      [['ha-ports-share-pool loadBalancingRule/other', 'loopback-address-shadows-frontend']],
    ],
    [
      'a backend port for which nothing was set up',
      changed(scenario('two-public-tls-sites'), ['loadBalancingRule/https-a', 'backendPort', 4711]),
      [
        [
          'security-rule-uses-frontend-port loadBalancingRule/https-a',
          'listener-missing',
          'guest-firewall-blocks-backend-port',
        ],
      ],
    ],
    [
      'every protocol on a port of a public frontend',
      changed(publicPair, [web, 'protocol', 'All']),
      [['ha-ports-incomplete loadBalancingRule/web', 'ha-ports-unsupported']],
    ],
    [
      'one of two rules of a port that does not float any more',
      changed(knownNormal['mixed-floating-and-default'] ?? linuxPair, [web, 'enableFloatingIP', false]),
      [['backend-port-reused loadBalancingRule/other', 'loopback-address-shadows-frontend']],
    ],
    [
      'a cluster rule without a probe',
      changed(cluster, ['loadBalancingRule/sql', 'probe', undefined]),
      [['cluster-member-without-address loadBalancingRule/sql', 'probe-missing']],
    ],
    [
      'the SKU Basic',
      changed(scenario('two-public-tls-sites'), ['loadBalancer/lb', 'sku', 'Basic']),
      [['basic-sku-retired loadBalancer/lb', 'sku-mismatch']],
    ],
    [
      'an outbound rule of a secondary IP configuration behind a floating rule',
      changed(publicOutbound, ['ipConfiguration/vm2-nic-ipconfig1', 'primary', false]),
      [
        [
          'floating-ip-on-secondary-ip-configuration loadBalancingRule/web',
          'outbound-rule-on-secondary-ip-configuration',
        ],
      ],
    ],
    [
      'an address that is missing for two ports of one frontend',
      without(twoPorts(linuxPair), 'loopbackInterface/vm2-lo'),
      [['guest-address-missing loadBalancingRule/web', 'guest-address-missing']],
    ],
    [
      'one switch of Windows that two rules need',
      changed(scenario('first-view'), ['networkInterface/web1-nic', 'guest.weakHostReceive', false]),
      [
        ['guest-address-missing loadBalancingRule/https-b'],
        ['weak-host-receive-disabled loadBalancingRule/https-a', 'weak-host-receive-disabled'],
      ],
    ],
    [
      'a NIC that has the cluster address as its own',
      changed(cluster, addressOf('ipConfiguration/vm2-nic-ipconfig1', '10.0.0.10')),
      [
        [
          'address-duplicated frontendIPConfiguration/listener',
          'probe-port-closed',
          'cluster-address-owner-count',
        ],
      ],
    ],
    ['nothing', knownNormal['public-and-internal-on-one-nic'] ?? windowsPair, []],
  ])('%s', (_, document, expected) => {
    const sorted = ([cause = '', ...consequences]: readonly string[]) => [cause, ...consequences.toSorted()]
    expect(groupsOf(document).map(sorted)).toEqual(expected.map(sorted))
  })

  it.each<readonly [string, TopologyDocument, readonly string[]]>([
    [
      'a switch for one address, where another address is missing',
      changed(scenario('first-view'), ['networkInterface/web2-nic', 'guest.weakHostReceive', false]),
      [
        'guest-address-missing loadBalancingRule/https-b',
        'weak-host-receive-disabled loadBalancingRule/https-a',
      ],
    ],
    [
      'a probe that a guest does not answer, where two others have one address',
      changed(without(linuxPair, 'listener/vm2-2'), addressOf('frontendIPConfiguration/site', '10.0.0.4')),
      ['address-duplicated frontendIPConfiguration/site', 'probe-port-closed probe/health'],
    ],
    [
      'what a public load balancer of any SKU refuses, where the SKU is Basic',
      changed(
        publicPair,
        ['loadBalancer/lb', 'sku', 'Basic'],
        [web, 'protocol', 'All'],
        [web, 'frontendPort', 0],
        [web, 'backendPort', 0],
      ),
      ['basic-sku-retired loadBalancer/lb', 'ha-ports-unsupported loadBalancingRule/web'],
    ],
    [
      'a missing security group, where another frontend than the wrong one is public',
      changed(
        documentOf('Two', without(publicPair, 'networkSecurityGroup/nsg').resources, {
          'frontendIPConfiguration/odd': {
            name: 'odd',
            loadBalancer: 'loadBalancer/lb',
            subnet: 'subnet/snet',
            publicIPAddress: 'publicIPAddress/site',
          },
        }),
      ),
      [
        'frontend-address-source-invalid frontendIPConfiguration/odd',
        'network-security-group-missing loadBalancer/lb',
      ],
    ],
    [
      'an address that a rule does not bring packets to, where nothing serves that rule',
      changed(without(scenario('answer-by-the-wrong-nic'), 'listener/app1-1'), [
        'loadBalancingRule/http',
        'enableFloatingIP',
        false,
      ]),
      ['loopback-address-shadows-frontend loopbackInterface/app1-lo'],
    ],
    [
      'one field that is empty, where another one cannot be read',
      changed(
        linuxPair,
        ['ipConfiguration/vm1-nic-ipconfig1', 'privateIPAddress', 'oops'],
        ['ipConfiguration/vm1-nic-ipconfig1', 'subnet', undefined],
      ),
      ['field-missing ipConfiguration/vm1-nic-ipconfig1'],
    ],
    [
      'half an HA ports rule, where the frontend is missing',
      changed(linuxPair, [web, 'backendPort', 0], [web, 'frontendIPConfiguration', undefined]),
      ['field-missing loadBalancingRule/web', 'ha-ports-incomplete loadBalancingRule/web'],
    ],
    [
      'a service that two guests miss, where one of them lacks the address',
      changed(without(linuxPair, 'loopbackInterface/vm2-lo'), [web, 'backendPort', 4711]),
      ['listener-missing loadBalancingRule/web'],
    ],
    [
      'a call to a port that no rule takes, where a service is missing',
      changed(
        examples['hairpin-to-own-frontend']?.before ?? linuxPair,
        [web, 'frontendPort', 5],
        ['listener/vm1-1', 'address', ''],
      ),
      ['connection-without-rule virtualMachine/vm1'],
    ],
  ])('but not %s', (_, document, apart) => {
    expect(groupsOf(document).map(([cause]) => cause)).toEqual(expect.arrayContaining([...apart]))
  })

  it('leaves findings apart that have nothing to do with each other', () => {
    const several = changed(
      without(windowsPair, 'loopbackInterface/vm2-lo'),
      ['networkInterface/vm1-nic', 'guest.weakHostReceive', false],
      ['listener/vm1-2', 'enabled', false],
    )
    expect(groupsOf(several).map(([cause]) => cause)).toEqual([
      'guest-address-missing loadBalancingRule/web',
      'weak-host-receive-disabled loadBalancingRule/web',
      'probe-port-closed probe/health',
    ])
  })
})
