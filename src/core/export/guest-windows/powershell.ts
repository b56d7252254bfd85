import type { GuestPlan } from '../guest/plan.ts'
import { remarksOn, titleOf } from '../guest/shell-script.ts'
import { type WindowsRule, windowsRules } from '../guest/windows-firewall.ts'
import { Lines } from '../text/lines.ts'
import { oneLine } from '../text/one-line.ts'
import { powershellString } from '../text/quote.ts'

const helpers = `param([ValidateSet('Apply', 'Check', 'Undo')][string]$Mode = 'Apply')
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
    $kind, $rest = $Change -split '\\|', 2
    if ($kind -eq 'address') {
        $address, $alias = $rest -split '\\|', 2
        Get-Address $alias $address | Remove-NetIPAddress -Confirm:$false
    }
    elseif ($kind -eq 'switch') {
        $family, $name, $alias = $rest -split '\\|', 3
        Set-Switch $alias $family $name 'Disabled'
    }
    elseif ($kind -eq 'port') { Remove-NetFirewallRule -Name $rest }
}`

const isPlain = /^[\x20-\x7e]*$/

/**
 * A name as a string. Windows PowerShell 5.1 reads a file without a mark in the old code page, where parts of other
 * letters are quotes: such a name is written by its numbers.
 */
function quote(name: string): string {
  if (isPlain.test(name)) return powershellString(name)
  return `(-join [char[]](${Array.from({ length: name.length }, (_, index) => name.charCodeAt(index)).join(', ')}))`
}

interface Switch {
  readonly alias: string
  readonly family: 'IPv4' | 'IPv6'
  readonly name: 'WeakHostReceive' | 'WeakHostSend' | 'Forwarding'
  readonly source: string
}

/** Every switch to turn on, in the order in which scripts write them. */
export function switchesOf({ weakHost, forwarding, nics, families }: GuestPlan): readonly Switch[] {
  return [
    ...weakHost.flatMap(({ device, family, receive, send }): Switch[] => {
      const one = { alias: device.name, family, source: device.source }
      return [
        ...(receive ? [{ ...one, name: 'WeakHostReceive' as const }] : []),
        ...(send ? [{ ...one, name: 'WeakHostSend' as const }] : []),
      ]
    }),
    ...(forwarding
      ? nics.flatMap(({ name: alias, source }) =>
          families.map((family) => ({ alias, family, name: 'Forwarding' as const, source })),
        )
      : []),
  ]
}

function settingsOf({ protocol, entry }: WindowsRule): string {
  const { port, localAddress, remotePrefix, device } = entry
  return [
    `Protocol = '${protocol}'`,
    `LocalPort = '${port === '*' ? 'Any' : port}'`,
    ...(localAddress === undefined ? [] : [`LocalAddress = '${localAddress}'`]),
    ...(remotePrefix === undefined ? [] : [`RemoteAddress = '${remotePrefix}'`]),
    ...(device ? [`InterfaceAlias = [WildcardPattern]::Escape(${quote(device.name)})`] : []),
  ].join('; ')
}

/** A PowerShell script that applies, checks and undoes what a Windows guest needs. */
export function powershellScript(plan: GuestPlan): Lines {
  const lines = new Lines()
  const file = `.\\${plan.fileName}.ps1`
  const rules = windowsRules(plan)
  lines.add(`# ${titleOf(plan, 'Guest configuration')}`)
  lines.add(`# Apply, as administrator: ${file}    Check: ${file} -Mode Check    Undo: ${file} -Mode Undo`)
  lines.add('# Running it again changes nothing. It survives a restart.')
  if (plan.firewallOn) {
    lines.add(
      '# The diagram has the firewall on: Get-NetFirewallProfile must print Enabled True. This script does not switch it.',
    )
  }
  for (const text of remarksOn(plan)) lines.add(`# ${oneLine(text)}`)
  lines.add(helpers).gap()
  lines.add("if ($Mode -eq 'Apply') {")
  for (const { address, cidr, device, source } of plan.addresses) {
    lines.add(
      `    Add-Address ${quote(device.name)} '${address}' ${cidr.slice(cidr.indexOf('/') + 1)}`,
      source,
    )
  }
  for (const { alias, family, name, source } of switchesOf(plan)) {
    lines.add(`    Enable-Switch ${quote(alias)} '${family}' '${name}'`, source)
  }
  for (const rule of rules)
    lines.add(`    Open-Port '${rule.name}' @{ ${settingsOf(rule)} }`, rule.entry.source)
  lines.add("}\nelseif ($Mode -eq 'Check') {")
  for (const { address, cidr, device, source } of plan.addresses) {
    const length = cidr.slice(cidr.indexOf('/') + 1)
    lines.add(`    # Get-NetIPAddress -IPAddress ${address} must print PrefixLength ${length}`, source)
    lines.add(
      `    Test-That '${cidr} is held' { (Get-Address ${quote(device.name)} '${address}').PrefixLength -eq ${length} }`,
      source,
    )
  }
  for (const { alias, family, name, source } of switchesOf(plan)) {
    lines.add(
      `    # Get-NetIPInterface -AddressFamily ${family} | Format-Table InterfaceAlias, ${name} must print Enabled`,
      source,
    )
    lines.add(
      `    Test-That (${quote(alias)} + ' ${name} ${family}') { Test-Switch ${quote(alias)} '${family}' '${name}' }`,
      source,
    )
  }
  for (const { name, entry } of rules) {
    lines.add(
      `    Test-That 'firewall rule ${name}' { (Get-NetFirewallRule -Name '${name}' -ErrorAction SilentlyContinue).Enabled -eq 'True' }`,
      entry.source,
    )
  }
  for (const { protocol, port, source } of plan.services) {
    const command = protocol === 'Tcp' ? 'Get-NetTCPConnection -State Listen' : 'Get-NetUDPEndpoint'
    lines.add(
      `    Test-That 'something listens on ${protocol} port ${port}' { ${command} -LocalPort ${port} -ErrorAction SilentlyContinue }`,
      source,
    )
  }
  lines.add(`    if ($failed) { exit 1 }
}
elseif (Test-Path -LiteralPath $state) {
    # The last change first.
    $changes = @(Get-Content -LiteralPath $state -Encoding UTF8)
    [array]::Reverse($changes)
    foreach ($change in $changes) { Undo-Change $change }
    Remove-Item -LiteralPath $state
}`)
  return lines
}
