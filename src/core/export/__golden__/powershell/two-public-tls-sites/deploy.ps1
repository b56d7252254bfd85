# Floatpath: Two public TLS sites on one pool
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “vm1”, “vm2”, “vm1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “lo”, “lo”.
# Note: Listeners are not part of Azure: “service-443”, “service-443”, “service-8080” and 3 more.
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

# Microsoft.Network/publicIPAddresses pip-site-a
$settings = @{
    Name = 'pip-site-a'
    Sku = 'Standard'
    Tier = 'Regional'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/publicIPAddresses pip-site-b
$settings = @{
    Name = 'pip-site-b'
    Sku = 'Standard'
    Tier = 'Regional'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/networkSecurityGroups nsg
$rules = @()
$settings = @{
    Name = 'Allow-https'
    Priority = 100
    Direction = 'Inbound'
    Access = 'Allow'
    Protocol = 'Tcp'
    SourceAddressPrefix = 'Internet'
    SourcePortRange = '*'
    DestinationAddressPrefix = @('65.52.0.1/32', '65.52.0.2/32')
    DestinationPortRange = '443'
}
$rules += New-AzNetworkSecurityRuleConfig @settings
New-AzNetworkSecurityGroup @common -Name 'nsg' -SecurityRules $rules | Out-Null

# Microsoft.Network/virtualNetworks vnet
$subnets = @()
$settings = @{
    Name = 'snet'
    AddressPrefix = '10.0.0.0/24'
    NetworkSecurityGroupId = "$network/networkSecurityGroups/nsg"
}
$subnets += New-AzVirtualNetworkSubnetConfig @settings
$settings = @{
    Name = 'vnet'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/loadBalancers lb
$frontends = @()
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'site-a' -PublicIpAddressId "$network/publicIPAddresses/pip-site-a"
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'site-b' -PublicIpAddressId "$network/publicIPAddresses/pip-site-b"
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool'
$probes = @()
$settings = @{
    Name = 'health'
    Protocol = 'Http'
    Port = 8080
    RequestPath = '/healthz'
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$rules = @()
$settings = @{
    Name = 'https-a'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/site-a"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/health"
    Protocol = 'Tcp'
    FrontendPort = 443
    BackendPort = 443
    EnableFloatingIP = $true
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $true
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'https-b'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/site-b"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/health"
    Protocol = 'Tcp'
    FrontendPort = 443
    BackendPort = 443
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

# Microsoft.Network/networkInterfaces vm1-nic
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
    Name = 'vm1-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces vm2-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.5'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'vm2-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines vm1
if ($machines -notcontains 'vm1') {
    $machine = New-AzVMConfig -VMName 'vm1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'vm1'
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
        Id = "$network/networkInterfaces/vm1-nic"
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

# Microsoft.Compute/virtualMachines vm2
if ($machines -notcontains 'vm2') {
    $machine = New-AzVMConfig -VMName 'vm2' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'vm2'
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
        Id = "$network/networkInterfaces/vm2-nic"
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
