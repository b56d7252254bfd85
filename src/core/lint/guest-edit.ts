import type { ResourceFields, Resources } from '../topology/document.ts'
import { type Origin, originOf } from '../topology/lineage.ts'
import { typeOfId } from '../topology/resource-type.ts'

/** An edit that changed nothing but one resource inside the guest of one virtual machine. */
export interface GuestEdit extends Origin {
  readonly virtualMachine: string
}

type Stored = ResourceFields<'virtualMachine'> &
  ResourceFields<'networkInterface'> &
  ResourceFields<'listener'> &
  ResourceFields<'loopbackInterface'>

const storedIn = (resources: Resources, id: string | undefined) =>
  id !== undefined && Object.hasOwn(resources, id)
    ? (resources[id as keyof Resources] as unknown as Stored | undefined)
    : undefined

function onlyGuestDiffers(before: Stored, after: Stored): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Stored>
  return [...keys].every((key) => key === 'guest' || before[key] === after[key])
}

/** A guest of which something is said, and which calls nobody: whoever calls matters to the rules that it calls. */
function isQuiet(machine: Stored | undefined): boolean {
  return machine?.guest !== undefined && (machine.guest.connections ?? []).length === 0
}

function machineOf(id: string, before: Stored, after: Stored): string | undefined {
  switch (typeOfId(id)) {
    case 'listener':
    case 'loopbackInterface':
      return before.virtualMachine === after.virtualMachine ? after.virtualMachine : undefined
    case 'networkInterface':
      return onlyGuestDiffers(before, after) ? after.virtualMachine : undefined
    case 'virtualMachine':
      return onlyGuestDiffers(before, after) ? id : undefined
    default:
      return undefined
  }
}

/** The edit inside one guest that made these resources, if it was one: rules that do not send to the guest are as before. */
export function guestEditOf(resources: Resources): GuestEdit | undefined {
  const origin = originOf(resources)
  const before = origin && storedIn(origin.previous, origin.id)
  const after = origin && storedIn(resources, origin.id)
  if (!origin || !before || !after) return undefined
  const virtualMachine = machineOf(origin.id, before, after)
  if (virtualMachine === undefined || typeOfId(virtualMachine) !== 'virtualMachine') return undefined
  const isInside = [origin.previous, resources].every((all) => isQuiet(storedIn(all, virtualMachine)))
  return isInside ? { ...origin, virtualMachine } : undefined
}
