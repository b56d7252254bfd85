# Floatpath: Second NIC behind the load balancer
# Note: What is inside a guest is not part of Azure; see the formats for guests: “app1”, “app1-management”, “app1-data”.
# Note: Loopback adapters are not part of Azure: “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-8080”.
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
$subnets += New-AzVirtualNetworkSubnetConfig -Name 'front' -AddressPrefix '10.0.8.0/24'
$settings = @{
    Name = 'vnet'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/loadBalancers lb
$frontends = @()
$settings = @{
    Name = 'app'
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.100'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool'
$probes = @()
$settings = @{
    Name = 'health'
    Protocol = 'Tcp'
    Port = 8080
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$rules = @()
$settings = @{
    Name = 'http'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/app"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/health"
    Protocol = 'Tcp'
    FrontendPort = 80
    BackendPort = 80
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

# Microsoft.Network/networkInterfaces app1-management
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/front"
    PrivateIpAddress = '10.0.8.4'
    PrivateIpAddressVersion = 'IPv4'
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'app1-management'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces app1-data
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.4'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'app1-data'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines app1
if ($machines -notcontains 'app1') {
    $machine = New-AzVMConfig -VMName 'app1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'app1'
        Credential = $credential
    }
    Set-AzVMOperatingSystem @settings | Out-Null
    $settings = @{
        VM = $machine
        PublisherName = 'Canonical'
        Offer = 'ubuntu-24_04-lts'
        Skus = 'server'
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
        Id = "$network/networkInterfaces/app1-management"
        Primary = $true
    }
    Add-AzVMNetworkInterface @settings | Out-Null
    $settings = @{
        VM = $machine
        Id = "$network/networkInterfaces/app1-data"
        Primary = $false
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
