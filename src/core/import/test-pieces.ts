/** What Azure's tools print of one small set-up: a piece for each command, each with full ids. */
export function piecesOf({
  lb = 'lb-shop',
  members = 2,
  rules = 1,
  group = 'rg-app',
  listsMembers = true,
}: {
  lb?: string
  members?: number
  rules?: number
  group?: string
  listsMembers?: boolean
} = {}) {
  const scope = `/subscriptions/1111/resourceGroups/${group}/providers`
  const at = (type: string, name: string) => `${scope}/Microsoft.Network/${type}/${name}`
  const id = at('loadBalancers', lb)
  const pool = `${id}/backendAddressPools/pool`
  const subnet = `${at('virtualNetworks', 'vnet-app')}/subnets/snet-app`
  const nic = (index: number) => at('networkInterfaces', `${lb}-nic${index}`)
  const machine = (index: number) => `${scope}/Microsoft.Compute/virtualMachines/${lb}-vm${index}`
  const all = Array.from({ length: members }, (_, index) => index)
  const reference = (to: string) => ({ id: to })
  return {
    loadBalancer: {
      id,
      name: lb,
      sku: { name: 'Standard', tier: 'Regional' },
      frontendIPConfigurations: [
        {
          id: `${id}/frontendIPConfigurations/front`,
          name: 'front',
          publicIPAddress: reference(at('publicIPAddresses', `pip-${lb}`)),
        },
      ],
      backendAddressPools: [
        {
          id: pool,
          name: 'pool',
          ...(listsMembers
            ? { backendIPConfigurations: all.map((index) => reference(`${nic(index)}/ipConfigurations/ip`)) }
            : {}),
        },
      ],
      probes: [{ name: 'alive', protocol: 'Tcp', port: 8080, intervalInSeconds: 5 }],
      loadBalancingRules: Array.from({ length: rules }, (_, index) => ({
        name: `rule${index}`,
        frontendIPConfiguration: reference(`${id}/frontendIPConfigurations/front`),
        backendAddressPool: reference(pool),
        probe: reference(`${id}/probes/alive`),
        protocol: 'Tcp',
        frontendPort: 443 + index,
        backendPort: 443 + index,
        enableFloatingIP: true,
        loadDistribution: 'Default',
      })),
    },
    nics: all.map((index) => ({
      id: nic(index),
      name: `${lb}-nic${index}`,
      enableIPForwarding: false,
      networkSecurityGroup: reference(at('networkSecurityGroups', 'nsg-app')),
      virtualMachine: reference(machine(index)),
      ipConfigurations: [
        {
          id: `${nic(index)}/ipConfigurations/ip`,
          name: 'ip',
          primary: true,
          privateIPAddress: `10.1.0.${4 + index}`,
          privateIPAddressVersion: 'IPv4',
          privateIPAllocationMethod: 'Dynamic',
          subnet: reference(subnet),
          loadBalancerBackendAddressPools: [reference(pool.toUpperCase())],
        },
      ],
    })),
    virtualNetwork: {
      id: at('virtualNetworks', 'vnet-app'),
      name: 'vnet-app',
      addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
      subnets: [
        {
          id: subnet,
          name: 'snet-app',
          addressPrefix: '10.1.0.0/24',
          networkSecurityGroup: reference(at('networkSecurityGroups', 'nsg-app')),
        },
      ],
    },
    securityGroups: [
      {
        id: at('networkSecurityGroups', 'nsg-app'),
        name: 'nsg-app',
        securityRules: [
          {
            name: 'web',
            priority: 100,
            direction: 'Inbound',
            access: 'Allow',
            protocol: 'Tcp',
            sourceAddressPrefix: '*',
            sourcePortRange: '*',
            destinationAddressPrefix: '*',
            destinationPortRange: '443-460',
          },
        ],
      },
    ],
    publicAddresses: [
      {
        id: at('publicIPAddresses', `pip-${lb}`),
        name: `pip-${lb}`,
        ipAddress: '203.0.113.20',
        publicIPAddressVersion: 'IPv4',
        sku: { name: 'Standard' },
      },
    ],
    machines: all.map((index) => ({
      id: machine(index),
      name: `${lb}-vm${index}`,
      zones: ['1'],
      networkProfile: { networkInterfaces: [reference(nic(index))] },
    })),
  }
}
