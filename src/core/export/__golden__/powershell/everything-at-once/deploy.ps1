# Floatpath: Everything at once
# Note: “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine-with-a-long-name”: Azure does not take its name, or it is taken.
# Note: “second six” (ipConfiguration/lin-2) is called “second-six”: Azure does not take its name, or it is taken.
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: “Windows machine with a long name” (virtualMachine/win) stands for the scale set vmss-web; it is written as a single machine.
# Note: In its guest, “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine”.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “lin”, “Windows machine with a long name”, “nic-lin-a” and 2 more.
# Note: Loopback adapters are not part of Azure: “Loopback web”, “lo”.
# Note: Listeners are not part of Azure: “https”, “web”.
# Note: Who holds the address of a frontend is not part of Azure: “inside”, “cluster”.
# Note: Clients are not created: “home”.
# Note: Private Link services are not written: the diagram does not hold the subnet that they need: “pls-web”.
# Note: The script does not set syncMode of the pools of the load balancer lb-main.
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

# Microsoft.Network/publicIPPrefixes ippre-out
$settings = @{
    Name = 'ippre-out'
    Sku = 'Standard'
    PrefixLength = 30
    IpAddressVersion = 'IPv4'
}
New-AzPublicIpPrefix @common @settings | Out-Null

# Microsoft.Network/publicIPAddresses pip-web
$settings = @{
    Name = 'pip-web'
    Sku = 'Standard'
    Tier = 'Regional'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
    Zone = @('1', '2', '3')
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/publicIPAddresses pip-nat
$settings = @{
    Name = 'pip-nat'
    Sku = 'Standard'
    Tier = 'Regional'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/publicIPAddresses pip-world
$settings = @{
    Name = 'pip-world'
    Sku = 'Standard'
    Tier = 'Global'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/networkSecurityGroups nsg-web
$rules = @()
$settings = @{
    Name = 'allow-web'
    Priority = 100
    Direction = 'Inbound'
    Access = 'Allow'
    Protocol = 'Tcp'
    SourceAddressPrefix = 'Internet'
    SourcePortRange = '*'
    DestinationAddressPrefix = @('20.2.0.1', '10.1.0.0/24')
    DestinationPortRange = @('80', '443', '8000-8100')
}
$rules += New-AzNetworkSecurityRuleConfig @settings
$settings = @{
    Name = 'deny-out'
    Priority = 4000
    Direction = 'Outbound'
    Access = 'Deny'
    Protocol = '*'
    SourceAddressPrefix = '*'
    SourcePortRange = '*'
    DestinationAddressPrefix = '192.0.2.0/24'
    DestinationPortRange = '*'
}
$rules += New-AzNetworkSecurityRuleConfig @settings
New-AzNetworkSecurityGroup @common -Name 'nsg-web' -SecurityRules $rules | Out-Null

# Microsoft.Network/routeTables rt-spoke
$routes = @()
$settings = @{
    Name = 'by-appliance'
    AddressPrefix = '10.9.0.0/16'
    NextHopType = 'VirtualAppliance'
    NextHopIpAddress = '10.1.0.50'
}
$routes += New-AzRouteConfig @settings
$settings = @{
    Name = 'nowhere'
    AddressPrefix = '192.0.2.0/24'
    NextHopType = 'None'
}
$routes += New-AzRouteConfig @settings
New-AzRouteTable @common -Name 'rt-spoke' -Route $routes | Out-Null

# Microsoft.Network/natGateways nat-out
$settings = @{
    Name = 'nat-out'
    Sku = 'Standard'
    PublicIpAddress = ([Microsoft.Azure.Commands.Network.Models.PSResourceId] @{ Id = "$network/publicIPAddresses/pip-nat" })
    PublicIpPrefix = ([Microsoft.Azure.Commands.Network.Models.PSResourceId] @{ Id = "$network/publicIPPrefixes/ippre-out" })
}
New-AzNatGateway @common @settings | Out-Null

# Microsoft.Network/virtualNetworks vnet-hub
$subnets = @()
$subnets += New-AzVirtualNetworkSubnetConfig -Name 'snet-hub' -AddressPrefix '10.0.0.0/24'
$settings = @{
    Name = 'vnet-hub'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/virtualNetworks vnet-spoke
$subnets = @()
$settings = @{
    Name = 'snet-web'
    AddressPrefix = @('10.1.0.0/24', 'fd00:1:0:1::/64')
    NetworkSecurityGroupId = "$network/networkSecurityGroups/nsg-web"
    RouteTableId = "$network/routeTables/rt-spoke"
    NatGatewayId = "$network/natGateways/nat-out"
    DefaultOutboundAccess = $false
}
$subnets += New-AzVirtualNetworkSubnetConfig @settings
$settings = @{
    Name = 'vnet-spoke'
    AddressPrefix = @('10.1.0.0/16', 'fd00:1::/48')
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet-spoke
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'vnet-hub'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-vnet-spoke') {
    $settings = @{
        Name = 'to-vnet-spoke'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/vnet-spoke"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/virtualNetworks/virtualNetworkPeerings to-vnet-hub
$virtualNetwork = Get-AzVirtualNetwork -ResourceGroupName $ResourceGroupName -Name 'vnet-spoke'
if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains 'to-vnet-hub') {
    $settings = @{
        Name = 'to-vnet-hub'
        VirtualNetwork = $virtualNetwork
        RemoteVirtualNetworkId = "$network/virtualNetworks/vnet-hub"
        AllowForwardedTraffic = $true
    }
    Add-AzVirtualNetworkPeering @settings | Out-Null
}

# Microsoft.Network/loadBalancers lb-gateway
$frontends = @()
$settings = @{
    Name = 'inspection'
    SubnetId = "$network/virtualNetworks/vnet-hub/subnets/snet-hub"
    PrivateIpAddress = '10.0.0.10'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$tunnels = @()
$settings = @{
    Protocol = 'VXLAN'
    Type = 'Internal'
    Port = 10800
    Identifier = 900
}
$tunnels += New-AzLoadBalancerBackendAddressPoolTunnelInterfaceConfig @settings
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool-internal' -TunnelInterface $tunnels
$tunnels = @()
$settings = @{
    Protocol = 'VXLAN'
    Type = 'External'
    Port = 10801
    Identifier = 901
}
$tunnels += New-AzLoadBalancerBackendAddressPoolTunnelInterfaceConfig @settings
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool-external' -TunnelInterface $tunnels
$rules = @()
$settings = @{
    Name = 'inspect'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-gateway/frontendIPConfigurations/inspection"
    BackendAddressPoolId = @("$network/loadBalancers/lb-gateway/backendAddressPools/pool-internal", "$network/loadBalancers/lb-gateway/backendAddressPools/pool-external")
    Protocol = 'All'
    FrontendPort = 0
    BackendPort = 0
    EnableFloatingIP = $false
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $false
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'lb-gateway'
    Sku = 'Gateway'
    Tier = 'Regional'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    LoadBalancingRule = $rules
}
New-AzLoadBalancer @common @settings | Out-Null

# Microsoft.Network/loadBalancers lb-main
$frontends = @()
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'web' -PublicIpAddressId "$network/publicIPAddresses/pip-web"
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'out' -PublicIpAddressPrefixId "$network/publicIPPrefixes/ippre-out"
$settings = @{
    Name = 'inside'
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddress = '10.1.0.100'
    PrivateIpAddressVersion = 'IPv4'
    Zone = '2'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$settings = @{
    Name = 'cluster'
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddress = '10.1.0.101'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$settings = @{
    Name = 'six'
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddressVersion = 'IPv6'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'nics'
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'addresses'
$probes = @()
$settings = @{
    Name = 'tcp'
    Protocol = 'Tcp'
    Port = 9000
    IntervalInSeconds = 5
    ProbeCount = 1
}
$probes += New-AzLoadBalancerProbeConfig @settings
$settings = @{
    Name = 'http'
    Protocol = 'Http'
    Port = 8080
    RequestPath = '/ready?full=1'
    IntervalInSeconds = 10
    ProbeCount = 3
    ProbeThreshold = 2
    NoHealthyBackendsBehavior = 'AllProbedUp'
}
$probes += New-AzLoadBalancerProbeConfig @settings
$rules = @()
$settings = @{
    Name = 'web'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/web"
    BackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
    ProbeId = "$network/loadBalancers/lb-main/probes/http"
    Protocol = 'Tcp'
    FrontendPort = 443
    BackendPort = 443
    EnableFloatingIP = $true
    LoadDistribution = 'SourceIPProtocol'
    IdleTimeoutInMinutes = 15
    EnableTcpReset = $true
    DisableOutboundSNAT = $true
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'udp'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/inside"
    BackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/addresses"
    ProbeId = "$network/loadBalancers/lb-main/probes/tcp"
    Protocol = 'Udp'
    FrontendPort = 53
    BackendPort = 5353
    EnableFloatingIP = $false
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $false
    EnableConnectionTracking = $true
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'cluster'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/cluster"
    BackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
    ProbeId = "$network/loadBalancers/lb-main/probes/tcp"
    Protocol = 'Tcp'
    FrontendPort = 1433
    BackendPort = 1433
    EnableFloatingIP = $true
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $false
}
$rules += New-AzLoadBalancerRuleConfig @settings
$natRules = @()
$settings = @{
    Name = 'ssh-lin'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/web"
    Protocol = 'Tcp'
    FrontendPort = 2222
    BackendPort = 22
    EnableFloatingIP = $false
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
}
$natRules += New-AzLoadBalancerInboundNatRuleConfig @settings
$settings = @{
    Name = 'rdp-all'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/web"
    BackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
    Protocol = 'Tcp'
    FrontendPortRangeStart = 50000
    FrontendPortRangeEnd = 50009
    BackendPort = 3389
    EnableFloatingIP = $false
    IdleTimeoutInMinutes = 6
    EnableTcpReset = $true
}
$natRules += New-AzLoadBalancerInboundNatRuleConfig @settings
$natPools = @()
$settings = @{
    Name = 'natpool'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-main/frontendIPConfigurations/web"
    Protocol = 'Tcp'
    FrontendPortRangeStart = 51000
    FrontendPortRangeEnd = 51009
    BackendPort = 22
    EnableFloatingIP = $false
}
$natPools += New-AzLoadBalancerInboundNatPoolConfig @settings
$outboundRules = @()
$settings = @{
    Name = 'out'
    FrontendIpConfiguration = @(([Microsoft.Azure.Commands.Network.Models.PSResourceId] @{ Id = "$network/loadBalancers/lb-main/frontendIPConfigurations/out" }), ([Microsoft.Azure.Commands.Network.Models.PSResourceId] @{ Id = "$network/loadBalancers/lb-main/frontendIPConfigurations/web" }))
    BackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
    Protocol = 'All'
    AllocatedOutboundPort = 1024
    IdleTimeoutInMinutes = 10
    EnableTcpReset = $true
}
$outboundRules += New-AzLoadBalancerOutboundRuleConfig @settings
$settings = @{
    Name = 'lb-main'
    Sku = 'Standard'
    Tier = 'Regional'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    Probe = $probes
    LoadBalancingRule = $rules
    InboundNatRule = $natRules
    InboundNatPool = $natPools
    OutboundRule = $outboundRules
}
New-AzLoadBalancer @common @settings | Out-Null
$settings = @{
    ResourceGroupName = $ResourceGroupName
    LoadBalancerName = 'lb-main'
    Name = 'addresses'
}
$pool = Get-AzLoadBalancerBackendAddressPool @settings
$pool.LoadBalancerBackendAddresses.Clear()
$settings = @{
    Name = 'one'
    IpAddress = '10.1.0.20'
    VirtualNetworkId = "$network/virtualNetworks/vnet-spoke"
    AdminState = 'Down'
}
$address = New-AzLoadBalancerBackendAddressConfig @settings
$pool.LoadBalancerBackendAddresses.Add($address)
$settings = @{
    Name = 'two'
    IpAddress = '10.1.0.21'
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
}
$address = New-AzLoadBalancerBackendAddressConfig @settings
$pool.LoadBalancerBackendAddresses.Add($address)
Set-AzLoadBalancerBackendAddressPool -InputObject $pool | Out-Null
$loadBalancer = Get-AzLoadBalancer -ResourceGroupName $ResourceGroupName -Name 'lb-main'
$settings = @{
    LoadBalancer = $loadBalancer
    Name = 'web'
    PublicIpAddressId = "$network/publicIPAddresses/pip-web"
    GatewayLoadBalancerId = "$network/loadBalancers/lb-gateway/frontendIPConfigurations/inspection"
}
Set-AzLoadBalancerFrontendIpConfig @settings | Out-Null
Set-AzLoadBalancer -LoadBalancer $loadBalancer | Out-Null

# Microsoft.Network/loadBalancers lb-world
$frontends = @()
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'world' -PublicIpAddressId "$network/publicIPAddresses/pip-world"
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'regions'
$rules = @()
$settings = @{
    Name = 'world'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-world/frontendIPConfigurations/world"
    BackendAddressPoolId = "$network/loadBalancers/lb-world/backendAddressPools/regions"
    Protocol = 'Tcp'
    FrontendPort = 443
    BackendPort = 443
    EnableFloatingIP = $true
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $false
}
$rules += New-AzLoadBalancerRuleConfig @settings
$settings = @{
    Name = 'lb-world'
    Sku = 'Standard'
    Tier = 'Global'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    LoadBalancingRule = $rules
}
New-AzLoadBalancer @common @settings | Out-Null
$settings = @{
    ResourceGroupName = $ResourceGroupName
    LoadBalancerName = 'lb-world'
    Name = 'regions'
}
$pool = Get-AzLoadBalancerBackendAddressPool @settings
$pool.LoadBalancerBackendAddresses.Clear()
$address = New-AzLoadBalancerBackendAddressConfig -Name 'region-one' -LoadBalancerFrontendIPConfigurationId "$network/loadBalancers/lb-main/frontendIPConfigurations/web"
$pool.LoadBalancerBackendAddresses.Add($address)
Set-AzLoadBalancerBackendAddressPool -InputObject $pool | Out-Null

# Microsoft.Network/networkInterfaces nic-lin-a
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddress = '10.1.0.4'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
    LoadBalancerInboundNatRuleId = "$network/loadBalancers/lb-main/inboundNatRules/ssh-lin"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'second-six'
    Primary = $false
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddressVersion = 'IPv6'
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'nic-lin-a'
    IpConfiguration = $ipConfigurations
    NetworkSecurityGroupId = "$network/networkSecurityGroups/nsg-web"
    EnableIPForwarding = $true
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces nic-lin-b
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet-hub/subnets/snet-hub"
    PrivateIpAddressVersion = 'IPv4'
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'nic-lin-b'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces nic-win
$ipConfigurations = @()
$settings = @{
    Name = 'primary'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet-spoke/subnets/snet-web"
    PrivateIpAddress = '10.1.0.5'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb-main/backendAddressPools/nics"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'nic-win'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines lin
if ($machines -notcontains 'lin') {
    $settings = @{
        VMName = 'lin'
        VMSize = 'Standard_B2s'
        Zone = '1'
    }
    $machine = New-AzVMConfig @settings
    $settings = @{
        VM = $machine
        Linux = $true
        ComputerName = 'lin'
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
        Id = "$network/networkInterfaces/nic-lin-a"
        Primary = $true
    }
    Add-AzVMNetworkInterface @settings | Out-Null
    $settings = @{
        VM = $machine
        Id = "$network/networkInterfaces/nic-lin-b"
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

# Microsoft.Compute/virtualMachines Windows-machine-with-a-long-name
if ($machines -notcontains 'Windows-machine-with-a-long-name') {
    $machine = New-AzVMConfig -VMName 'Windows-machine-with-a-long-name' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'Windows-machine'
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
        Id = "$network/networkInterfaces/nic-win"
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
