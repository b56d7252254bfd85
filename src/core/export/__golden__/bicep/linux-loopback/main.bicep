// Floatpath: Linux guest with the address on lo
// Note: What is inside a guest is not part of Azure; see the formats for guests: “ub1”, “ub1-nic”.
// Note: Loopback adapters are not part of Azure: “lo”.
// Note: Listeners are not part of Azure: “service-80”.

@description('Where the resources are created.')
param location string = resourceGroup().location

@description('Password of the administrator of every machine.')
@secure()
param adminPassword string

resource virtualNetwork_vnet 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet'
        properties: {
          addressPrefix: '10.0.0.0/24'
        }
      }
    ]
  }
}

resource loadBalancer_lb 'Microsoft.Network/loadBalancers@2025-05-01' = {
  name: 'lb'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'app'
        properties: {
          privateIPAddress: '10.0.0.100'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet.id}/subnets/snet'
          }
        }
      }
    ]
    backendAddressPools: [
      {
        name: 'pool'
        properties: {}
      }
    ]
    probes: [
      {
        name: 'health'
        properties: {
          protocol: 'Tcp'
          port: 80
          intervalInSeconds: 5
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'http'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb', 'app')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', 'pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb', 'health')
          }
          protocol: 'Tcp'
          frontendPort: 80
          backendPort: 80
          enableFloatingIP: true
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: true
        }
      }
    ]
  }
}

resource networkInterface_ub1_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'ub1-nic'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.4'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet.id}/subnets/snet'
          }
          loadBalancerBackendAddressPools: [
            {
              id: '${loadBalancer_lb.id}/backendAddressPools/pool'
            }
          ]
        }
      }
    ]
  }
}

resource virtualMachine_ub1 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'ub1'
  location: location
  properties: {
    hardwareProfile: {
      vmSize: 'Standard_B2s'
    }
    storageProfile: {
      imageReference: {
        publisher: 'Canonical'
        offer: 'ubuntu-24_04-lts'
        sku: 'server'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
      }
    }
    osProfile: {
      computerName: 'ub1'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_ub1_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
