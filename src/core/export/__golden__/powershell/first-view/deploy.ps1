# Floatpath: Two TLS sites on one port
# Note: What is inside a guest is not part of Azure; see the formats for guests: “web1”, “web2”, “web1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “Loopback site-a”, “Loopback site-b”, “Loopback site-a”.
# Note: Listeners are not part of Azure: “IIS”, “Health page”, “IIS” and 1 more.
# Note: Clients are not created: “app-tier”.
# Note: Each command replaces the whole resource if it exists: parts that are not named here are deleted.

param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [securestring] $AdminPassword
)

$ErrorActionPreference = 'Stop'
$group = Get-AzResourceGroup -Name $ResourceGroupName
$location = $group.Location
$password = [System.Net.NetworkCredential]::new('', $AdminPassword).Password

# Microsoft.Network/virtualNetworks vnet-web
$properties = @{
    addressSpace = @{
        addressPrefixes = @(
            '10.0.0.0/16'
        )
    }
    subnets = @(
        @{
            name = 'snet-web'
            properties = @{
                addressPrefix = '10.0.0.0/24'
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet-web'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/loadBalancers lb-web
$properties = @{
    frontendIPConfigurations = @(
        @{
            name = 'site-a'
            properties = @{
                privateIPAddress = '10.0.0.100'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet-web/subnets/snet-web')
                }
            }
        }
        @{
            name = 'site-b'
            properties = @{
                privateIPAddress = '10.0.0.101'
                privateIPAllocationMethod = 'Static'
                privateIPAddressVersion = 'IPv4'
                subnet = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet-web/subnets/snet-web')
                }
            }
        }
    )
    backendAddressPools = @(
        @{
            name = 'web-pool'
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
            name = 'https-a'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/frontendIPConfigurations/site-a')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/backendAddressPools/web-pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/probes/health')
                }
                protocol = 'Tcp'
                frontendPort = 443
                backendPort = 443
                enableFloatingIP = $true
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $false
            }
        }
        @{
            name = 'https-b'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/frontendIPConfigurations/site-b')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/backendAddressPools/web-pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/probes/health')
                }
                protocol = 'Tcp'
                frontendPort = 443
                backendPort = 443
                enableFloatingIP = $true
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $false
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web'
    ApiVersion = '2025-05-01'
    Location = $location
    Sku = @{
        name = 'Standard'
        tier = 'Regional'
    }
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces web1-nic
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
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet-web/subnets/snet-web')
                }
                loadBalancerBackendAddressPools = @(
                    @{
                        id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/backendAddressPools/web-pool')
                    }
                )
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/web1-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces web2-nic
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
                    id = ($group.ResourceId + '/providers/Microsoft.Network/virtualNetworks/vnet-web/subnets/snet-web')
                }
                loadBalancerBackendAddressPools = @(
                    @{
                        id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb-web/backendAddressPools/web-pool')
                    }
                )
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/web2-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines web1
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
        computerName = 'web1'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/web1-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/web1'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines web2
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
        computerName = 'web2'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/web2-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/web2'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
