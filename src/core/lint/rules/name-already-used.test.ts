import { applyCommands } from '../../edit/command.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { nameAlreadyUsed } from './name-already-used.ts'

const securityRule = (name: string, priority: number) => ({
  name,
  priority,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['443'],
})

const added = (document: TopologyDocument, resources: { readonly [id: string]: object }) =>
  applyCommands(
    document,
    Object.entries(resources).map(([id, fields]) => ({ type: 'resource.add', id, fields: fields as never })),
  )

const otherBalancer = added(linuxPair, {
  'loadBalancer/other': { name: 'other', sku: 'Standard' },
  'probe/other': {
    name: 'health',
    loadBalancer: 'loadBalancer/other',
    protocol: 'Tcp',
    port: 80,
    intervalInSeconds: 5,
  },
})

testLintRule(nameAlreadyUsed, {
  valid: {
    'every name once': linuxPair,
    'the same name on another load balancer': otherBalancer,
    'listeners of one name in two guests': changed(
      linuxPair,
      ['listener/vm1-80', 'name', 'web'],
      ['listener/vm2-80', 'name', 'web'],
    ),
  },
  invalid: {
    'two virtual machines': {
      document: changed(linuxPair, ['virtualMachine/vm2', 'name', 'VM1']),
      finds: [{ resource: 'virtualMachine/vm1', related: ['virtualMachine/vm2'], path: 'name', fixes: 1 }],
    },
    'two NICs, though of two machines': {
      document: changed(
        linuxPair,
        ['networkInterface/vm1-nic', 'name', 'nic'],
        ['networkInterface/vm2-nic', 'name', 'nic'],
      ),
      finds: [{ resource: 'networkInterface/vm1-nic', related: ['networkInterface/vm2-nic'] }],
    },
    'three probes of one load balancer': {
      document: added(linuxPair, {
        'probe/b': {
          name: 'health',
          loadBalancer: 'loadBalancer/lb',
          protocol: 'Tcp',
          port: 81,
          intervalInSeconds: 5,
        },
        'probe/c': {
          name: 'Health',
          loadBalancer: 'loadBalancer/lb',
          protocol: 'Tcp',
          port: 82,
          intervalInSeconds: 5,
        },
        'probe/d': {
          name: 'health-2',
          loadBalancer: 'loadBalancer/lb',
          protocol: 'Tcp',
          port: 83,
          intervalInSeconds: 5,
        },
      }),
      finds: [{ resource: 'probe/health', related: ['probe/b', 'probe/c'], fixes: 3 }],
    },
    'two security rules of one group': {
      document: added(linuxPair, {
        'networkSecurityGroup/nsg': {
          name: 'nsg',
          securityRules: [securityRule('web', 100), securityRule('Web', 110)],
        },
      }),
      finds: [
        { resource: 'networkSecurityGroup/nsg', path: 'securityRules.1.name', class: 'deployment', fixes: 1 },
      ],
    },
  },
})
