import type { AddressFamily } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import type { Arrival } from './arrivals.ts'
import type { Devices } from './devices.ts'
import type { Device, PlannedAddress, WeakHost } from './plan.ts'

interface Switches {
  readonly weakHostReceive?: boolean
  readonly weakHostSend?: boolean
  readonly weakHostReceiveIPv6?: boolean
  readonly weakHostSendIPv6?: boolean
}

/**
 * Which weak host switches Windows needs. Receiving is judged on the NIC where a packet arrives, sending on the
 * interface that holds the address; Microsoft's recipe turns on receiving there too.
 */
export function planWeakHost(
  model: TopologyModel,
  arrivals: readonly Arrival[],
  addresses: readonly PlannedAddress[],
  { nics, loopbacks }: Devices,
): readonly WeakHost[] {
  const found = new Map<string, WeakHost>()
  const turnOn = (device: Device, family: AddressFamily, receive: boolean, send: boolean) => {
    if (!receive && !send) return
    const key = `${family} ${device.source}`
    const known = found.get(key)
    found.set(key, {
      device,
      family,
      receive: receive || known?.receive === true,
      send: send || known?.send === true,
    })
  }
  const drawn = (device: Device, switches: Switches | undefined) => {
    turnOn(device, 'IPv4', switches?.weakHostReceive === true, switches?.weakHostSend === true)
    turnOn(device, 'IPv6', switches?.weakHostReceiveIPv6 === true, switches?.weakHostSendIPv6 === true)
  }
  for (const device of nics) drawn(device, model.find('networkInterface', device.source)?.guest)
  for (const device of loopbacks) drawn(device, model.find('loopbackInterface', device.source))
  for (const { nic, address, family, floating } of arrivals) {
    const arrival = nics.find(({ source }) => source === nic.id)
    const holder = floating && addresses.find((one) => one.address === address)
    if (!arrival || !holder || holder.device.source === arrival.source) continue
    turnOn(arrival, family, true, false)
    turnOn(holder.device, family, true, true)
  }
  return [...found.values()]
}
