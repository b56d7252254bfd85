import type { Resource } from '../../topology/model.ts'
import { validName } from './names.ts'
import type { Body, Planning } from './plan.ts'
import { type ArmObject, Parameter, Reference, source } from './value.ts'

const images = {
  linux: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
  windows: {
    publisher: 'MicrosoftWindowsServer',
    offer: 'WindowsServer',
    sku: '2022-datacenter-azure-edition-core',
    version: 'latest',
  },
} as const

/** The size of machines that are created. */
export const machineSize = 'Standard_B2s'
/** The administrator of machines that are created. */
export const adminUsername = 'azureuser'

/** Network interfaces, then the machines that use them. */
export function machineBodies(planning: Planning): readonly Body[] {
  const { model, options } = planning
  const interfaces = model.all('networkInterface').map((one) => networkInterface(one, planning))
  if (options.machines === 'existing') return interfaces
  return [...interfaces, ...model.all('virtualMachine').flatMap((one) => virtualMachine(one, planning))]
}

/** The primary IP configuration first: Azure CLI and portal make it with the network interface. */
function ordered(planning: Planning, networkInterface: string) {
  const all = planning.model.ipConfigurationsOf(networkInterface).filter(({ id }) => planning.places.has(id))
  return [...all.filter(({ primary }) => primary === true), ...all.filter(({ primary }) => primary !== true)]
}

function networkInterface(one: Resource<'networkInterface'>, planning: Planning): Body {
  const { places, refer } = planning
  return {
    id: one.id,
    located: true,
    properties: {
      enableIPForwarding: one.enableIPForwarding ?? false,
      networkSecurityGroup: refer(one, 'networkSecurityGroup', one.networkSecurityGroup),
      ipConfigurations: ordered(planning, one.id).map((ipConfiguration) => ({
        [source]: ipConfiguration.id,
        name: places.get(ipConfiguration.id)?.name,
        properties: ipConfigurationProperties(ipConfiguration, planning),
      })),
    },
  }
}

function ipConfigurationProperties(
  one: Resource<'ipConfiguration'>,
  { model, refer, referAll }: Planning,
): ArmObject {
  const pools = model
    .all('backendAddressPool')
    .filter(
      ({ backendIPConfigurations = [], loadBalancerBackendAddresses = [] }) =>
        backendIPConfigurations.includes(one.id) ||
        loadBalancerBackendAddresses.some(
          ({ networkInterfaceIPConfiguration }) => networkInterfaceIPConfiguration === one.id,
        ),
    )
  const natRules = model
    .all('inboundNatRule')
    .filter(({ backendIPConfiguration }) => backendIPConfiguration === one.id)
  return {
    primary: one.primary ?? false,
    privateIPAddress: one.privateIPAddress,
    privateIPAllocationMethod:
      one.privateIPAllocationMethod ?? (one.privateIPAddress === undefined ? 'Dynamic' : 'Static'),
    privateIPAddressVersion: one.privateIPAddressVersion ?? 'IPv4',
    subnet: refer(one, 'subnet', one.subnet),
    publicIPAddress: refer(one, 'publicIPAddress', one.publicIPAddress),
    loadBalancerBackendAddressPools: referAll(
      one,
      'pools',
      pools.map(({ id }) => id),
    ),
    loadBalancerInboundNatRules: referAll(
      one,
      'NAT rules',
      natRules.map(({ id }) => id),
    ),
  }
}

/** A name that the guest can have for itself: Windows takes 15 characters and no dots. */
function computerName(name: string, os: 'windows' | 'linux'): string {
  const most = os === 'windows' ? 15 : 63
  const plain = validName(name.replaceAll(/[._]/g, '-'), most).replace(/-+$/, '')
  // A name of digits alone is refused.
  return /^\d+$/.test(plain) ? `vm${plain}`.slice(0, most) : plain
}

function virtualMachine(one: Resource<'virtualMachine'>, { model, places, note }: Planning): readonly Body[] {
  const interfaces = model.interfacesOf(one.id)
  if (interfaces.length === 0) {
    note(`“${one.name}” (${one.id}) has no network interface, so it is not created.`)
    return []
  }
  if (one.scaleSet !== undefined) {
    note(
      `“${one.name}” (${one.id}) stands for the scale set ${one.scaleSet}; it is written as a single machine.`,
    )
  }
  if (one.guest?.os === undefined) {
    note(`The diagram does not say what runs in “${one.name}” (${one.id}); it is created with Linux.`)
  }
  const os = one.guest?.os === 'windows' ? 'windows' : 'linux'
  const name = computerName(places.get(one.id)?.name ?? 'vm', os)
  if (name !== one.name) note(`In its guest, “${one.name}” (${one.id}) is called “${name}”.`)
  const first = interfaces[0]?.id
  return [
    {
      id: one.id,
      located: true,
      ...(one.zone === undefined ? {} : { zones: [one.zone] }),
      properties: {
        hardwareProfile: { vmSize: machineSize },
        storageProfile: {
          imageReference: images[os],
          osDisk: { createOption: 'FromImage', deleteOption: 'Delete' },
        },
        osProfile: { computerName: name, adminUsername, adminPassword: new Parameter('adminPassword') },
        networkProfile: {
          networkInterfaces: interfaces.map(({ id }) => ({
            id: new Reference(id),
            properties: { primary: id === first },
          })),
        },
      },
    },
  ]
}
