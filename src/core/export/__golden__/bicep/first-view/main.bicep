// Floatpath: Two TLS sites on one port
// Note: What is inside a guest is not part of Azure; see the formats for guests: “web1”, “web2”, “web1-nic” and 1 more.
// Note: Loopback adapters are not part of Azure: “Loopback site-a”, “Loopback site-b”, “Loopback site-a”.
// Note: Listeners are not part of Azure: “IIS”, “Health page”, “IIS” and 1 more.
// Note: Clients are not created: “app-tier”.

@description('Where the resources are created.')
param location string = resourceGroup().location

@description('Password of the administrator of every machine.')
@secure()
param adminPassword string

resource virtualNetwork_vnet_web 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-web'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-web'
        properties: {
          addressPrefix: '10.0.0.0/24'
        }
      }
    ]
  }
}

resource loadBalancer_lb_web 'Microsoft.Network/loadBalancers@2025-05-01' = {
  name: 'lb-web'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'site-a'
        properties: {
          privateIPAddress: '10.0.0.100'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet_web.id}/subnets/snet-web'
          }
        }
      }
      {
        name: 'site-b'
        properties: {
          privateIPAddress: '10.0.0.101'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet_web.id}/subnets/snet-web'
          }
        }
      }
    ]
    backendAddressPools: [
      {
        name: 'web-pool'
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
        name: 'https-a'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-web', 'site-a')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-web', 'web-pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb-web', 'health')
          }
          protocol: 'Tcp'
          frontendPort: 443
          backendPort: 443
          enableFloatingIP: true
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: false
        }
      }
      {
        name: 'https-b'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-web', 'site-b')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-web', 'web-pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb-web', 'health')
          }
          protocol: 'Tcp'
          frontendPort: 443
          backendPort: 443
          enableFloatingIP: true
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: false
        }
      }
    ]
  }
}

resource networkInterface_web1_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'web1-nic'
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
            id: '${virtualNetwork_vnet_web.id}/subnets/snet-web'
          }
          loadBalancerBackendAddressPools: [
            {
              id: '${loadBalancer_lb_web.id}/backendAddressPools/web-pool'
            }
          ]
        }
      }
    ]
  }
}

resource networkInterface_web2_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'web2-nic'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.5'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_vnet_web.id}/subnets/snet-web'
          }
          loadBalancerBackendAddressPools: [
            {
              id: '${loadBalancer_lb_web.id}/backendAddressPools/web-pool'
            }
          ]
        }
      }
    ]
  }
}

resource virtualMachine_web1 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'web1'
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
      computerName: 'web1'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_web1_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}

resource virtualMachine_web2 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'web2'
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
      computerName: 'web2'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_web2_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
