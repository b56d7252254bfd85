# Floatpath: Firewall pair behind HA ports
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “nva1”, “nva2”, “nva1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-22”, “service-22”.
# Note: Each command replaces the whole resource if it exists: parts that are not named here are deleted.

param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [securestring] $AdminPassword
)

$ErrorActionPreference = 'Stop'
$group = Get-AzResourceGroup -Name $ResourceGroupName
$location = $group.Location
$password = [System.Net.NetworkCredential]::new('', $AdminPassword).Password

# Microsoft.Network/routeTables spoke-1
$properties = @{
    routes = @(
        @{
            name = 'via-firewalls'
            properties = @{
                addressPrefix = '0.0.0.0/0'
                nextHopType = 'VirtualAppliance'
                nextHopIpAddress = '10.0.0.36'
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/routeTables/spoke-1'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/routeTables spoke-2
$properties = @{
    routes = @(
        @{
            name = 'via-firewalls'
            properties = @{
                addressPrefix = '0.0.0.0/0'
                nextHopType = 'VirtualAppliance'
                nextHopIpAddress = '10.0.0.36'
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/routeTables/spoke-2'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks vnet
$properties = @{
    addressSpace = @{
        addressPrefixes = @(
            '10.0.0.0/16'
        )
    }
    subnets = @(
        @{
            name = 'snet'
            properties = @{
                addressPrefix = '10.0.0.32/27'
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks spoke-1
$properties = @{
    addressSpace = @{
        addressPrefixes = @(
            '10.1.0.0/16'
        )
    }
    subnets = @(
        @{
            name = 'workload'
            properties = @{
                addressPrefix = '10.1.0.0/24'
                routeTable = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/routeTables/spoke-1')
                }
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-1'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks spoke-2
$properties = @{
    addressSpace = @{
        addressPrefixes = @(
            '10.2.0.0/16'
        )
    }
    subnets = @(
        @{
            name = 'workload'
            properties = @{
                addressPrefix = '10.2.0.0/24'
                routeTable = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/routeTables/spoke-2')
                }
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-2'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-spoke-1
$properties = @{
    allowVirtualNetworkAccess = $true
    allowForwardedTraffic = $true
    remoteVirtualNetwork = @{
        id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-1')
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/virtualNetworkPeerings/to-spoke-1'
    ApiVersion = '2025-05-01'
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-spoke-2
$properties = @{
    allowVirtualNetworkAccess = $true
    allowForwardedTraffic = $true
    remoteVirtualNetwork = @{
        id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-2')
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/virtualNetworkPeerings/to-spoke-2'
    ApiVersion = '2025-05-01'
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet
$properties = @{
    allowVirtualNetworkAccess = $true
    allowForwardedTraffic = $true
    remoteVirtualNetwork = @{
        id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet')
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-1/virtualNetworkPeerings/to-vnet'
    ApiVersion = '2025-05-01'
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet
$properties = @{
    allowVirtualNetworkAccess = $true
    allowForwardedTraffic = $true
    remoteVirtualNetwork = @{
        id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet')
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/spoke-2/virtualNetworkPeerings/to-vnet'
    ApiVersion = '2025-05-01'
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/loadBalancers lb
$properties = @{
    frontendIPConfigurations = @(
        @{
            name = 'firewalls'
            properties = @{
                privateIPAddress = '10.0.0.36'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet')
                }
            }
        }
    )
    backendAddressPools = @(
        @{
            name = 'pool'
            properties = @{
            }
        }
    )
    probes = @(
        @{
            name = 'ssh'
            properties = @{
                protocol = 'Tcp'
                port = 22
                intervalInSeconds = 5
            }
        }
    )
    loadBalancingRules = @(
        @{
            name = 'ha-ports'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/firewalls')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/ssh')
                }
                protocol = 'All'
                frontendPort = 0
                backendPort = 0
                enableFloatingIP = $false
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $true
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb'
    ApiVersion = '2025-05-01'
    Location = $location
    Sku = @{
        name = 'Standard'
        tier = 'Regional'
    }
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces nva1-nic
$properties = @{
    enableIPForwarding = $true
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.37'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet')
                }
                loadBalancerBackendAddressPools = @(
                    @{
                        id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                    }
                )
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/nva1-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces nva2-nic
$properties = @{
    enableIPForwarding = $true
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.38'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet')
                }
                loadBalancerBackendAddressPools = @(
                    @{
                        id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                    }
                )
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/nva2-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines nva1
$properties = @{
    hardwareProfile = @{
        vmSize = 'Standard_B2s'
    }
    storageProfile = @{
        imageReference = @{
            publisher = 'Canonical'
            offer = 'ubuntu-24_04-lts'
            sku = 'server'
            version = 'latest'
        }
        osDisk = @{
            createOption = 'FromImage'
            deleteOption = 'Delete'
        }
    }
    osProfile = @{
        computerName = 'nva1'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/nva1-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/nva1'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines nva2
$properties = @{
    hardwareProfile = @{
        vmSize = 'Standard_B2s'
    }
    storageProfile = @{
        imageReference = @{
            publisher = 'Canonical'
            offer = 'ubuntu-24_04-lts'
            sku = 'server'
            version = 'latest'
        }
        osDisk = @{
            createOption = 'FromImage'
            deleteOption = 'Delete'
        }
    }
    osProfile = @{
        computerName = 'nva2'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/nva2-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/nva2'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
