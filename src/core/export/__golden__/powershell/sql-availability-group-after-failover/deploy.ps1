# Floatpath: SQL Server availability group after a failover
# Note: What is inside a guest is not part of Azure; see the formats for guests: “sql1”, “sql2”, “sql1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-1433”, “service-59999”, “service-58888” and 1 more.
# Note: Who holds the address of a frontend is not part of Azure: “listener”, “cluster”.
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
            name = 'listener'
            properties = @{
                privateIPAddress = '10.0.0.10'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet')
                }
            }
        }
        @{
            name = 'cluster'
            properties = @{
                privateIPAddress = '10.0.0.11'
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
            name = 'listener'
            properties = @{
                protocol = 'Tcp'
                port = 59999
                intervalInSeconds = 5
            }
        }
        @{
            name = 'cluster'
            properties = @{
                protocol = 'Tcp'
                port = 58888
                intervalInSeconds = 5
            }
        }
    )
    loadBalancingRules = @(
        @{
            name = 'listener'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/listener')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/listener')
                }
                protocol = 'Tcp'
                frontendPort = 1433
                backendPort = 1433
                enableFloatingIP = $true
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $true
            }
        }
        @{
            name = 'cluster'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/cluster')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/cluster')
                }
                protocol = 'Tcp'
                frontendPort = 58888
                backendPort = 58888
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

# Microsoft.Network/networkInterfaces sql1-nic
$properties = @{
    enableIPForwarding = $false
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.7'
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/sql1-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces sql2-nic
$properties = @{
    enableIPForwarding = $false
    ipConfigurations = @(
        @{
            name = 'ipconfig1'
            properties = @{
                primary = $true
                privateIPAddress = '10.0.0.8'
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/sql2-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines sql1
$properties = @{
    hardwareProfile = @{
        vmSize = 'Standard_B2s'
    }
    storageProfile = @{
        imageReference = @{
            publisher = 'MicrosoftWindowsServer'
            offer = 'WindowsServer'
            sku = '2022-datacenter-azure-edition-core'
            version = 'latest'
        }
        osDisk = @{
            createOption = 'FromImage'
            deleteOption = 'Delete'
        }
    }
    osProfile = @{
        computerName = 'sql1'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/sql1-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/sql1'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines sql2
$properties = @{
    hardwareProfile = @{
        vmSize = 'Standard_B2s'
    }
    storageProfile = @{
        imageReference = @{
            publisher = 'MicrosoftWindowsServer'
            offer = 'WindowsServer'
            sku = '2022-datacenter-azure-edition-core'
            version = 'latest'
        }
        osDisk = @{
            createOption = 'FromImage'
            deleteOption = 'Delete'
        }
    }
    osProfile = @{
        computerName = 'sql2'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/sql2-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/sql2'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
