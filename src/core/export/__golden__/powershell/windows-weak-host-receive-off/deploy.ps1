# Floatpath: Windows guest without weak host receive
# Note: What is inside a guest is not part of Azure; see the formats for guests: “win1”, “win1-nic”.
# Note: Loopback adapters are not part of Azure: “Loopback”.
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

# Microsoft.Network/networkInterfaces win1-nic
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
    Name = 'win1-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines win1
if ($machines -notcontains 'win1') {
    $machine = New-AzVMConfig -VMName 'win1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'win1'
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
        Id = "$network/networkInterfaces/win1-nic"
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
