// Floatpath: SQL Server listener without floating IP
// Note: What is inside a guest is not part of Azure; see the formats for guests: “sql1”, “sql2”, “sql1-nic” and 1 more.
// Note: Listeners are not part of Azure: “service-1433”, “service-59999”, “service-58888” and 1 more.
// Note: Who holds the address of a frontend is not part of Azure: “listener”, “cluster”.

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
        name: 'listener'
        properties: {
          privateIPAddress: '10.0.0.10'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet.id}/subnets/snet'
          }
        }
      }
      {
        name: 'cluster'
        properties: {
          privateIPAddress: '10.0.0.11'
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
        name: 'listener'
        properties: {
          protocol: 'Tcp'
          port: 59999
          intervalInSeconds: 5
        }
      }
      {
        name: 'cluster'
        properties: {
          protocol: 'Tcp'
          port: 58888
          intervalInSeconds: 5
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'listener'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb', 'listener')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', 'pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb', 'listener')
          }
          protocol: 'Tcp'
          frontendPort: 1433
          backendPort: 1433
          enableFloatingIP: false
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: true
        }
      }
      {
        name: 'cluster'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb', 'cluster')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', 'pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb', 'cluster')
          }
          protocol: 'Tcp'
          frontendPort: 58888
          backendPort: 58888
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

resource networkInterface_sql1_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'sql1-nic'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.7'
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

resource networkInterface_sql2_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'sql2-nic'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.8'
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

resource virtualMachine_sql1 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'sql1'
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
      computerName: 'sql1'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_sql1_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}

resource virtualMachine_sql2 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'sql2'
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
      computerName: 'sql2'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_sql2_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
