// Floatpath: Everything at once
// Note: “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine-with-a-long-name”: Azure does not take its name, or it is taken.
// Note: “second six” (ipConfiguration/lin-2) is called “second-six”: Azure does not take its name, or it is taken.
// Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
// Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
// Note: “Windows machine with a long name” (virtualMachine/win) stands for the scale set vmss-web; it is written as a single machine.
// Note: In its guest, “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine”.
// Note: What is inside a guest is not part of Azure; see the formats for guests: “lin”, “Windows machine with a long name”, “nic-lin-a” and 2 more.
// Note: Loopback adapters are not part of Azure: “Loopback web”, “lo”.
// Note: Listeners are not part of Azure: “https”, “web”.
// Note: Who holds the address of a frontend is not part of Azure: “inside”, “cluster”.
// Note: Clients are not created: “home”.
// Note: Private Link services are not written: the diagram does not hold the subnet that they need: “pls-web”.

@description('Where the resources are created.')
param location string = resourceGroup().location

@description('Password of the administrator of every machine.')
@secure()
param adminPassword string

resource publicIPPrefix_out 'Microsoft.Network/publicIPPrefixes@2025-05-01' = {
  name: 'ippre-out'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    prefixLength: 30
    publicIPAddressVersion: 'IPv4'
  }
}

resource publicIPAddress_web 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: 'pip-web'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
  }
}

resource publicIPAddress_nat 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: 'pip-nat'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
  }
}

resource publicIPAddress_world 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: 'pip-world'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Global'
  }
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
  }
}

resource networkSecurityGroup_web 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: 'nsg-web'
  location: location
  properties: {
    securityRules: [
      {
        name: 'allow-web'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefixes: [
            '20.2.0.1'
            '10.1.0.0/24'
          ]
          destinationPortRanges: [
            '80'
            '443'
            '8000-8100'
          ]
        }
      }
      {
        name: 'deny-out'
        properties: {
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '192.0.2.0/24'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource routeTable_spoke 'Microsoft.Network/routeTables@2025-05-01' = {
  name: 'rt-spoke'
  location: location
  properties: {
    routes: [
      {
        name: 'by-appliance'
        properties: {
          addressPrefix: '10.9.0.0/16'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.1.0.50'
        }
      }
      {
        name: 'nowhere'
        properties: {
          addressPrefix: '192.0.2.0/24'
          nextHopType: 'None'
        }
      }
    ]
  }
}

resource natGateway_out 'Microsoft.Network/natGateways@2025-05-01' = {
  name: 'nat-out'
  location: location
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: publicIPAddress_nat.id
      }
    ]
    publicIpPrefixes: [
      {
        id: publicIPPrefix_out.id
      }
    ]
  }
}

resource virtualNetwork_hub 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-hub'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-hub'
        properties: {
          addressPrefix: '10.0.0.0/24'
        }
      }
    ]
  }
}

resource virtualNetwork_spoke 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-spoke'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.1.0.0/16'
        'fd00:1::/48'
      ]
    }
    subnets: [
      {
        name: 'snet-web'
        properties: {
          addressPrefixes: [
            '10.1.0.0/24'
            'fd00:1:0:1::/64'
          ]
          networkSecurityGroup: {
            id: networkSecurityGroup_web.id
          }
          routeTable: {
            id: routeTable_spoke.id
          }
          natGateway: {
            id: natGateway_out.id
          }
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource peering_hub__to_vnet_spoke 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_hub
  name: 'to-vnet-spoke'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_spoke.id
    }
  }
}

resource peering_spoke__to_vnet_hub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: virtualNetwork_spoke
  name: 'to-vnet-hub'
  properties: {
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    remoteVirtualNetwork: {
      id: virtualNetwork_hub.id
    }
  }
}

