import { formatAddress, parseAddress } from '../topology/address.ts'
import type { Layout, LayoutEntry, ResourceFields, TopologyDocument } from '../topology/document.ts'
import type { ResourceType } from '../topology/resource-type.ts'

const columns = 7

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

function addressAfter(base: string, offset: number): string {
  const value = parseAddress(base)?.value ?? 0n
  return formatAddress({ family: 'IPv4', value: value + BigInt(offset) })
}

/**
 * An internal load balancer with so many frontends, each with a floating rule on 443,
 * and so many Linux VMs that hold every frontend address. For measuring, and for tests of size.
 */
export function generate(frontends: number, machines: number): TopologyDocument {
  const resources: Record<string, ResourceFields<ResourceType>> = {}
  const add = <T extends ResourceType>(
    type: T,
    slug: string,
    fields: Omit<ResourceFields<T>, 'name'>,
    name = slug,
  ) => {
    resources[`${type}/${slug}`] = { name, ...fields } as unknown as ResourceFields<ResourceType>
  }
  const fitsOneSubnet = frontends <= 155 && machines <= 96
  const firstFrontend = fitsOneSubnet ? '10.0.0.100' : '10.0.128.0'
  const frontendAddress = (number: number) => addressAfter(firstFrontend, number - 1)
  const loadBalancer = 'loadBalancer/lb' as const
  const subnet = 'subnet/subnet' as const

  add('loadBalancer', 'lb', { sku: 'Standard', tier: 'Regional' })
  add('virtualNetwork', 'vnet', { addressPrefixes: ['10.0.0.0/16'] })
  add('subnet', 'subnet', {
    virtualNetwork: 'virtualNetwork/vnet',
    addressPrefix: fitsOneSubnet ? '10.0.0.0/24' : '10.0.0.0/16',
  })
  add('probe', 'hp', { loadBalancer, protocol: 'Tcp', port: 8080, intervalInSeconds: 5 })
  add('backendAddressPool', 'pool', {
    loadBalancer,
    backendIPConfigurations: numbers(machines).map(
      (number) => `ipConfiguration/vm-${number}-ipconfig1` as const,
    ),
  })
  for (const number of numbers(frontends)) {
    add('frontendIPConfiguration', `fe-${number}`, {
      loadBalancer,
      subnet,
      privateIPAddress: frontendAddress(number),
    })
  }
  for (const number of numbers(frontends)) {
    add('loadBalancingRule', `rule-${number}`, {
      loadBalancer,
      frontendIPConfiguration: `frontendIPConfiguration/fe-${number}`,
      backendAddressPool: 'backendAddressPool/pool',
      probe: 'probe/hp',
      protocol: 'Tcp',
      frontendPort: 443,
      backendPort: 443,
      enableFloatingIP: true,
      loadDistribution: 'Default',
    })
  }
  for (const number of numbers(machines)) {
    const vm = `vm-${number}`
    const virtualMachine = `virtualMachine/${vm}` as const
    const listener = { virtualMachine, protocol: 'Tcp', address: '0.0.0.0' } as const
    add('virtualMachine', vm, { guest: { os: 'linux' } })
    add('networkInterface', `${vm}-nic`, {
      virtualMachine,
      enableIPForwarding: false,
      guest: { name: 'eth0', addresses: [] },
    })
    add(
      'ipConfiguration',
      `${vm}-ipconfig1`,
      {
        networkInterface: `networkInterface/${vm}-nic`,
        subnet,
        privateIPAddress: addressAfter('10.0.0.4', number - 1),
        privateIPAddressVersion: 'IPv4',
        primary: true,
      },
      'ipconfig1',
    )
    const addresses = numbers(frontends).map((frontend) => `${frontendAddress(frontend)}/32`)
    add('loopbackInterface', `${vm}-lo`, { virtualMachine, addresses }, 'lo')
    add('listener', `${vm}-https`, { ...listener, port: 443 }, 'https')
    add('listener', `${vm}-health`, { ...listener, port: 8080 }, 'health')
  }

  const layout: Layout = Object.fromEntries(
    Object.keys(resources).map((id, index): [string, LayoutEntry] => [
      id,
      { x: 240 * (index % columns), y: 120 * Math.floor(index / columns) },
    ]),
  )
  return { version: 1, name: `${frontends} frontends and ${machines} VMs`, resources, layout }
}
