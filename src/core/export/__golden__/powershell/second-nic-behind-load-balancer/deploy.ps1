# Floatpath: Second NIC behind the load balancer
# Note: What is inside a guest is not part of Azure; see the formats for guests: “app1”, “app1-management”, “app1-data”.
# Note: Loopback adapters are not part of Azure: “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-8080”.
# Note: Each command replaces the whole resource if it exists: parts that are not named here are deleted.

param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [securestring] $AdminPassword
)

$ErrorActionPreference = 'Stop'
$group = Get-AzResourceGroup -Name $ResourceGroupName
$location = $group.Location
$password = [System.Net.NetworkCredential]::new('', $AdminPassword).Password

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
                addressPrefix = '10.0.0.0/24'
            }
        }
        @{
            name = 'front'
            properties = @{
                addressPrefix = '10.0.8.0/24'
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

# Microsoft.Network/loadBalancers lb
$properties = @{
    frontendIPConfigurations = @(
        @{
            name = 'app'
            properties = @{
                privateIPAddress = '10.0.0.100'
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
            name = 'health'
            properties = @{
                protocol = 'Tcp'
                port = 8080
                intervalInSeconds = 5
            }
        }
    )
    loadBalancingRules = @(
        @{
            name = 'http'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/app')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/health')
                }
                protocol = 'Tcp'
                frontendPort = 80
                backendPort = 80
                enableFloatingIP = $true
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

# Microsoft.Network/networkInterfaces app1-management
$properties = @{
    enableIPForwarding = $false
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.8.4'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/front')
                }
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/app1-management'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces app1-data
$properties = @{
    enableIPForwarding = $false
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.4'
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/app1-data'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines app1
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
        computerName = 'app1'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/app1-management')
                properties = @{
                    primary = $true
                }
            }
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/app1-data')
                properties = @{
                    primary = $false
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/app1'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
