# Floatpath: Inbound NAT to the members of a pool
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “vm1”, “vm2”, “vm1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-22”.
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

# Microsoft.Network/publicIPAddresses pip-jump
$settings = @{
    Name = 'pip-jump'
    Sku = 'Standard'
    Tier = 'Regional'
    IpAddressVersion = 'IPv4'
    AllocationMethod = 'Static'
}
New-AzPublicIpAddress @common @settings | Out-Null

# Microsoft.Network/networkSecurityGroups nsg
$rules = @()
$settings = @{
    Name = 'Allow-ssh'
    Priority = 100
    Direction = 'Inbound'
    Access = 'Allow'
    Protocol = 'Tcp'
    SourceAddressPrefix = '*'
    SourcePortRange = '*'
    DestinationAddressPrefix = '*'
    DestinationPortRange = '22'
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
$frontends += New-AzLoadBalancerFrontendIpConfig -Name 'jump' -PublicIpAddressId "$network/publicIPAddresses/pip-jump"
$pools = @()
$pools += New-AzLoadBalancerBackendAddressPoolConfig -Name 'pool'
$natRules = @()
$settings = @{
    Name = 'ssh'
    FrontendIpConfigurationId = "$network/loadBalancers/lb/frontendIPConfigurations/jump"
    BackendAddressPoolId = "$network/loadBalancers/lb/backendAddressPools/pool"
    Protocol = 'Tcp'
    FrontendPortRangeStart = 50000
    FrontendPortRangeEnd = 50009
    BackendPort = 22
    EnableFloatingIP = $false
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
}
$natRules += New-AzLoadBalancerInboundNatRuleConfig @settings
$settings = @{
    Name = 'lb'
    Sku = 'Standard'
    Tier = 'Regional'
    FrontendIpConfiguration = $frontends
    BackendAddressPool = $pools
    InboundNatRule = $natRules
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
