# Guest configuration of Windows machine with a long name for Azure Load Balancer floating IP, written by Floatpath.
# Apply, as administrator: .\Windows-machine-with-a-long-name.ps1    Check: .\Windows-machine-with-a-long-name.ps1 -Mode Check    Undo: .\Windows-machine-with-a-long-name.ps1 -Mode Undo
# Running it again changes nothing. It survives a restart.
# Note: Windows machine with a long name: world has no address yet, so nothing is written for it.
# Note: Windows machine with a long name: the adapter “Loopback web” must be there first: add “Microsoft KM-TEST Loopback Adapter” as legacy hardware and give it this name.
param([ValidateSet('Apply', 'Check', 'Undo')][string]$Mode = 'Apply')
$ErrorActionPreference = 'Stop'
$failed = $false
# What undo has to put back: only what this script changed.
$state = Join-Path $env:ProgramData 'floatpath-guest.txt'

function Save-Change([string]$Change) { Add-Content -LiteralPath $state -Value $Change -Encoding UTF8 }

function Get-Index([string]$Alias) {
    $found = @(Get-NetIPInterface | Where-Object { $_.InterfaceAlias -eq $Alias })
    if ($found.Count -eq 0) { throw "This machine has no interface named $Alias." }
    $found[0].InterfaceIndex
}

function Get-Address([string]$Alias, [string]$Address) {
    $index = Get-Index $Alias
    Get-NetIPAddress -IPAddress $Address -ErrorAction SilentlyContinue | Where-Object { $_.InterfaceIndex -eq $index }
}

function Add-Address([string]$Alias, [string]$Address, [int]$Length) {
    if (-not (Get-Address $Alias $Address)) {
        New-NetIPAddress -InterfaceIndex (Get-Index $Alias) -IPAddress $Address -PrefixLength $Length -SkipAsSource $true | Out-Null
        Save-Change "address|$Address|$Alias"
    }
}

function Test-Switch([string]$Alias, [string]$Family, [string]$Name) {
    $interface = Get-NetIPInterface -InterfaceIndex (Get-Index $Alias) -AddressFamily $Family
    "$($interface.$Name)" -eq 'Enabled'
}

function Set-Switch([string]$Alias, [string]$Family, [string]$Name, [string]$Value) {
    $settings = @{ $Name = $Value }
    Set-NetIPInterface -InterfaceIndex (Get-Index $Alias) -AddressFamily $Family @settings
}

function Enable-Switch([string]$Alias, [string]$Family, [string]$Name) {
    if (-not (Test-Switch $Alias $Family $Name)) {
        Set-Switch $Alias $Family $Name 'Enabled'
        Save-Change "switch|$Family|$Name|$Alias"
    }
}

function Open-Port([string]$Name, [hashtable]$Settings) {
    if (-not (Get-NetFirewallRule -Name $Name -ErrorAction SilentlyContinue)) {
        New-NetFirewallRule -Name $Name -DisplayName $Name -Direction Inbound -Action Allow @Settings | Out-Null
        Save-Change "port|$Name"
    }
}

function Test-That([string]$Text, [scriptblock]$Holds) {
    if (& $Holds) { Write-Output "ok       $Text" }
    else {
        Write-Output "MISSING  $Text"
        $script:failed = $true
    }
}

function Undo-Change([string]$Change) {
    $kind, $rest = $Change -split '\|', 2
    if ($kind -eq 'address') {
        $address, $alias = $rest -split '\|', 2
        Get-Address $alias $address | Remove-NetIPAddress -Confirm:$false
    }
    elseif ($kind -eq 'switch') {
        $family, $name, $alias = $rest -split '\|', 3
        Set-Switch $alias $family $name 'Disabled'
    }
    elseif ($kind -eq 'port') { Remove-NetFirewallRule -Name $rest }
}

