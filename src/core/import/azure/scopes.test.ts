import { describe, expect, it } from 'vitest'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { readPieces } from '../read-pieces.ts'
import { piecesOf } from '../test-pieces.ts'

const read = (...values: readonly unknown[]) => {
  const result = readPieces(
    values.map((value, index) => ({ name: String(index), text: JSON.stringify(value) })),
  )
  if (!result.ok) throw new Error(result.problems[0])
  return combine(result.pieces)
}
const balancers = (combined: ReturnType<typeof read>) => resolve(combined.document).all('loadBalancer')
const frontends = (combined: ReturnType<typeof read>) =>
  resolve(combined.document)
    .all('frontendIPConfiguration')
    .map(({ privateIPAddress }) => privateIPAddress)
const leftOut = ({ notes }: ReturnType<typeof read>) =>
  notes.filter(({ kind }) => kind === 'left-out').map(({ subject }) => subject)

describe('two load balancers of one name in different resource groups', () => {
  const balancer = (address: string, pool: string) => ({
    type: 'Microsoft.Network/loadBalancers',
    name: 'lb',
    properties: {
      frontendIPConfigurations: [{ name: 'fe', properties: { privateIPAddress: address } }],
      backendAddressPools: [{ name: pool }],
    },
  })
  const nic = (name: string, pool: string) => ({
    type: 'Microsoft.Network/networkInterfaces',
    name,
    properties: {
      ipConfigurations: [
        {
          name: 'ip',
          properties: {
            loadBalancerBackendAddressPools: [
              { id: `[resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', '${pool}')]` },
            ],
          },
        },
      ],
    },
  })
  const deployment = (resourceGroup: string | undefined, resources: readonly unknown[]) => ({
    type: 'Microsoft.Resources/deployments',
    name: `d-${resourceGroup}`,
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    properties: {
      expressionEvaluationOptions: { scope: 'inner' },
      template: { resources },
    },
  })
  const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'

  it.each([
    [undefined, 'other'],
    ['one', 'other'],
    ['one', "[parameters('group')]"],
  ])('are not mixed in nested deployments (%s and %s)', (one, other) => {
    const imported = read({
      $schema: schema,
      parameters: { group: { type: 'string' } },
      resources: [
        deployment(one, [balancer('10.0.0.5', 'pool'), nic('a', 'pool')]),
        deployment(other, [balancer('10.9.0.5', 'pool'), nic('b', 'pool')]),
      ],
    })
    expect(balancers(imported)).toHaveLength(1)
    expect(frontends(imported)).toEqual(['10.0.0.5'])
    expect(leftOut(imported)).toEqual(['lb'])
    expect(resolve(imported.document).all('backendAddressPool')).toMatchObject([
      { backendIPConfigurations: ['ipConfiguration/a-ip'] },
    ])
    expect(imported.notes.filter(({ message }) => /^Refers to pool of lb in /.test(message))).toHaveLength(1)
  })

  it('are not mixed in a Terraform plan', () => {
    const of = (name: string, group: string, address: string) => [
      {
        address: `azurerm_lb.${name}`,
        mode: 'managed',
        type: 'azurerm_lb',
        name,
        values: {
          name: 'lb',
          resource_group_name: group,
          frontend_ip_configuration: [{ name: 'fe', private_ip_address: address }],
        },
      },
      {
        address: `azurerm_lb_probe.${name}`,
        mode: 'managed',
        type: 'azurerm_lb_probe',
        name,
        values: { name: `probe-${name}`, protocol: 'Tcp', port: 80 },
      },
    ]
    const written = (name: string) => ({
      address: `azurerm_lb_probe.${name}`,
      expressions: { loadbalancer_id: { references: [`azurerm_lb.${name}.id`, `azurerm_lb.${name}`] } },
    })
    const imported = read({
      terraform_version: '1.9.0',
      planned_values: {
        root_module: { resources: [...of('a', 'rg-a', '10.0.0.5'), ...of('b', 'rg-b', '10.9.0.5')] },
      },
      configuration: { root_module: { resources: [written('a'), written('b')] } },
    })
    expect(frontends(imported)).toEqual(['10.0.0.5'])
    expect(resolve(imported.document).all('probe')).toMatchObject([{ name: 'probe-a' }])
    expect(leftOut(imported)).toEqual(['lb', 'probe-b'])
  })

  it('are not mixed in several files, nor are the NICs in their pools', () => {
    const [one, other] = ['rg-a', 'rg-b'].map((group) => piecesOf({ group, lb: 'lb' }))
    const imported = read(one?.loadBalancer, one?.nics, other?.loadBalancer, other?.nics)
    const alone = read(one?.loadBalancer, one?.nics)
    expect(imported.document).toEqual(alone.document)
    expect(leftOut(imported)).toEqual(['lb', 'lb-nic0', 'lb-nic1'])
  })
})

describe('a NIC of one name in another resource group or subscription', () => {
  const nicId = (group: string, subscription = '1111') =>
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/nic`
  const nic = { id: nicId('rg-a'), name: 'nic' }
  const machine = (other: string) => ({
    id: '/subscriptions/1111/resourceGroups/rg-a/providers/Microsoft.Compute/virtualMachines/vm',
    networkProfile: { networkInterfaces: [{ id: other }] },
  })

  it.each([
    [nicId('rg-b'), 'resource group rg-b of subscription 1111'],
    [nicId('rg-a', '2222'), 'resource group rg-a of subscription 2222'],
  ])('%s is said with its place', (other, place) => {
    const said = read(nic, machine(other)).notes.map(({ subject, message }) => `${subject}: ${message}`)
    expect(said).toContain(`vm: Refers to nic in ${place}.`)
    expect(said).toContain(`nic: Left out where ${place} has it: another one of this type and name is in.`)
    expect(read(nic, { ...nic, id: other }).notes.map(({ message }) => message)).toEqual([
      `Left out: another one of this type and name was read before. This one is in ${place}. Import them apart.`,
    ])
  })
})

describe('two NICs of one name in one pool', () => {
  it('are not one: the later is left out and listed', () => {
    const { loadBalancer } = piecesOf()
    const nic = (group: string, name: string) => ({
      id: `/subscriptions/1111/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/${name}/ipConfigurations/ip`,
    })
    const pool = {
      name: 'pool',
      backendIPConfigurations: [nic('a', 'one'), nic('b', 'one'), nic('b', 'two')],
    }
    const imported = read({ ...loadBalancer, backendAddressPools: [pool] })
    const [known] = resolve(imported.document).all('backendAddressPool')
    expect(known?.backendIPConfigurations).toHaveLength(2)
    expect(known?.unresolved).toBeUndefined()
    expect(leftOut(imported)).toEqual(['one'])
  })
})

describe('one load balancer', () => {
  it('is the same in any casing, and in a template that names no resource group', () => {
    const { loadBalancer } = piecesOf()
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      resources: [{ type: 'Microsoft.Network/loadBalancers', name: 'lb-shop', sku: { name: 'Standard' } }],
    }
    const loud = { ...loadBalancer, id: loadBalancer.id.toUpperCase() }
    for (const values of [
      [loadBalancer, template, loud],
      [template, loud, loadBalancer],
    ]) {
      const imported = read(...values)
      expect(balancers(imported)).toHaveLength(1)
      expect(leftOut(imported)).toEqual([])
    }
  })
})
