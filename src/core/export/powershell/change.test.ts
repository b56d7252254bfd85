import { describe, expect, it } from 'vitest'
import { applyCommands, type Command } from '../../edit/command.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { changesOf } from '../../test-changes.ts'
import type { ExportOptions } from '../exporter.ts'
import { syntaxProblem } from '../test-parsers.ts'
import { powershell } from './index.ts'

const set = (id: string, path: string, value: unknown): Command =>
  ({ type: 'resource.set', id, path, value }) as Command
const edited = (...commands: readonly Command[]) => applyCommands(twoTlsSites, commands)

/** What a change script does, without its preamble. */
function change(document = twoTlsSites, options: ExportOptions = {}): string {
  const [file] = powershell.export(document, { base: twoTlsSites, ...options }).files
  return file?.text.split('Force = $true }\n\n')[1] ?? ''
}

describe('the change script', () => {
  it('is none where nothing has changed', () => {
    expect(powershell.export(twoTlsSites, { base: twoTlsSites }).files).toEqual([])
  })

  it('turns floating IP off: reads the load balancer, gives the rule all its settings, sends it', () => {
    const text = change(edited(set('loadBalancingRule/https-b', 'enableFloatingIP', false)))
    expect(text).toBe(`# Microsoft.Network/loadBalancers lb-web
$loadBalancer = Get-AzLoadBalancer -ResourceGroupName $ResourceGroupName -Name 'lb-web'
$settings = @{
    LoadBalancer = $loadBalancer
    Name = 'https-b'
    FrontendIpConfigurationId = "$network/loadBalancers/lb-web/frontendIPConfigurations/site-b"
    BackendAddressPoolId = "$network/loadBalancers/lb-web/backendAddressPools/web-pool"
    ProbeId = "$network/loadBalancers/lb-web/probes/health"
    Protocol = 'Tcp'
    FrontendPort = 443
    BackendPort = 443
    EnableFloatingIP = $false
    LoadDistribution = 'Default'
    IdleTimeoutInMinutes = 4
    EnableTcpReset = $false
    DisableOutboundSNAT = $false
}
Set-AzLoadBalancerRuleConfig @settings | Out-Null
Set-AzLoadBalancer -LoadBalancer $loadBalancer | Out-Null
`)
  })

  it('takes away what has another name and adds it anew: Azure renames nothing', () => {
    const text = change(edited(set('loadBalancingRule/https-b', 'name', 'tls-b')))
    expect(text.match(/\w+-AzLoadBalancer\w*/g)).toEqual([
      'Get-AzLoadBalancer',
      'Remove-AzLoadBalancerRuleConfig',
      'Add-AzLoadBalancerRuleConfig',
      'Set-AzLoadBalancer',
    ])
  })

  it('changes only what existing network interfaces are members of', () => {
    const document = edited(
      set('backendAddressPool/web-pool', 'backendIPConfigurations', ['ipConfiguration/web1-ipconfig1']),
    )
    const text = change(document, { scope: 'load-balancer' })
    expect(text).toContain(
      `$networkInterface = Get-AzNetworkInterface -ResourceGroupName $ResourceGroupName -Name 'web2-nic'
Remove-Membership $networkInterface 'ipconfig1' 'LoadBalancerBackendAddressPools' ([Microsoft.Azure.Commands.Network.Models.PSBackendAddressPool] @{ Id = "$network/loadBalancers/lb-web/backendAddressPools/web-pool" })
Set-AzNetworkInterface -NetworkInterface $networkInterface | Out-Null`,
    )
    expect(text).not.toContain('New-Az')
  })

  it('sets members by address apart from the pool', () => {
    const text = change(
      edited(
        set('backendAddressPool/web-pool', 'loadBalancerBackendAddresses', [
          { name: 'far', ipAddress: '10.0.0.9', virtualNetwork: 'virtualNetwork/vnet-web' },
        ]),
      ),
    )
    expect(text).toContain('$pool.LoadBalancerBackendAddresses.Clear()')
    expect(text).toContain('    VirtualNetworkId = "$network/virtualNetworks/vnet-web"')
    expect(text).not.toContain('Set-AzLoadBalancerBackendAddressPoolConfig')
  })

  it('parses whatever changes', async () => {
    const changes = changesOf(twoTlsSites).filter((_, index) => index % 7 === 0)
    for (const { text, command } of changes) {
      const [file] = powershell.export(applyCommands(twoTlsSites, [command]), { base: twoTlsSites }).files
      if (file) expect(await syntaxProblem('powershell', file.text), text).toBeUndefined()
    }
  })
})