if ($Mode -eq 'Apply') {
    Add-Address 'Loopback web' '20.2.0.1' 32
    Enable-Switch 'Ethernet' 'IPv4' 'WeakHostReceive'
    Enable-Switch 'Loopback web' 'IPv4' 'WeakHostReceive'
    Enable-Switch 'Loopback web' 'IPv4' 'WeakHostSend'
    Open-Port 'Floatpath TCP 443' @{ Protocol = 'TCP'; LocalPort = '443' }
    Open-Port 'Floatpath TCP 8080' @{ Protocol = 'TCP'; LocalPort = '8080' }
    Open-Port 'Floatpath TCP 1433' @{ Protocol = 'TCP'; LocalPort = '1433' }
    Open-Port 'Floatpath TCP 3389' @{ Protocol = 'TCP'; LocalPort = '3389' }
    Open-Port 'Floatpath TCP 9000' @{ Protocol = 'TCP'; LocalPort = '9000' }
}
elseif ($Mode -eq 'Check') {
    # Get-NetIPAddress -IPAddress 20.2.0.1 must print PrefixLength 32
    Test-That '20.2.0.1/32 is held' { (Get-Address 'Loopback web' '20.2.0.1').PrefixLength -eq 32 }
    # Get-NetIPInterface -AddressFamily IPv4 | Format-Table InterfaceAlias, WeakHostReceive must print Enabled
    Test-That ('Ethernet' + ' WeakHostReceive IPv4') { Test-Switch 'Ethernet' 'IPv4' 'WeakHostReceive' }
    # Get-NetIPInterface -AddressFamily IPv4 | Format-Table InterfaceAlias, WeakHostReceive must print Enabled
    Test-That ('Loopback web' + ' WeakHostReceive IPv4') { Test-Switch 'Loopback web' 'IPv4' 'WeakHostReceive' }
    # Get-NetIPInterface -AddressFamily IPv4 | Format-Table InterfaceAlias, WeakHostSend must print Enabled
    Test-That ('Loopback web' + ' WeakHostSend IPv4') { Test-Switch 'Loopback web' 'IPv4' 'WeakHostSend' }
    Test-That 'firewall rule Floatpath TCP 443' { (Get-NetFirewallRule -Name 'Floatpath TCP 443' -ErrorAction SilentlyContinue).Enabled -eq 'True' }
    Test-That 'firewall rule Floatpath TCP 8080' { (Get-NetFirewallRule -Name 'Floatpath TCP 8080' -ErrorAction SilentlyContinue).Enabled -eq 'True' }
    Test-That 'firewall rule Floatpath TCP 1433' { (Get-NetFirewallRule -Name 'Floatpath TCP 1433' -ErrorAction SilentlyContinue).Enabled -eq 'True' }
    Test-That 'firewall rule Floatpath TCP 3389' { (Get-NetFirewallRule -Name 'Floatpath TCP 3389' -ErrorAction SilentlyContinue).Enabled -eq 'True' }
    Test-That 'firewall rule Floatpath TCP 9000' { (Get-NetFirewallRule -Name 'Floatpath TCP 9000' -ErrorAction SilentlyContinue).Enabled -eq 'True' }
    Test-That 'something listens on Tcp port 443' { Get-NetTCPConnection -State Listen -LocalPort 443 -ErrorAction SilentlyContinue }
    Test-That 'something listens on Tcp port 8080' { Get-NetTCPConnection -State Listen -LocalPort 8080 -ErrorAction SilentlyContinue }
    Test-That 'something listens on Tcp port 1433' { Get-NetTCPConnection -State Listen -LocalPort 1433 -ErrorAction SilentlyContinue }
    Test-That 'something listens on Tcp port 3389' { Get-NetTCPConnection -State Listen -LocalPort 3389 -ErrorAction SilentlyContinue }
    if ($failed) { exit 1 }
}
elseif (Test-Path -LiteralPath $state) {
    # The last change first.
    $changes = @(Get-Content -LiteralPath $state -Encoding UTF8)
    [array]::Reverse($changes)
    foreach ($change in $changes) { Undo-Change $change }
    Remove-Item -LiteralPath $state
}
