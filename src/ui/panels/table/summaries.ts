import { addressOfCidr } from '../../../core/topology/address.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import type { SummaryColumn } from './columns.ts'

/** Every address that a guest holds: those of its NICs, what was added to them, and those of its loopback adapters. */
function guestAddresses(model: TopologyModel, id: string): readonly string[] {
  const ofInterfaces = model
    .interfacesOf(id)
    .flatMap((one) => [
      ...model.ipConfigurationsOf(one.id).flatMap(({ privateIPAddress }) => privateIPAddress ?? []),
      ...(one.guest?.addresses ?? []).map(addressOfCidr),
    ])
  const ofLoopbacks = model
    .loopbacksOf(id)
    .flatMap(({ addresses }) => addresses ?? [])
    .map(addressOfCidr)
  return [...ofInterfaces, ...ofLoopbacks]
}

function listeners(model: TopologyModel, id: string): readonly string[] {
  return model
    .listenersOf(id)
    .map(({ name, address = '?', port = '?' }) =>
      address.includes(':') ? `${name} [${address}]:${port}` : `${name} ${address}:${port}`,
    )
}

type Summary = Pick<SummaryColumn, 'key' | 'label' | 'to' | 'text'>

/** What tables say about a row that other tables hold. */
export const summaries: { readonly [Type in ResourceType]?: readonly Summary[] } = {
  virtualMachine: [
    {
      key: '#addresses',
      label: 'Guest addresses',
      to: 'loopbackInterface',
      text: (model, id) => guestAddresses(model, id).join(', '),
    },
    {
      key: '#listeners',
      label: 'Listeners',
      to: 'listener',
      text: (model, id) => listeners(model, id).join(', '),
    },
  ],
}
