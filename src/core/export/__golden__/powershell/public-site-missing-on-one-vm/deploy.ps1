# Floatpath: Public site that one VM cannot serve
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “vm1”, “vm2”, “vm1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “lo”, “lo”.
# Note: Listeners are not part of Azure: “service-443”, “service-443”, “service-8080” and 3 more.
# Note: Each command replaces the whole resource if it exists: parts that are not named here are deleted.

param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [securestring] $AdminPassword
)

$ErrorActionPreference = 'Stop'
$group = Get-AzResourceGroup -Name $ResourceGroupName
$location = $group.Location
$password = [System.Net.NetworkCredential]::new('', $AdminPassword).Password

# Microsoft.Network/publicIPAddresses pip-site-a
$properties = @{
    publicIPAddressVersion = 'IPv4'
    publicIPAllocationMethod = 'Static'
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/publicIPAddresses/pip-site-a'
    ApiVersion = '2025-05-01'
    Location = $location
    Sku = @{
        name = 'Standard'
        tier = 'Regional'
    }
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/publicIPAddresses pip-site-b
$properties = @{
    publicIPAddressVersion = 'IPv4'
    publicIPAllocationMethod = 'Static'
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/publicIPAddresses/pip-site-b'
    ApiVersion = '2025-05-01'
    Location = $location
    Sku = @{
        name = 'Standard'
        tier = 'Regional'
    }
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkSecurityGroups nsg
$properties = @{
    securityRules = @(
        @{
            name = 'Allow-https'
            properties = @{
                priority = 100
                direction = 'Inbound'
                access = 'Allow'
                protocol = 'Tcp'
                sourceAddressPrefix = 'Internet'
                sourcePortRange = '*'
                destinationAddressPrefixes = @(
                    '65.52.0.1/32'
                    '65.52.0.2/32'
                )
                destinationPortRange = '443'
            }
        }
    )
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkSecurityGroups/nsg'
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
                addressPrefix = '10.0.0.0/24'
                networkSecurityGroup = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/networkSecurityGroups/nsg')
                }
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
            name = 'site-a'
            properties = @{
                publicIPAddress = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/publicIPAddresses/pip-site-a')
                }
            }
        }
        @{
            name = 'site-b'
            properties = @{
                publicIPAddress = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/publicIPAddresses/pip-site-b')
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
                protocol = 'Http'
                port = 8080
                requestPath = '/healthz'
                intervalInSeconds = 5
            }
        }
    )
    loadBalancingRules = @(
        @{
            name = 'https-a'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/site-a')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/health')
                }
                protocol = 'Tcp'
                frontendPort = 443
                backendPort = 443
                enableFloatingIP = $true
                loadDistribution = 'Default'
                idleTimeoutInMinutes = 4
                enableTcpReset = $false
                disableOutboundSnat = $true
            }
        }
        @{
            name = 'https-b'
            properties = @{
                frontendIPConfiguration = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/site-b')
                }
                backendAddressPool = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/backendAddressPools/pool')
                }
                probe = @{
                    id = ($group.ResourceId + '/providers/Microsoft.Network/loadBalancers/lb/probes/health')
                }
                protocol = 'Tcp'
                frontendPort = 443
                backendPort = 443
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

# Microsoft.Network/networkInterfaces vm1-nic
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/vm1-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Network/networkInterfaces vm2-nic
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
    ResourceId = $group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/vm2-nic'
    ApiVersion = '2025-05-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines vm1
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
        computerName = 'vm1'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/vm1-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/vm1'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null

# Microsoft.Compute/virtualMachines vm2
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
        computerName = 'vm2'
        adminUsername = 'azureuser'
        adminPassword = $password
    }
    networkProfile = @{
        networkInterfaces = @(
            @{
                id = ($group.ResourceId + '/providers/Microsoft.Network/networkInterfaces/vm2-nic')
                properties = @{
                    primary = $true
                }
            }
        )
    }
}
$resource = @{
    ResourceId = $group.ResourceId + '/providers/Microsoft.Compute/virtualMachines/vm2'
    ApiVersion = '2024-07-01'
    Location = $location
    Properties = $properties
}
New-AzResource @resource -Force | Out-Null
