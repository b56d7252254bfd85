import type { Resource } from '../../topology/model.ts'
import { fullSubnet, machineFor, subnetFor } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { addLoopback, holdAddress, type Missing, missingAddresses } from '../hold-address.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Created, type Creator, type CreatorChoice, type Drop, pointOf } from './creator.ts'
import { createVirtualMachine } from './virtual-machine.ts'

/** How many addresses are offered one by one; those that are needed come first. */
const mostChoices = 12

type Machine = Resource<'virtualMachine'>

function hold(draft: Draft, machine: Machine, missing: readonly Missing[], label: string): Created {
  const ids = missing.map(({ frontend }) => holdAddress(draft, machine, frontend))
  return { created: ids.find((id) => id !== undefined) ?? machine.id, label }
}

function choicesFor(machine: Machine, missing: readonly Missing[]): readonly CreatorChoice[] {
  const needed = missing.filter(({ isNeeded }) => isNeeded)
  const all = needed.length > 0 ? needed : missing
  const single = missing.slice(0, mostChoices).map((one): CreatorChoice => {
    const label = `Add ${one.address} of ${one.frontend.name} to ${machine.name}`
    return { label, make: (draft) => hold(draft, machine, [one], label) }
  })
  if (all.length < 2) return single
  const label =
    needed.length > 0
      ? `Add all ${all.length} addresses that floating IP sends to ${machine.name}`
      : `Add all ${all.length} frontend addresses to ${machine.name}`
  return [...single, { label, make: (draft) => hold(draft, machine, all, label) }]
}

/** The machine under the drop, else the nearest that lacks an address, at best one that it needs. */
function machineThatLacks(draft: Draft, drop: Drop): Machine | undefined {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'virtualMachine')
  if (under) return under
  const machines = model.all('virtualMachine')
  const needy = machines.filter(({ id }) => missingAddresses(model, id).some(({ isNeeded }) => isNeeded))
  const lacking =
    needy.length > 0 ? needy : machines.filter(({ id }) => missingAddresses(model, id).length > 0)
  return nearest(draft.document(), lacking, pointOf(drop)) ?? machineFor(draft, drop)
}

/** A loopback adapter of a guest. It offers the frontend addresses that the guest lacks. */
export const createLoopbackInterface: Creator = (draft, drop) => {
  if (!machineFor(draft, drop)) {
    const brought = createVirtualMachine(draft, drop)
    if (!('created' in brought)) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  }
  const machine = machineThatLacks(draft, drop)
  if (!machine)
    return { refusal: 'A loopback adapter is part of a virtual machine. Add a virtual machine first.' }
  if (machine.guest?.os === undefined) {
    return {
      refusal: `Nothing is known about the guest of ${machine.name}. Choose its operating system first: Windows and Linux hold such an address differently.`,
    }
  }
  const missing = missingAddresses(draft.model(), machine.id)
  const [only] = missing
  if (missing.length === 1 && only) {
    return hold(draft, machine, missing, `Add ${only.address} of ${only.frontend.name} to ${machine.name}`)
  }
  if (missing.length > 1) {
    return {
      question: `Which address should ${machine.name} hold?`,
      choices: choicesFor(machine, missing),
    }
  }
  const model = draft.model()
  if (model.all('frontendIPConfiguration').some(({ id }) => model.frontendAddress(id) !== undefined)) {
    return {
      refusal: `${machine.name} holds the address of every frontend already. To give it another address, add it to one of its adapters.`,
    }
  }
  const base = machine.guest.os === 'linux' ? 'lo' : 'Loopback'
  const name = freeName(draft.document(), 'loopbackInterface', base, machine.id)
  const fields = machine.guest.os === 'linux' ? {} : { weakHostReceive: true, weakHostSend: true }
  const created = addLoopback(draft, machine, name, fields)
  return { created, label: `Add loopback adapter ${name} to ${machine.name}` }
}
