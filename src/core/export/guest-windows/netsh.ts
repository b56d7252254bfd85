import { familyOf } from '../../topology/address.ts'
import type { GuestPlan, Service } from '../guest/plan.ts'
import { remarksOn, titleOf } from '../guest/shell-script.ts'
import { windowsRules } from '../guest/windows-firewall.ts'
import { Lines } from '../text/lines.ts'
import { oneLine } from '../text/one-line.ts'
import { switchesOf } from './powershell.ts'

/** A name between quotes; names of interfaces hold no quotes. In a batch file a percent sign is written twice. */
const quote = (name: string) => `"${name.replaceAll('%', '%%')}"`
/** A remark without the characters that cmd.exe obeys even there. */
const remark = (text: string) => `rem ${oneLine(text).replaceAll(/[%^&|<>!"]/g, '_')}`

const context = (family: 'IPv4' | 'IPv6') => family.toLowerCase()
const switchNames = {
  WeakHostReceive: 'weakhostreceive',
  WeakHostSend: 'weakhostsend',
  Forwarding: 'forwarding',
}

/** Finds an address as a whole word in what netsh prints. */
function finds(address: string): string {
  const pattern = address.replaceAll('.', '\\.')
  return `findstr /r /c:" ${pattern}$" /c:" ${pattern} "`
}

/** Finds the sockets that wait on a port, in any language of Windows: they have no remote address yet. */
function findsService({ protocol, port, address }: Service): string {
  const local =
    address === undefined
      ? '[^ ]*'
      : (familyOf(address) === 'IPv6' ? `\\[${address}\\]` : address).replaceAll('.', '\\.')
  const remotes = protocol === 'Tcp' ? ['0\\.0\\.0\\.0:0', '\\[::\\]:0'] : ['\\*:\\*']
  const patterns = remotes.map((remote) => `/c:" ${protocol.toUpperCase()}  *${local}:${port}  *${remote} "`)
  // No packet from outside reaches a service on a loopback address.
  const outer = address === undefined ? ' | findstr /v /c:" 127." /c:" [::1]:"' : ''
  return `findstr /r ${patterns.join(' ')}${outer}`
}

/** A batch file with the commands of Microsoft's page on floating IP. */
export function netshScript(plan: GuestPlan): Lines {
  const file = `${plan.fileName}.cmd`
  const rules = windowsRules(plan)
  const switches = switchesOf(plan)
  const lines = new Lines()
  lines.add('@echo off\nsetlocal DisableDelayedExpansion\nchcp 65001 >nul')
  for (const text of [
    titleOf(plan, 'Guest configuration'),
    `Apply, as administrator: ${file}    Check: ${file} check    Undo: ${file} undo`,
    'Running it again changes nothing. Undo takes away all it writes; the PowerShell script remembers what was there before.',
    ...remarksOn(plan),
  ]) {
    lines.add(remark(text))
  }
  lines.add('if /i "%~1"=="check" goto check\nif /i "%~1"=="undo" goto undo').gap()
  for (const { address, cidr, family, device, source } of plan.addresses) {
    const name = quote(device.name)
    const add =
      family === 'IPv4'
        ? `netsh interface ipv4 add address name=${name} address=${address} mask=255.255.255.255 skipassource=true`
        : `netsh interface ipv6 add address interface=${name} address=${cidr} skipassource=true`
    lines.add(
      `netsh interface ${context(family)} show addresses ${name} | ${finds(address)} >nul || ${add}`,
      source,
    )
  }
  for (const { alias, family, name, source } of switches) {
    lines.add(
      `netsh interface ${context(family)} set interface ${quote(alias)} ${switchNames[name]}=enabled`,
      source,
    )
  }
  for (const { name, protocol, entry } of rules) {
    const { port, localAddress, remotePrefix } = entry
    const words = [
      `netsh advfirewall firewall add rule name="${name}" dir=in action=allow protocol=${protocol}`,
      ...(port === '*' ? [] : [`localport=${port}`]),
      ...(localAddress === undefined ? [] : [`localip=${localAddress}`]),
      ...(remotePrefix === undefined ? [] : [`remoteip=${remotePrefix}`]),
    ]
    if (entry.device)
      lines.add(remark('netsh cannot tie a rule to one interface; the PowerShell script does.'))
    lines.add(`netsh advfirewall firewall show rule name="${name}" >nul || ${words.join(' ')}`, entry.source)
  }
  lines.add('exit /b 0').gap().add(':check')
  for (const { address, family, device, source } of plan.addresses) {
    lines.add(`echo Must print ${address}:`, source)
    lines.add(`netsh interface ${context(family)} show addresses ${quote(device.name)}`, source)
  }
  for (const { alias, family, name, source } of switches) {
    lines.add(`echo Must print ${switchNames[name]} as enabled:`, source)
    lines.add(`netsh interface ${context(family)} show interface ${quote(alias)}`, source)
  }
  for (const { name, entry } of rules) {
    lines.add(`echo Must print the rule ${name}:`, entry.source)
    lines.add(`netsh advfirewall firewall show rule name="${name}"`, entry.source)
  }
  for (const service of plan.services) {
    const { protocol, port, address, source } = service
    const at = address === undefined ? '' : ` at ${address}`
    lines.add(`echo Must print a line of a service on ${protocol} port ${port}${at}:`, source)
    lines.add(`netstat -ano | ${findsService(service)}`, source)
  }
  lines.add('exit /b 0').gap().add(':undo')
  for (const { name, entry } of [...rules].reverse()) {
    lines.add(`netsh advfirewall firewall delete rule name="${name}"`, entry.source)
  }
  for (const { alias, family, name, source } of [...switches].reverse()) {
    lines.add(
      `netsh interface ${context(family)} set interface ${quote(alias)} ${switchNames[name]}=disabled`,
      source,
    )
  }
  for (const { address, family, device, source } of [...plan.addresses].reverse()) {
    const key = family === 'IPv4' ? 'name' : 'interface'
    lines.add(
      `netsh interface ${context(family)} delete address ${key}=${quote(device.name)} address=${address}`,
      source,
    )
  }
  return lines.add('exit /b 0')
}
