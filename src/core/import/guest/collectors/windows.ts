/** A PowerShell script that reads a Windows guest and prints what the import understands. It changes nothing. */
export const windowsCollector = `# Floatpath: prints addresses, weak host switches, listeners and firewall. Changes nothing.
# Paste it into PowerShell. Windows Server 2012 and newer.
& {
  $ErrorActionPreference = 'SilentlyContinue'
  '== floatpath guest =='
  '== floatpath os windows =='
  "== floatpath host $env:COMPUTERNAME =="
  ConvertTo-Json -Compress @(Get-NetIPAddress -PolicyStore ActiveStore | ForEach-Object {
    @{ InterfaceAlias = $_.InterfaceAlias; InterfaceIndex = $_.InterfaceIndex
       IPAddress = $_.IPAddress; PrefixLength = $_.PrefixLength } })
  ConvertTo-Json -Compress @(Get-NetIPInterface -PolicyStore ActiveStore | ForEach-Object {
    @{ InterfaceAlias = $_.InterfaceAlias; InterfaceIndex = $_.InterfaceIndex
       AddressFamily = "$($_.AddressFamily)"; Forwarding = "$($_.Forwarding)"
       WeakHostSend = "$($_.WeakHostSend)"; WeakHostReceive = "$($_.WeakHostReceive)" } })
  $names = @{}
  Get-Process | ForEach-Object { $names[$_.Id] = $_.ProcessName }
  ConvertTo-Json -Compress @(Get-NetTCPConnection -State Listen | ForEach-Object {
    @{ LocalAddress = $_.LocalAddress; LocalPort = $_.LocalPort; State = 'Listen'
       Process = $names[[int]$_.OwningProcess] } })
  ConvertTo-Json -Compress @(Get-NetUDPEndpoint | ForEach-Object {
    @{ LocalAddress = $_.LocalAddress; LocalPort = $_.LocalPort
       Process = $names[[int]$_.OwningProcess] } })
  ConvertTo-Json -Compress @(Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object {
    @{ Name = $_.Name; Enabled = "$($_.Enabled)"; DefaultInboundAction = "$($_.DefaultInboundAction)" } })
  $ports = @{}; $addresses = @{}; $programs = @{}
  Get-NetFirewallPortFilter -PolicyStore ActiveStore | ForEach-Object { $ports[$_.InstanceID] = $_ }
  Get-NetFirewallAddressFilter -PolicyStore ActiveStore | ForEach-Object { $addresses[$_.InstanceID] = $_ }
  Get-NetFirewallApplicationFilter -PolicyStore ActiveStore | ForEach-Object { $programs[$_.InstanceID] = $_ }
  ConvertTo-Json -Compress @(Get-NetFirewallRule -PolicyStore ActiveStore -Direction Inbound -Enabled True -Action Allow |
    ForEach-Object {
      $id = $_.InstanceID
      @{ DisplayName = $_.DisplayName; Action = 'Allow'; Protocol = "$($ports[$id].Protocol)"
         LocalPort = @($ports[$id].LocalPort); LocalAddress = @($addresses[$id].LocalAddress)
         RemoteAddress = @($addresses[$id].RemoteAddress); Program = "$($programs[$id].Program)" } })
  '== floatpath end =='
}
`
