import type { Change } from './test-changes.ts'
import { patch, type ResourceFields, type TopologyDocument } from './topology/document.ts'
import { resolve } from './topology/model.ts'
import type { ResourceId, ResourceType } from './topology/resource-type.ts'

/** Fields and resources that no scenario has: what Azure offers beside them, and what it refuses. */
export function additionsOf(document: TopologyDocument): readonly Change[] {
  const model = resolve(document)
  const set = (id: string, path: string, value: unknown): Change => ({
    text: `${id} ${path} = ${JSON.stringify(value)}`,
    command: { type: 'resource.set', id, path, value },
  })
  const add = (id: string, fields: object): Change => ({
    text: `add ${id} ${JSON.stringify(fields)}`,
    command: { type: 'resource.add', id, fields: fields as ResourceFields<ResourceType> },
  })
  const change = (text: string, changed: TopologyDocument): Change => ({
    text,
    command: { type: 'document.replace', document: changed },
  })
  const byAddress = (pool: ResourceId<'backendAddressPool'>) =>
    patch(document, pool, {
      backendIPConfigurations: [],
      loadBalancerBackendAddresses: addresses(pool).map((ipAddress) => ({ name: ipAddress, ipAddress })),
    })
  const pools = model.all('backendAddressPool')
  const frontends = model.all('frontendIPConfiguration')
  const addresses = (pool: string) => model.membersOf(pool).flatMap(({ address }) => address ?? [])
  return [
    ...frontends.map(({ id }) => set(id, 'zones', ['1', '2'])),
    ...model
      .all('probe')
      .flatMap(({ id }) => [
        set(id, 'intervalInSeconds', 2),
        set(id, 'numberOfProbes', 2),
        set(id, 'probeThreshold', 2),
        set(id, 'port', 25),
        change(`${id} counts twice`, patch(document, id, { numberOfProbes: 2, probeThreshold: 2 })),
        change(
          `${id} over HTTP at 25`,
          patch(document, id, { protocol: 'Http', requestPath: '/', port: 25 }),
        ),
        ...model
          .all('loadBalancer')
          .map((owner) =>
            change(
              `${owner.id} is Basic, ${id} over HTTPS`,
              patch(patch(document, id, { protocol: 'Https', requestPath: '/' }), owner.id, { sku: 'Basic' }),
            ),
          ),
      ]),
    ...model.all('networkInterface').map(({ id }) =>
      add(`ipConfiguration/more-${id.slice(id.indexOf('/') + 1)}`, {
        name: 'more',
        networkInterface: id,
        subnet: model.ipConfigurationsOf(id)[0]?.subnet,
        privateIPAddressVersion: 'IPv4',
        primary: false,
      }),
    ),
    ...model
      .all('loadBalancingRule')
      .flatMap(({ id }) => [set(id, 'enableTcpReset', true), set(id, 'disableOutboundSnat', false)]),
    ...model.all('subnet').map(({ id }) => set(id, 'defaultOutboundAccess', true)),
    ...model.all('virtualNetwork').map(({ id }) => set(id, 'addressPrefixes.0', '168.63.0.0/16')),
    ...model
      .all('publicIPAddress')
      .flatMap(({ id }) => [
        set(id, 'sku', 'Basic'),
        ...model.all('ipConfiguration').map((one) => set(one.id, 'publicIPAddress', id)),
      ]),
    ...pools.flatMap(({ id, loadBalancer }) => [
      change(`${id} by address`, byAddress(id)),
      ...model
        .all('subnet')
        .map((subnet) =>
          change(
            `${id} by address, ${subnet.id} open`,
            patch(byAddress(id), subnet.id, { defaultOutboundAccess: true }),
          ),
        ),
      set(id, 'loadBalancerBackendAddresses', [
        ...frontends.flatMap(({ privateIPAddress }) =>
          privateIPAddress === undefined ? [] : { name: 'frontend', ipAddress: privateIPAddress },
        ),
      ]),
      set(
        id,
        'loadBalancerBackendAddresses',
        model.membersOf(id).map(({ ipConfiguration, label }) => ({
          name: label,
          networkInterfaceIPConfiguration: ipConfiguration?.id,
          adminState: 'Up',
        })),
      ),
      ...model
        .membersOf(id)
        .map(({ ipConfiguration, label }) =>
          set(id, 'loadBalancerBackendAddresses', [
            { name: label, networkInterfaceIPConfiguration: ipConfiguration?.id, adminState: 'Down' },
          ]),
        ),
      add(`outboundRule/out-${id.slice(id.indexOf('/') + 1)}`, {
        name: 'out',
        loadBalancer,
        frontendIPConfigurations: frontends.slice(0, 1).map((frontend) => frontend.id),
        backendAddressPool: id,
        protocol: 'All',
        allocatedOutboundPorts: 1024,
      }),
      add(`privateLinkService/pls-${id.slice(id.indexOf('/') + 1)}`, {
        name: 'pls',
        loadBalancerFrontendIpConfigurations: frontends.slice(0, 1).map((frontend) => frontend.id),
      }),
    ]),
  ]
}