resource loadBalancer_gateway 'Microsoft.Network/loadBalancers@2025-05-01' = {
  name: 'lb-gateway'
  location: location
  sku: {
    name: 'Gateway'
    tier: 'Regional'
  }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'inspection'
        properties: {
          privateIPAddress: '10.0.0.10'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_hub.id}/subnets/snet-hub'
          }
        }
      }
    ]
    backendAddressPools: [
      {
        name: 'pool-internal'
        properties: {
          tunnelInterfaces: [
            {
              identifier: 900
              port: 10800
              protocol: 'VXLAN'
              type: 'Internal'
            }
          ]
        }
      }
      {
        name: 'pool-external'
        properties: {
          tunnelInterfaces: [
            {
              identifier: 901
              port: 10801
              protocol: 'VXLAN'
              type: 'External'
            }
          ]
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'inspect'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-gateway', 'inspection')
          }
          backendAddressPools: [
            {
              id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-gateway', 'pool-internal')
            }
            {
              id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-gateway', 'pool-external')
            }
          ]
          protocol: 'All'
          frontendPort: 0
          backendPort: 0
          enableFloatingIP: false
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: false
        }
      }
    ]
  }
}

resource loadBalancer_main 'Microsoft.Network/loadBalancers@2025-05-01' = {
  name: 'lb-main'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'web'
        properties: {
          publicIPAddress: {
            id: publicIPAddress_web.id
          }
          gatewayLoadBalancer: {
            id: '${loadBalancer_gateway.id}/frontendIPConfigurations/inspection'
          }
        }
      }
      {
        name: 'out'
        properties: {
          publicIPPrefix: {
            id: publicIPPrefix_out.id
          }
        }
      }
      {
        name: 'inside'
        zones: [
          '2'
        ]
        properties: {
          privateIPAddress: '10.1.0.100'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
        }
      }
      {
        name: 'cluster'
        properties: {
          privateIPAddress: '10.1.0.101'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
        }
      }
      {
        name: 'six'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          privateIPAddressVersion: 'IPv6'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
        }
      }
    ]
    backendAddressPools: [
      {
        name: 'nics'
        properties: {}
      }
      {
        name: 'addresses'
        properties: {
          loadBalancerBackendAddresses: [
            {
              name: 'one'
              properties: {
                ipAddress: '10.1.0.20'
                adminState: 'Down'
              }
            }
            {
              name: 'two'
              properties: {
                ipAddress: '10.1.0.21'
                subnet: {
                  id: '${virtualNetwork_spoke.id}/subnets/snet-web'
                }
              }
            }
          ]
          virtualNetwork: {
            id: virtualNetwork_spoke.id
          }
          syncMode: 'Automatic'
        }
      }
    ]
    probes: [
      {
        name: 'tcp'
        properties: {
          protocol: 'Tcp'
          port: 9000
          intervalInSeconds: 5
        }
      }
      {
        name: 'http'
        properties: {
          protocol: 'Http'
          port: 8080
          requestPath: '/ready?full=1'
          intervalInSeconds: 10
          probeThreshold: 2
          numberOfProbes: 3
          noHealthyBackendsBehavior: 'AllProbedUp'
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'web'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'web')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-main', 'nics')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb-main', 'http')
          }
          protocol: 'Tcp'
          frontendPort: 443
          backendPort: 443
          enableFloatingIP: true
          loadDistribution: 'SourceIPProtocol'
          idleTimeoutInMinutes: 15
          enableTcpReset: true
          disableOutboundSnat: true
        }
      }
      {
        name: 'udp'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'inside')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-main', 'addresses')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb-main', 'tcp')
          }
          protocol: 'Udp'
          frontendPort: 53
          backendPort: 5353
          enableFloatingIP: false
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: false
          enableConnectionTracking: true
        }
      }
      {
        name: 'cluster'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'cluster')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-main', 'nics')
          }
          probe: {
            id: resourceId('Microsoft.Network/loadBalancers/probes', 'lb-main', 'tcp')
          }
          protocol: 'Tcp'
          frontendPort: 1433
          backendPort: 1433
          enableFloatingIP: true
          loadDistribution: 'Default'
          idleTimeoutInMinutes: 4
          enableTcpReset: false
          disableOutboundSnat: false
        }
      }
    ]
    inboundNatRules: [
      {
        name: 'ssh-lin'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'web')
          }
          protocol: 'Tcp'
          frontendPort: 2222
          backendPort: 22
          enableFloatingIP: false
          idleTimeoutInMinutes: 4
          enableTcpReset: false
        }
      }
      {
        name: 'rdp-all'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'web')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-main', 'nics')
          }
          protocol: 'Tcp'
          frontendPortRangeStart: 50000
          frontendPortRangeEnd: 50009
          backendPort: 3389
          enableFloatingIP: false
          idleTimeoutInMinutes: 6
          enableTcpReset: true
        }
      }
    ]
    inboundNatPools: [
      {
        name: 'natpool'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'web')
          }
          protocol: 'Tcp'
          frontendPortRangeStart: 51000
          frontendPortRangeEnd: 51009
          backendPort: 22
          enableFloatingIP: false
        }
      }
    ]
    outboundRules: [
      {
        name: 'out'
        properties: {
          frontendIPConfigurations: [
            {
              id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'out')
            }
            {
              id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-main', 'web')
            }
          ]
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-main', 'nics')
          }
          protocol: 'All'
          allocatedOutboundPorts: 1024
          idleTimeoutInMinutes: 10
          enableTcpReset: true
        }
      }
    ]
  }
}

