# Floatpath: Firewall without IP forwarding on its NIC
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “nva1”, “nva2”, “nva1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-22”, “service-22”.
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

# Microsoft.Network/routeTables spoke-1
$routes = @()
$settings = @{
    Name = 'via-firewalls'
    AddressPrefix = '0.0.0.0/0'
    NextHopType = 'VirtualAppliance'
    NextHopIpAddress = '10.0.0.36'
}
$routes += New-AzRouteConfig @settings
New-AzRouteTable @common -Name 'spoke-1' -Route $routes | Out-Null

# Microsoft.Network/routeTables spoke-2
$routes = @()
$settings = @{
    Name = 'via-firewalls'
    AddressPrefix = '0.0.0.0/0'
    NextHopType = 'VirtualAppliance'
    NextHopIpAddress = '10.0.0.36'
}
$routes += New-AzRouteConfig @settings
New-AzRouteTable @common -Name 'spoke-2' -Route $routes | Out-Null

# Microsoft.Network/virtualNetworks vnet
$subnets = @()
$subnets += New-AzVirtualNetworkSubnetConfig -Name 'snet' -AddressPrefix '10.0.0.32/27'
$settings = @{
    Name = 'vnet'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/virtualNetworks spoke-1
$subnets = @()
$settings = @{
    Name = 'workload'
    AddressPrefix = '10.1.0.0/24'
    RouteTableId = "$network/routeTables/spoke-1"
}
$subnets += New-AzVirtualNetworkSubnetConfig @settings
$settings = @{
    Name = 'spoke-1'
    AddressPrefix = '10.1.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/virtualNetworks spoke-2
$subnets = @()
$settings = @{
    Name = 'workload'
    AddressPrefix = '10.2.0.0/24'
    RouteTableId = "$network/routeTables/spoke-2"
}
$subnets += New-AzVirtualNetworkSubnetConfig @settings
$settings = @{
    Name = 'spoke-2'
    AddressPrefix = '10.2.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-spoke-1
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'vnet'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-spoke-1') {
    $settings = @{
        Name = 'to-spoke-1'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/spoke-1"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-spoke-2
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'vnet'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-spoke-2') {
    $settings = @{
        Name = 'to-spoke-2'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/spoke-2"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'spoke-1'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-vnet') {
    $settings = @{
        Name = 'to-vnet'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/vnet"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'spoke-2'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-vnet') {
    $settings = @{
        Name = 'to-vnet'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/vnet"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/loadBalancers lb
$frontends = @()
$settings = @{
    Name = 'firewalls'
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.36'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool'
$probes = @()
$settings = @{
    Name = 'ssh'
    Protocol = 'Tcp'
    Port = 22
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$rules = @()
$settings = @{
    Name = 'ha-ports'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/firewalls"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    ProbeId = "$network/loadBalancers/lb/probes/ssh"
    Protocol = 'All'
    FrontendPort = 0
    BackendPort = 0
    EnableFloatingIP = $false
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

# Microsoft.Network/networkInterfaces nva1-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.37'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'nva1-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces nva2-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet/subnets/snet"
    PrivateIpAddress = '10.0.0.38'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'nva2-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $true
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines nva1
if ($machines -notcontains 'nva1') {
    $machine = New-AzVMConfig -VMName 'nva1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'nva1'
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
        Id = "$network/networkInterfaces/nva1-nic"
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

# Microsoft.Compute/virtualMachines nva2
if ($machines -notcontains 'nva2') {
    $machine = New-AzVMConfig -VMName 'nva2' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'nva2'
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
        Id = "$network/networkInterfaces/nva2-nic"
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
