// Floatpath: Firewall pair behind HA ports
// Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
// Note: What is inside a guest is not part of Azure; see the formats for guests: “nva1”, “nva2”, “nva1-nic” and 1 more.
// Note: Listeners are not part of Azure: “service-22”, “service-22”.

@description('Where the resources are created.')
param location string = resourceGroup().location

@description('Password of the administrator of every machine.')
@secure()
param adminPassword string

resource routeTable_spoke_1 'Microsoft.Network/routeTables@2025-05-01' = {
  name: 'spoke-1'
  location: location
  properties: {
    routes: [
      {
        name: 'via-firewalls'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.0.0.36'
        }
      }
    ]
  }
}

resource routeTable_spoke_2 'Microsoft.Network/routeTables@2025-05-01' = {
  name: 'spoke-2'
  location: location
  properties: {
    routes: [
      {
        name: 'via-firewalls'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.0.0.36'
        }
      }
    ]
  }
}

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
          addressPrefix: '10.0.0.32/27'
        }
      }
    ]
  }
}

resource virtualNetwork_spoke_1 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'spoke-1'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.1.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'workload'
        properties: {
          addressPrefix: '10.1.0.0/24'
          routeTable: {
            id: routeTable_spoke_1.id
          }
        }
      }
    ]
  }
}

resource virtualNetwork_spoke_2 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'spoke-2'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.2.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'workload'
        properties: {
          addressPrefix: '10.2.0.0/24'
          routeTable: {
            id: routeTable_spoke_2.id
          }
        }
      }
    ]
  }
}

resource peering_vnet__to_spoke_1 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_vnet
  name: 'to-spoke-1'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_spoke_1.id
    }
  }
}

resource peering_vnet__to_spoke_2 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_vnet
  name: 'to-spoke-2'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_spoke_2.id
    }
  }
}

resource peering_spoke_1__to_vnet 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_spoke_1
  name: 'to-vnet'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_vnet.id
    }
  }
}

resource peering_spoke_2__to_vnet 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_spoke_2
  name: 'to-vnet'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_vnet.id
    }
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
        name: 'firewalls'
        properties: {
          privateIPAddress: '10.0.0.36'
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
        name: 'ssh'
        properties: {
          protocol: 'Tcp'
          port: 22
          intervalInSeconds: 5
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'ha-ports'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb', 'firewalls')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', 'pool')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb', 'ssh')
          }
          protocol: 'All'
          frontendPort: 0
          backendPort: 0
          enableFloatingIP: false
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: true
        }
      }
    ]
  }
}

resource networkInterface_nva1_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nva1-nic'
  location: location
  properties: {
    enableIPForwarding: true
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.37'
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

resource networkInterface_nva2_nic 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nva2-nic'
  location: location
  properties: {
    enableIPForwarding: true
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.0.0.38'
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

resource virtualMachine_nva1 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'nva1'
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
      computerName: 'nva1'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_nva1_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}

resource virtualMachine_nva2 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'nva2'
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
      computerName: 'nva2'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_nva2_nic.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