resource loadBalancer_world 'Microsoft.Network/loadBalancers@2025-05-01' = {
  name: 'lb-world'
  location: location
  sku: {
    name: 'Standard'
    tier: 'Global'
  }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'world'
        properties: {
          publicIPAddress: {
            id: publicIPAddress_world.id
          }
        }
      }
    ]
    backendAddressPools: [
      {
        name: 'regions'
        properties: {
          loadBalancerBackendAddresses: [
            {
              name: 'region-one'
              properties: {
                loadBalancerFrontendIPConfiguration: {
                  id: '${loadBalancer_main.id}/frontendIPConfigurations/web'
                }
              }
            }
          ]
        }
      }
    ]
    loadBalancingRules: [
      {
        name: 'world'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'lb-world', 'world')
          }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb-world', 'regions')
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

resource networkInterface_lin_a 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nic-lin-a'
  location: location
  properties: {
    enableIPForwarding: true
    networkSecurityGroup: {
      id: networkSecurityGroup_web.id
    }
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAddress: '10.1.0.4'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
          loadBalancerBackendAddressPools: [
            {
              id: '${loadBalancer_main.id}/backendAddressPools/nics'
            }
          ]
          loadBalancerInboundNatRules: [
            {
              id: '${loadBalancer_main.id}/inboundNatRules/ssh-lin'
            }
          ]
        }
      }
      {
        name: 'second-six'
        properties: {
          primary: false
          privateIPAllocationMethod: 'Dynamic'
          privateIPAddressVersion: 'IPv6'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
        }
      }
    ]
  }
}

resource networkInterface_lin_b 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nic-lin-b'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          primary: true
          privateIPAllocationMethod: 'Dynamic'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_hub.id}/subnets/snet-hub'
          }
        }
      }
    ]
  }
}

resource networkInterface_win 'Microsoft.Network/networkInterfaces@2025-05-01' = {
  name: 'nic-win'
  location: location
  properties: {
    enableIPForwarding: false
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          primary: true
          privateIPAddress: '10.1.0.5'
          privateIPAllocationMethod: 'Static'
          privateIPAddressVersion: 'IPv4'
          subnet: {
            id: '${virtualNetwork_spoke.id}/subnets/snet-web'
          }
          loadBalancerBackendAddressPools: [
            {
              id: '${loadBalancer_main.id}/backendAddressPools/nics'
            }
          ]
        }
      }
    ]
  }
}

resource virtualMachine_lin 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'lin'
  location: location
  zones: [
    '1'
  ]
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
      computerName: 'lin'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_lin_a.id
          properties: {
            primary: true
          }
        }
        {
          id: networkInterface_lin_b.id
          properties: {
            primary: false
          }
        }
      ]
    }
  }
}

resource virtualMachine_win 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'Windows-machine-with-a-long-name'
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
      computerName: 'Windows-machine'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: networkInterface_win.id
          properties: {
            primary: true
          }
        }
      ]
    }
  }
}
