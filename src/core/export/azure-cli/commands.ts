import { changeNotes } from '../azure/change-notes.ts'
import { pathOf } from '../azure/places.ts'
import { type AzurePlan, type AzureResource, azurePlan } from '../azure/plan.ts'
import { isInterface, isMachine, keyOf } from '../azure/steps-since.ts'
import type { ExportOptions } from '../exporter.ts'
import { changeBetween } from './change.ts'
import { type Command, type CommandWords, ResourceId } from './command.ts'
import { loadBalancerCommands } from './load-balancers.ts'
import { interfaceCommands, machineCommands, membershipCommands } from './machines.ts'
import { networkCommands } from './networks.ts'

type Deployed = CommandWords['isDeployed']

function wordsOf(plan: AzurePlan, note: (text: string) => void, isDeployed: Deployed): CommandWords {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : plan.places.get(id)?.name)
  return {
    plan,
    note,
    isDeployed,
    nameOf,
    idOf: (id) => {
      const place = id === undefined ? undefined : plan.places.get(id)
      return place && new ResourceId(pathOf(place))
    },
    subnet: (id) =>
      id === undefined ? {} : { '--vnet-name': nameOf(plan.places.get(id)?.root), '--subnet': nameOf(id) },
  }
}

function commandsOf(resource: AzureResource, words: CommandWords): readonly Command[] {
  if (resource.type === 'Microsoft.Network/loadBalancers') return loadBalancerCommands(resource, words)
  if (isInterface(resource))
    return [...interfaceCommands(resource, words), ...membershipCommands(resource, words)]
  if (isMachine(resource)) return machineCommands(resource, words)
  return networkCommands(resource, words)
}

function allCommands(plan: AzurePlan, words: CommandWords): readonly Command[] {
  return [
    ...plan.resources.flatMap((resource) => commandsOf(resource, words)),
    ...plan.all
      .filter((resource) => resource.exists && isInterface(resource))
      .flatMap((resource) => membershipCommands(resource, words)),
  ]
}

/** The commands for what is deployed and for what is to be, both for the parts of what is there. */
export function commandsSince(
  deployed: AzurePlan,
  plan: AzurePlan,
  note: (text: string) => void,
): { readonly before: readonly Command[]; readonly after: readonly Command[] } {
  const there = new Set(deployed.all.map((one) => keyOf(deployed, one)))
  return {
    before: allCommands(
      deployed,
      wordsOf(
        deployed,
        () => {},
        () => true,
      ),
    ),
    after: allCommands(
      plan,
      wordsOf(plan, note, (resource) => there.has(keyOf(plan, resource))),
    ),
  }
}

/** The commands for everything, or for what has changed since the base was deployed. */
export function commandsFor(plan: AzurePlan, options: ExportOptions, note: (text: string) => void) {
  if (!options.base)
    return allCommands(
      plan,
      wordsOf(plan, note, () => false),
    )
  const base = azurePlan(options.base, options)
  for (const text of changeNotes(base, plan)) note(text)
  const { before, after } = commandsSince(base, plan, note)
  return changeBetween(before, after, note)
}
