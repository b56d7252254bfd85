# Floatpath: SQL Server listener without floating IP
# Note: What is inside a guest is not part of Azure; see the formats for guests: “sql1”, “sql2”, “sql1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-1433”, “service-59999”, “service-58888” and 1 more.
# Note: Who holds the address of a frontend is not part of Azure: “listener”, “cluster”.
# Note: New-Az… with -Force replaces the whole resource if it exists: parts not named here are deleted.

param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [securestring] $AdminPassword
)

$ErrorActionPreference = 'Stop'
$group = Get-AzResourceGroup -Name $ResourceGroupName
$location = $group.Location
$network = "$($group.ResourceId)/providers/Microsoft.Network"
$common = @{ ResourceGroupName = $ResourceGroupName; Location = $location; Force = $true }
$credential = [pscredential]::new('azureuser', $AdminPassword)
$machines = @((Get-AzVM -ResourceGroupName $ResourceGroupName).Name)

# Microsoft.Network/virtualNetworks vnet
$subnets = @()
$subnets += New-AzVirtualNetworkSubnetConfig -Name 'snet' -AddressPrefix '10.0.0.0/24'
$settings = @{
    Name = 'vnet'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/loadBalancers lb
$frontends = @()
$settings = @{
    Name = 'listener'
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.10'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$settings = @{
    Name = 'cluster'
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.11'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool'
$probes = @()
$settings = @{
    Name = 'listener'
    Protocol = 'Tcp'
    Port = 59999
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$settings = @{
    Name = 'cluster'
    Protocol = 'Tcp'
    Port = 58888
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$rules = @()
$settings = @{
    Name = 'listener'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/listener"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/listener"
    Protocol = 'Tcp'
    FrontendPort = 1433
    BackendPort = 1433
    EnableFloatingIP = $false
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $true
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'cluster'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/cluster"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/cluster"
    Protocol = 'Tcp'
    FrontendPort = 58888
    BackendPort = 58888
    EnableFloatingIP = $true
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $true
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'lb'
    Sku = 'Standard'
    Tier = 'Regional'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    Probe = $probes
    LoadBalancingRule = $rules
}
New-AzLoadBalancer @common @settings | Out-Null

# Microsoft.Network/networkInterfaces sql1-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.7'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'sql1-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces sql2-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.8'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'sql2-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines sql1
if ($machines -notcontains 'sql1') {
    $machine = New-AzVMConfig -VMName 'sql1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'sql1'
        Credential = $credential
    }
    Set-AzVMOperatingSystem @settings | Out-Null
    $settings = @{
        VM = $machine
        PublisherName = 'MicrosoftWindowsServer'
        Offer = 'WindowsServer'
        Skus = '2022-datacenter-azure-edition-core'
        Version = 'latest'
    }
    Set-AzVMSourceImage @settings | Out-Null
    $settings = @{
        VM = $machine
        CreateOption = 'FromImage'
        DeleteOption = 'Delete'
    }
    Set-AzVMOSDisk @settings | Out-Null
    $settings = @{
        VM = $machine
        Id = "$network/networkInterfaces/sql1-nic"
        Primary = $true
    }
    Add-AzVMNetworkInterface @settings | Out-Null
    $machine | Set-AzVMBootDiagnostic -Disable | Out-Null
    $settings = @{
        ResourceGroupName = $ResourceGroupName
        Location = $location
        VM = $machine
    }
    New-AzVM @settings | Out-Null
}

# Microsoft.Compute/virtualMachines sql2
if ($machines -notcontains 'sql2') {
    $machine = New-AzVMConfig -VMName 'sql2' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'sql2'
        Credential = $credential
    }
    Set-AzVMOperatingSystem @settings | Out-Null
    $settings = @{
        VM = $machine
        PublisherName = 'MicrosoftWindowsServer'
        Offer = 'WindowsServer'
        Skus = '2022-datacenter-azure-edition-core'
        Version = 'latest'
    }
    Set-AzVMSourceImage @settings | Out-Null
    $settings = @{
        VM = $machine
        CreateOption = 'FromImage'
        DeleteOption = 'Delete'
    }
    Set-AzVMOSDisk @settings | Out-Null
    $settings = @{
        VM = $machine
        Id = "$network/networkInterfaces/sql2-nic"
        Primary = $true
    }
    Add-AzVMNetworkInterface @settings | Out-Null
    $machine | Set-AzVMBootDiagnostic -Disable | Out-Null
    $settings = @{
        ResourceGroupName = $ResourceGroupName
        Location = $location
        VM = $machine
    }
    New-AzVM @settings | Out-Null
}
