// Floatpath: Windows guest without weak host receive
// Note: What is inside a guest is not part of Azure; see the formats for guests: “win1”, “win1-nic”.
// Note: Loopback adapters are not part of Azure: “Loopback”.
// Note: Listeners are not part of Azure: “service-80”, “service-8080”.

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
          port: 8080
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

resource networkInterface_win1_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'win1-nic'
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

resource virtualMachine_win1 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'win1'
  location: location
  properties: {
    hardwareProfile: {
      vmSize: 'Standard_B2s'
    }
    storageProfile: {
      imageReference: {
        publisher: 'MicrosoftWindowsServer'
        offer: 'WindowsServer'
        sku: '2022-datacenter-azure-edition-core'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
      }
    }
    osProfile: {
      computerName: 'win1'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_win1_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
