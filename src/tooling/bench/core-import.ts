import { arranged } from '../../core/edit/arrange.ts'
import { combine } from '../../core/import/combine.ts'
import { importText } from '../../core/import/import-text.ts'
import { generate } from '../../core/scenarios/generate.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { milliseconds, round } from './measuring.ts'
import { median } from './median.ts'

const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at))
const named = (items: readonly (readonly [string, unknown])[]) => Object.fromEntries(items)
const child = (lb: number, list: string, name: string) => ({
  id: `[resourceId('Microsoft.Network/loadBalancers/${list}', variables('lb${lb}'), ${name})]`,
})

const balancer = (lb: number) => ({
  type: 'Microsoft.Network/loadBalancers',
  condition: `[equals(parameters('choice${lb}'), 'yes')]`,
  name: `[variables('lb${lb}')]`,
  sku: { name: 'Standard' },
  properties: {
    frontendIPConfigurations: many(4, (at) => ({
      name: `front-${at}`,
      properties: {
        privateIPAddress: `[cidrHost('10.${lb}.0.0/24', ${99 + at})]`,
        subnet: { id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('net'), 'app')]" },
      },
    })),
    backendAddressPools: [{ name: 'pool' }],
    probes: [{ name: 'alive', properties: { protocol: 'Tcp', port: "[int(parameters('text7'))]" } }],
    copy: [
      {
        name: 'loadBalancingRules',
        count: 12,
        input: {
          name: `[format('site-{0}', padLeft(copyIndex('loadBalancingRules', 1), 2, '0'))]`,
          properties: {
            frontendIPConfiguration: child(
              lb,
              'frontendIPConfigurations',
              `concat('front-', mod(copyIndex('loadBalancingRules'), 4))`,
            ),
            backendAddressPool: child(lb, 'backendAddressPools', "'pool'"),
            probe: child(lb, 'probes', "'alive'"),
            protocol: 'Tcp',
            frontendPort: "[add(variables('ports')[0], copyIndex('loadBalancingRules'))]",
            backendPort: "[add(variables('ports')[0], copyIndex('loadBalancingRules'))]",
            enableFloatingIP: true,
          },
        },
      },
    ],
  },
})

const machines = (lb: number) => [
  {
    type: 'Microsoft.Network/networkInterfaces',
    copy: { name: 'nics', count: 10 },
    name: `[concat(variables('name${lb}'), '-nic', copyIndex())]`,
    properties: {
      ipConfigurations: [
        {
          name: 'ipconfig1',
          properties: {
            subnet: {
              id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('net'), 'app')]",
            },
            privateIPAddress: `[concat('10.${lb}.0.', string(add(copyIndex(), 4)))]`,
            loadBalancerBackendAddressPools: [child(lb, 'backendAddressPools', "'pool'")],
          },
        },
      ],
    },
  },
  {
    type: 'Microsoft.Compute/virtualMachines',
    copy: { name: 'machines', count: 10 },
    name: `[concat(variables('name${lb}'), '-vm', copyIndex())]`,
    properties: {
      networkProfile: {
        networkInterfaces: [
          {
            id: `[resourceId('Microsoft.Network/networkInterfaces', concat(variables('name${lb}'), '-nic', copyIndex()))]`,
          },
        ],
      },
      osProfile: { customData: `[base64(concat('#!/bin/sh', '${'x'.repeat(8_000)}'))]` },
    },
  },
]

/** A template larger than any of those that were measured in the wild (the largest has 92 kB). */
const largeTemplate = () =>
  JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: named([
        ...many(
          60,
          (at) =>
            [
              `text${at}`,
              { type: 'string', defaultValue: `${8000 + at}`, metadata: { description: 'A text.' } },
            ] as const,
        ),
        ...many(
          6,
          (at) =>
            [`choice${at}`, { type: 'string', defaultValue: 'yes', allowedValues: ['yes', 'no'] }] as const,
        ),
      ]),
      variables: named([
        ['net', "[concat(parameters('text1'), '-net')]"],
        ['ports', "[createArray(int(parameters('text2')), 443)]"],
        ...many(6, (at) => [`lb${at}`, `[concat(variables('name${at}'), '-lb')]`] as const),
        ...many(
          120,
          (at) =>
            [
              `name${at}`,
              `[toLower(concat(if(equals(parameters('text${at % 60}'), ''), 'none', parameters('text${at % 60}')), '-', ${at > 5 ? `variables('name${at - 5}')` : `'base'`}))]`,
            ] as const,
        ),
      ]),
      resources: [
        {
          type: 'Microsoft.Network/virtualNetworks',
          name: "[variables('net')]",
          properties: {
            addressSpace: { addressPrefixes: ['10.0.0.0/8'] },
            subnets: [{ name: 'app', properties: { addressPrefix: '10.0.0.0/12' } }],
          },
        },
        ...many(6, balancer),
        ...many(6, machines).flat(),
      ],
    },
    null,
    4,
  )

/** What every guest of a diagram prints. */
function guestsOf(document: TopologyDocument): string {
  const model = resolve(document)
  const lines = model.all('virtualMachine').flatMap(({ id }) => {
    const [nic] = model.interfacesOf(id)
    const [own] = model.ipConfigurationsOf(nic?.id ?? '')
    return [
      '== floatpath guest ==',
      ...model
        .loopbacksOf(id)
        .flatMap(({ addresses = [] }) =>
          addresses.map((address) => `1: lo    inet ${address} scope global lo`),
        ),
      `2: eth0    inet ${own?.privateIPAddress}/24 brd 10.0.0.255 scope global eth0`,
      ...many(30, (at) => `tcp   LISTEN 0      128          0.0.0.0:${8000 + at}        0.0.0.0:*`),
      '== floatpath end ==',
    ]
  })
  return lines.join('\n')
}

function row(what: string, text: string, runs: number, budget: string, current?: TopologyDocument) {
  const run = () => {
    const result = importText(text)
    if (!result.ok) throw new Error(result.message)
    arranged(combine([result], current).document)
  }
  const first = milliseconds(run)
  return {
    import: what,
    kB: Math.round(text.length / 1000),
    'first, ms': round(first),
    'warm, ms': round(median(many(runs, () => milliseconds(run)))),
    budget,
  }
}

/** Prints how long imports take: reading, matching and laying out. */
export function benchImport(): void {
  const hundred = generate(20, 100)
  console.log('Imports, laid out')
  console.table([
    row('a large ARM template', largeTemplate(), 9, '300 ms'),
    row('output of 100 guests', guestsOf(hundred), 5, '', hundred),
  ])
}
