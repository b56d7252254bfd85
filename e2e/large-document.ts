/** Load balancers with three sites each on one pool of eight machines in a subnet of their own: 17 nodes each. */
export function sites(count: number): object {
  const resources: Record<string, unknown> = {
    'virtualNetwork/hub': { name: 'vnet-hub', addressPrefixes: ['10.0.0.0/16'] },
  }
  for (let site = 0; site < count; site++) {
    const [loadBalancer, subnet] = [`loadBalancer/lb${site}`, `subnet/s${site}`]
    resources[loadBalancer] = { name: `lb-${site}`, sku: 'Standard', tier: 'Regional' }
    resources[subnet] = {
      name: `snet-${site}`,
      virtualNetwork: 'virtualNetwork/hub',
      addressPrefixes: [`10.0.${site}.0/24`],
    }
    const backendIPConfigurations = []
    for (let machine = 0; machine < 8; machine++) {
      const name = `app${site}-${machine}`
      const virtualMachine = `virtualMachine/${name}`
      resources[virtualMachine] = { name, guest: { os: 'linux' } }
      resources[`networkInterface/${name}`] = { name: `nic-${name}`, virtualMachine }
      resources[`ipConfiguration/${name}`] = {
        name: 'ipconfig1',
        networkInterface: `networkInterface/${name}`,
        subnet,
        privateIPAddress: `10.0.${site}.${10 + machine}`,
        primary: true,
      }
      resources[`listener/${name}`] = {
        name: 'web',
        virtualMachine,
        protocol: 'Tcp',
        address: '0.0.0.0',
        port: 443,
      }
      backendIPConfigurations.push(`ipConfiguration/${name}`)
    }
    const pool = `backendAddressPool/p${site}`
    resources[pool] = { name: `pool-${site}`, loadBalancer, backendIPConfigurations }
    for (let port = 0; port < 3; port++) {
      const frontend = `frontendIPConfiguration/f${site}-${port}`
      resources[frontend] = {
        name: `site-${site}-${port}`,
        loadBalancer,
        subnet,
        privateIPAddress: `10.0.${site}.${100 + port}`,
      }
      resources[`loadBalancingRule/r${site}-${port}`] = {
        name: `https-${site}-${port}`,
        loadBalancer,
        frontendIPConfiguration: frontend,
        backendAddressPool: pool,
        protocol: 'Tcp',
        frontendPort: 443,
        backendPort: 443,
        enableFloatingIP: port === 0,
      }
    }
  }
  return { version: 1, name: `${count} sites`, resources, layout: {} }
}
