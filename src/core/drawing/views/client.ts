import type { Resource } from '../../topology/model.ts'
import { problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import type { ClientView } from './view.ts'

const places: Readonly<Record<string, string>> = {
  internet: 'Internet',
  virtualNetwork: 'Virtual network',
  onPremises: 'On premises',
}

/** A drawn client. */
export function clientView(input: ViewInput, client: Resource<'client'>): ClientView {
  const place = places[client.location ?? ''] ?? 'No location'
  const { problems } = problemsOf(input, [client.id])
  return {
    name: client.name,
    addresses: client.ipAddress === undefined ? [] : [{ text: client.ipAddress }],
    place,
    synthetic: false,
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Client ${client.name}`, client.ipAddress, place, problemWords(problems)),
  }
}

/** Addresses that stand for the clients nobody drew. */
export function syntheticClientView(addresses: readonly string[], kind: 'public' | 'internal'): ClientView {
  const place = kind === 'public' ? 'Internet' : 'Virtual network'
  return {
    name: 'Any client',
    addresses: addresses.slice(0, 2).map((text) => ({ text })),
    place,
    synthetic: true,
    chips: [],
    label: `Any client, ${addresses.join(' or ')}, ${place}, stands for clients that are not drawn`,
  }
}
