import type { TopologyModel } from '../../topology/model.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import type { Command } from '../command.ts'
import { ownerOfType } from '../owners.ts'
import { isLoneChip } from './belongings.ts'
import type { Clip } from './clip.ts'
import type { Copy } from './copies.ts'

/** The chips of a clip that were copied for their own sake: nothing that was copied has them. */
export function loneChipsOf(clip: Clip): ReadonlySet<string> {
  const held = new Set(
    clip.copied.flatMap((id) => {
      const [type, fields] = [typeOfId(id), clip.resources[id]]
      return type && fields ? referencesOf(type, fields).map(({ target }) => target as string) : []
    }),
  )
  return new Set(clip.copied.filter((id) => isLoneChip(id) && !held.has(id)))
}

/** The subnet or NIC that a chip goes on where somebody points. */
function holderFor(model: TopologyModel, owner: string | undefined, type: ResourceType) {
  const subnet = ownerOfType(model, owner, 'subnet')
  if (type !== 'networkSecurityGroup') return subnet
  const machine = model.find('virtualMachine', owner)
  return (
    ownerOfType(model, owner, 'networkInterface') ?? (machine && model.interfacesOf(machine.id)[0]) ?? subnet
  )
}

/** The commands that put copied chips on the subnet or NIC that the person points at; or why it cannot have them. */
export function holdLoneChips(
  model: TopologyModel,
  clip: Clip,
  copies: readonly Copy[],
  owner: string | undefined,
): readonly Command[] | { readonly refusal: string } {
  const lone = loneChipsOf(clip)
  const commands: Command[] = []
  const given = new Map<string, string>()
  for (const { from, id, type, fields } of copies) {
    if (!lone.has(from)) continue
    const { noun } = resourceDefinitions[type]
    const holder = holderFor(model, owner, type)
    if (!holder) {
      const on = type === 'networkSecurityGroup' ? 'subnet or network interface' : 'subnet'
      return { refusal: `Select the ${on} that gets the ${noun} ${fields.name}, then paste.` }
    }
    const before = (holder as unknown as Record<string, string | undefined>)[type]
    const present = given.get(`${holder.id} ${type}`) ?? model.get(before)?.name
    if (present !== undefined) {
      return {
        refusal: `${holder.name} has the ${noun} ${present} already, and Azure allows one. Remove it first.`,
      }
    }
    given.set(`${holder.id} ${type}`, fields.name)
    commands.push({ type: 'resource.set', id: holder.id, path: type, value: id })
  }
  return commands
}
