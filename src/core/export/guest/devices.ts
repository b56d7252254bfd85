import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Device } from './plan.ts'

export type System = 'windows' | 'linux'

/** What Linux and every tool around it takes for the name of an interface without quotes. */
const linuxName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$/
/** Windows refuses these characters in the name of a connection. */
const windowsName = /^[^\\/:*?<>|"\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]{1,255}$/u

const isName = (system: System, name: string) =>
  system === 'linux' ? linuxName.test(name) && name !== '..' : windowsName.test(name)

/** The name Windows and Linux give to the NIC with this number. */
const usualName = (system: System, index: number) =>
  system === 'linux' ? `eth${index}` : index === 0 ? 'Ethernet' : `Ethernet ${index + 1}`

export interface Devices {
  readonly nics: readonly Device[]
  readonly loopbacks: readonly Device[]
  /** Where an address goes that no interface of the diagram holds. */
  readonly fallback: Device
  readonly notes: readonly string[]
}

/** The interfaces of a machine by names that its system accepts. */
export function devicesOf(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  system: System,
): Devices {
  const notes: string[] = []
  const deviceOf = (source: string, kind: Device['kind'], drawn: string | undefined, usual: string) => {
    if (drawn !== undefined && isName(system, drawn)) return { name: drawn, kind, source }
    notes.push(
      drawn === undefined
        ? `${machine.name}: the diagram does not name ${model.nameOf(source)} in the guest; ${usual} is assumed.`
        : `${machine.name}: “${drawn}” cannot be the name of an interface; ${usual} is written.`,
    )
    return { name: usual, kind, source }
  }
  const nics = model
    .interfacesOf(machine.id)
    .map(({ id, guest }, index) => deviceOf(id, 'nic', guest?.name, usualName(system, index)))
  const standard = system === 'linux' ? 'lo' : 'Loopback Pseudo-Interface 1'
  const loopbacks = model
    .loopbacksOf(machine.id)
    .map(({ id, name }) => deviceOf(id, 'loopback', name, standard))
  const fallback = loopbacks[0] ?? { name: standard, kind: 'loopback' as const, source: machine.id }
  return { nics, loopbacks, fallback, notes }
}
