# Cluster addresses for Azure Load Balancer floating IP (Windows failover cluster), written by Floatpath.
# Apply on one node, as administrator: .\wsfc.ps1    Check: .\wsfc.ps1 -Mode Check    Undo: .\wsfc.ps1 -Mode Undo
# Running it again changes nothing. Put none of these addresses on a loopback adapter: the cluster moves them.
# Every node's firewall must let the probe ports in; the Windows guest scripts do that.
# listener: 10.0.0.10, probe port 59999, nodes sql1, sql2
#   Get-ClusterResource | Get-ClusterParameter must print ProbePort 59999 beside 10.0.0.10
# cluster: 10.0.0.11, probe port 58888, nodes sql1, sql2
#   Get-ClusterResource | Get-ClusterParameter must print ProbePort 58888 beside 10.0.0.11
param([ValidateSet('Apply', 'Check', 'Undo')][string]$Mode = 'Apply', [string]$Network)
$ErrorActionPreference = 'Stop'
$failed = $false
# What undo has to put back: the parameters as they were.
$state = Join-Path $env:ProgramData 'floatpath-cluster.txt'
$names = 'ProbePort', 'SubnetMask', 'EnableDhcp', 'Network'

function Get-AddressResource([string]$Address) {
    $found = @(Get-ClusterResource | Where-Object {
        "$($_.ResourceType)" -eq 'IP Address' -and (Get-Value $_ 'Address') -eq $Address
    })
    if ($found.Count -eq 0) { throw "The cluster has no IP address resource with $Address. Create it first." }
    $found[0]
}

function Get-Value($Resource, [string]$Name) { "$(($Resource | Get-ClusterParameter -Name $Name).Value)" }

# The cluster network that holds the address; else the one that its resource has.
function Get-NetworkName([string]$Address) {
    if ($Network) { return $Network }
    $bits = ([ipaddress]$Address).Address
    $found = @(Get-ClusterNetwork | Where-Object {
        "$($_.AddressMask)" -like '*.*' -and
        ($bits -band ([ipaddress]"$($_.AddressMask)").Address) -eq ([ipaddress]"$($_.Address)").Address
    })
    if ($found.Count -eq 1) { return $found[0].Name }
    $name = Get-Value (Get-AddressResource $Address) 'Network'
    if (-not $name) { throw "No cluster network is known for $Address. Name it with -Network." }
    $name
}

function Write-Restart($Resource) {
    Write-Output "Changed: $($Resource.Name). It counts after Stop-ClusterResource and Start-ClusterResource of this resource and its role."
}

function Set-Probe([string]$Address, [hashtable]$Wanted) {
    $resource = Get-AddressResource $Address
    $before = @($names | ForEach-Object { Get-Value $resource $_ })
    if (($names | Where-Object { (Get-Value $resource $_) -ne "$($Wanted[$_])" })) {
        Add-Content -LiteralPath $state -Value "$Address|$($before -join '|')" -Encoding UTF8
        $resource | Set-ClusterParameter -Multiple $Wanted
        Write-Restart $resource
    }
}

function Test-Value([string]$Address, [string]$Name, [string]$Wanted) {
    if ((Get-Value (Get-AddressResource $Address) $Name) -eq $Wanted) { Write-Output "ok       $Address $Name $Wanted" }
    else {
        Write-Output "MISSING  $Address $Name must be $Wanted"
        $script:failed = $true
    }
}

if ($Mode -eq 'Apply') {
    Set-Probe '10.0.0.10' @{ Address = '10.0.0.10'; ProbePort = 59999; SubnetMask = '255.255.255.255'; Network = (Get-NetworkName '10.0.0.10'); EnableDhcp = 0 }
    Set-Probe '10.0.0.11' @{ Address = '10.0.0.11'; ProbePort = 58888; SubnetMask = '255.255.255.255'; Network = (Get-NetworkName '10.0.0.11'); EnableDhcp = 0 }
}
elseif ($Mode -eq 'Check') {
    Test-Value '10.0.0.10' 'ProbePort' '59999'
    Test-Value '10.0.0.10' 'SubnetMask' '255.255.255.255'
    Test-Value '10.0.0.10' 'Network' (Get-NetworkName '10.0.0.10')
    Test-Value '10.0.0.10' 'EnableDhcp' '0'
    Test-Value '10.0.0.11' 'ProbePort' '58888'
    Test-Value '10.0.0.11' 'SubnetMask' '255.255.255.255'
    Test-Value '10.0.0.11' 'Network' (Get-NetworkName '10.0.0.11')
    Test-Value '10.0.0.11' 'EnableDhcp' '0'
    if ($failed) { exit 1 }
}
elseif (Test-Path -LiteralPath $state) {
    # The last change first.
    $changes = @(Get-Content -LiteralPath $state -Encoding UTF8)
    [array]::Reverse($changes)
    foreach ($change in $changes) {
        $address, $port, $mask, $dhcp, $before = $change -split '\|', 5
        $resource = Get-AddressResource $address
        $values = @{ ProbePort = [int]$port; SubnetMask = $mask; EnableDhcp = [int]$dhcp }
        if ($before) { $values.Network = $before }
        $resource | Set-ClusterParameter -Multiple $values
        Write-Restart $resource
    }
    Remove-Item -LiteralPath $state
}
