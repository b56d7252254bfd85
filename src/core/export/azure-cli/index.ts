import { needsPassword } from '../azure/dependencies.ts'
import { headingOf } from '../azure/heading.ts'
import { type AzurePlan, type AzureResource, azurePlan } from '../azure/plan.ts'
import type { Exporter } from '../exporter.ts'
import { Lines } from '../text/lines.ts'
import { type Command, type CommandWords, commandText } from './command.ts'
import { loadBalancerCommands } from './load-balancers.ts'
import { interfaceCommands, machineCommands, membershipCommands } from './machines.ts'
import { networkCommands } from './networks.ts'

function wordsOf(plan: AzurePlan, note: (text: string) => void): CommandWords {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : plan.places.get(id)?.name)
  return {
    plan,
    note,
    nameOf,
    subnet: (id) =>
      id === undefined ? {} : { '--vnet-name': nameOf(plan.places.get(id)?.root), '--subnet': nameOf(id) },
  }
}

const isInterface = ({ type }: AzureResource) => type === 'Microsoft.Network/networkInterfaces'

function commandsOf(resource: AzureResource, words: CommandWords): readonly Command[] {
  if (resource.type === 'Microsoft.Network/loadBalancers') return loadBalancerCommands(resource, words)
  if (isInterface(resource))
    return [...interfaceCommands(resource, words), ...membershipCommands(resource, words)]
  if (resource.type === 'Microsoft.Compute/virtualMachines') return machineCommands(resource, words)
  return networkCommands(resource, words)
}

/** A Bash script of Azure CLI commands. */
export const azureCli: Exporter = {
  id: 'azure-cli',
  title: 'Azure CLI script',
  about: 'A Bash script of az commands, in an order in which they work.',
  languages: ['shell'],
  reads: ['scope', 'machines', 'findings'],
  export(document, options = {}) {
    const plan = azurePlan(document, options)
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const own = new Set<string>()
    const words = wordsOf(plan, (text) => own.add(text))
    const commands = [
      ...plan.resources.flatMap((resource) => commandsOf(resource, words)),
      ...plan.all
        .filter((resource) => resource.exists && isInterface(resource))
        .flatMap((resource) => membershipCommands(resource, words)),
    ]
    const notes = [...plan.notes, ...own]
    const lines = new Lines()
    lines.add('#!/usr/bin/env bash')
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    lines.add('set -euo pipefail').gap()
    lines.add(': "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"')
    if (needsPassword(plan)) {
      lines.add(
        ': "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"',
      )
    }
    lines.add(
      'LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"',
    )
    for (const command of commands) lines.gap().add(commandText(command), command.source)
    return { files: [lines.file('deploy.sh', 'shell')], notes }
  },
}
