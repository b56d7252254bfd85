# Floatpath: Backend that calls its own frontend
# Note: What is inside a guest is not part of Azure; see the formats for guests: “a”, “b”, “a-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “lo”, “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-80”.
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
            name = 'plain'
            properties = @{
                privateIPAddress = '10.0.0.100'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet')
                }
            }
        }
        @{
            name = 'floating'
            properties = @{
                privateIPAddress = '10.0.0.101'
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
    loadBalancingRules = @(
        @{
            name = 'plain'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/plain')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                protocol = 'Tcp'
                frontendPort = 80
                backendPort = 80
                enableFloatingIP = $false
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $true
            }
        }
        @{
            name = 'floating'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/floating')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
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

# Microsoft.Network/networkInterfaces a-nic
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/a-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces b-nic
$properties = @{
    enableIPForwarding = $false
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.5'
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/b-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines a
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
        computerName = 'a'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/a-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/a'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines b
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
        computerName = 'b'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/b-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/b'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
