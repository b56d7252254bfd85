import { headingOf } from '../azure/heading.ts'
import { azurePlan } from '../azure/plan.ts'
import type { Exporter } from '../exporter.ts'
import { Lines } from '../text/lines.ts'
import { commandText, location, type Option, ResourceId } from './command.ts'
import { commandsFor } from './commands.ts'

/** A Bash script of Azure CLI commands. */
export const azureCli: Exporter = {
  id: 'azure-cli',
  title: 'Azure CLI script',
  about: 'A Bash script of az commands, in an order in which they work.',
  languages: ['shell'],
  reads: ['scope', 'machines', 'findings', 'base'],
  export(document, options = {}) {
    const plan = azurePlan(document, options)
    if (plan.resources.length === 0 && !options.base) return { files: [], notes: plan.notes }
    const own = new Set<string>()
    const commands = commandsFor(plan, options, (text) => own.add(text))
    const notes = [...plan.notes, ...own]
    if (commands.length === 0) return { files: [], notes }
    const lines = new Lines()
    lines.add('#!/usr/bin/env bash')
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    lines.add('set -euo pipefail').gap()
    lines.add(': "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"')
    if (commands.some(({ call }) => call === 'vm create')) {
      lines.add(
        ': "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"',
      )
    }
    const uses = (test: (value: Option) => boolean) =>
      commands.some(({ options: of }) => Object.values(of).some(test))
    if (uses((value) => value === location)) {
      lines.add(
        'LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"',
      )
    }
    if (uses((value) => value instanceof ResourceId))
      lines.add('SUBSCRIPTION="$(az account show --query id --output tsv)"')
    for (const command of commands) lines.gap().add(commandText(command), command.source)
    return { files: [lines.file(options.base ? 'change.sh' : 'deploy.sh', 'shell')], notes }
  },
}
