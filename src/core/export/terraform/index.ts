import { typeOfId } from '../../topology/resource-type.ts'
import { needsPassword } from '../azure/dependencies.ts'
import { headingOf } from '../azure/heading.ts'
import { type AzurePlan, type AzureResource, azurePlan } from '../azure/plan.ts'
import { referencesIn } from '../azure/value.ts'
import type { Exporter } from '../exporter.ts'
import { Lines } from '../text/lines.ts'
import { type Block, Expression, writeBlock } from './block.ts'
import { loadBalancerBlocks } from './load-balancers.ts'
import { interfaceBlocks, machineBlocks, membershipBlocks } from './machines.ts'
import { networkBlocks } from './networks.ts'
import { azurermTypes, group, isType, labelOf, type TerraformWords, wordsOf } from './words.ts'

function blocksOf(resource: AzureResource, words: TerraformWords): readonly Block[] {
  if (isType(resource, 'loadBalancers')) return loadBalancerBlocks(resource, words)
  if (isType(resource, 'networkInterfaces')) return interfaceBlocks(resource, words)
  if (isType(resource, 'virtualMachines')) return machineBlocks(resource, words)
  return networkBlocks(resource, words)
}

/** Network interfaces that are in a pool or behind a NAT rule of this plan. */
function members(plan: AzurePlan): readonly AzureResource[] {
  return plan.all.filter((resource) => isType(resource, 'networkInterfaces'))
}

/** Data sources for what exists: whole resources, subnets among them, and network interfaces of members. */
function dataBlocks(plan: AzurePlan, words: TerraformWords): readonly Block[] {
  const referred = plan.resources.flatMap(({ properties }) => referencesIn(properties).map(({ id }) => id))
  const interfaces = members(plan).filter((one) => one.exists && membershipBlocks(one, words).length > 0)
  const existing = new Set(plan.all.filter(({ exists }) => exists).map(({ id }) => id))
  const ids = new Set([...referred, ...interfaces.map(({ id }) => id)])
  return [...ids].flatMap((id): Block[] => {
    const place = plan.places.get(id)
    if (!place || !existing.has(place.root)) return []
    const network = typeOfId(id) === 'subnet' ? place.names[0] : undefined
    return [
      {
        head: `data "${azurermTypes[typeOfId(id) ?? '']}" "${labelOf(id)}"`,
        source: id,
        set: { name: place.name, ...group, virtual_network_name: network },
      },
    ]
  })
}

function preamble(azurerm: 4 | 5, password: boolean): readonly Block[] {
  const provider = new Expression(`{ source = "hashicorp/azurerm", version = "~> ${azurerm}.0" }`)
  return [
    { head: 'terraform', blocks: [{ head: 'required_providers', set: { azurerm: provider } }] },
    { head: 'provider "azurerm"', blocks: [{ head: 'features' }] },
    {
      head: 'variable "resource_group_name"',
      set: { description: 'The resource group, which exists.', type: new Expression('string') },
    },
    ...(password
      ? [
          {
            head: 'variable "admin_password"',
            set: {
              description: 'Password of the administrator of every machine.',
              type: new Expression('string'),
              sensitive: true,
            },
          },
        ]
      : []),
    {
      head: 'data "azurerm_resource_group" "main"',
      set: { name: new Expression('var.resource_group_name') },
    },
  ]
}

/** Terraform, for the azurerm provider. */
export const terraform: Exporter = {
  id: 'terraform',
  title: 'Terraform',
  about: 'Resources of the azurerm provider, version 5 or 4.',
  languages: ['hcl'],
  reads: ['scope', 'machines', 'azurerm', 'findings'],
  export(document, options = {}) {
    const plan = azurePlan(document, options)
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const azurerm = options.azurerm ?? 5
    const own = new Set<string>()
    const words = wordsOf(plan, azurerm, (text) => own.add(text))
    const blocks = [
      ...preamble(azurerm, needsPassword(plan)),
      ...dataBlocks(plan, words),
      ...plan.resources.flatMap((resource) => blocksOf(resource, words)),
      ...members(plan).flatMap((resource) => membershipBlocks(resource, words)),
    ]
    const notes = [
      ...plan.notes,
      ...own,
      ...(azurerm === 4
        ? [
            'Builds of provider 4 before its pull request 31244 silently ignore a floating IP that is turned off: use the newest 4.x.',
          ]
        : []),
      'The provider reads the subscription from the environment variable ARM_SUBSCRIPTION_ID.',
    ]
    const lines = new Lines()
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    for (const block of blocks) {
      lines.gap()
      writeBlock(lines, block)
    }
    return { files: [lines.file('main.tf', 'hcl')], notes }
  },
}
