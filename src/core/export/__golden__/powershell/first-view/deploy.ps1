# Floatpath: Two TLS sites on one port
# Note: What is inside a guest is not part of Azure; see the formats for guests: “web1”, “web2”, “web1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “Loopback site-a”, “Loopback site-b”, “Loopback site-a”.
# Note: Listeners are not part of Azure: “IIS”, “Health page”, “IIS” and 1 more.
# Note: Clients are not created: “app-tier”.
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

# Microsoft.Network/virtualNetworks vnet-web
$subnets = @()
$subnets += New-AzVirtualNetworkSubnetConfig -Name 'snet-web' -AddressPrefix '10.0.0.0/24'
$settings = @{
    Name = 'vnet-web'
    AddressPrefix = '10.0.0.0/16'
    Subnet = $subnets
}
New-AzVirtualNetwork @common @settings | Out-Null

# Microsoft.Network/loadBalancers lb-web
$frontends = @()
$settings = @{
    Name = 'site-a'
    SubnetId = "$network/virtualNetworks/vnet-web/subnets/snet-web"
    PrivateIpAddress = '10.0.0.100'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$settings = @{
    Name = 'site-b'
    SubnetId = "$network/virtualNetworks/vnet-web/subnets/snet-web"
    PrivateIpAddress = '10.0.0.101'
    PrivateIpAddressVersion = 'IPv4'
}
$frontends += New-AzLoadBalancerFrontendIpConfig @settings
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'web-pool'
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
    Name = 'https-a'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-web/frontendIPConfigurations/site-a"
    BackendAddressPoolId = "$network/loadBalancers/lb-web/backendAddressPools/web-pool"
    ProbeId = "$network/loadBalancers/lb-web/probes/health"
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
    Name = 'https-b'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-web/frontendIPConfigurations/site-b"
    BackendAddressPoolId = "$network/loadBalancers/lb-web/backendAddressPools/web-pool"
    ProbeId = "$network/loadBalancers/lb-web/probes/health"
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
    Name = 'lb-web'
    Sku = 'Standard'
    Tier = 'Regional'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    Probe = $probes
    LoadBalancingRule = $rules
}
New-AzLoadBalancer @common @settings | Out-Null

# Microsoft.Network/networkInterfaces web1-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet-web/subnets/snet-web"
    PrivateIpAddress = '10.0.0.4'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb-web/backendAddressPools/web-pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'web1-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Network/networkInterfaces web2-nic
$ipConfigurations = @()
$settings = @{
    Name = 'ipconfig1'
    Primary = $true
    SubnetId = "$network/virtualNetworks/vnet-web/subnets/snet-web"
    PrivateIpAddress = '10.0.0.5'
    PrivateIpAddressVersion = 'IPv4'
    LoadBalancerBackendAddressPoolId = "$network/loadBalancers/lb-web/backendAddressPools/web-pool"
}
$ipConfigurations += New-AzNetworkInterfaceIpConfig @settings
$settings = @{
    Name = 'web2-nic'
    IpConfiguration = $ipConfigurations
    EnableIPForwarding = $false
}
New-AzNetworkInterface @common @settings | Out-Null

# Microsoft.Compute/virtualMachines web1
if ($machines -notcontains 'web1') {
    $machine = New-AzVMConfig -VMName 'web1' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'web1'
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
        Id = "$network/networkInterfaces/web1-nic"
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

# Microsoft.Compute/virtualMachines web2
if ($machines -notcontains 'web2') {
    $machine = New-AzVMConfig -VMName 'web2' -VMSize 'Standard_B2s'
    $settings = @{
        VM = $machine
        Windows = $true
        ComputerName = 'web2'
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
        Id = "$network/networkInterfaces/web2-nic"
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
