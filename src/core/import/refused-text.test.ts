import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'

describe('text that is no JSON', () => {
  it.each([
    ['resource "azurerm_lb" "web" {\n}', 'terraform show -json plan'],
    ['terraform {\n}', 'terraform show -json plan'],
    ['provider "azurerm" {\n}', 'terraform show -json plan'],
    ["resource lb 'Microsoft.Network/loadBalancers@2024-05-01' = {\n}", 'az bicep build'],
    [
      '{"@level":"info","@message":"Terraform 1.9.5","type":"version"}\n{"@level":"info","@message":"x"}',
      'show -json',
    ],
    ['Terraform will perform the following actions:\n\n  # azurerm_lb.a will be created\n', 'show -json'],
    ['  # azurerm_lb.a[0] must be replaced\n', 'show -json'],
    ['\nName                     : lb\nResourceGroupName        : rg\nLocation : westeurope\n', '-Depth 10'],
    ['\nIPAddress         : 10.0.0.5\nInterfaceIndex    : 6\n', '-Depth 10'],
    ['LocalAddress   LocalPort RemoteAddress\n-----\n0.0.0.0   443\n', '-Depth 10'],
    ['   IPv4 Address. . . . . . . . . . . : 10.0.0.5(Preferred)\n', 'netsh interface ipv4 show addresses'],
    ['eth0: flags=4163<UP>\n        inet 10.0.0.5  netmask 255.255.255.0\n', 'ip -j addr'],
    ['backendAddressPools:\n- id: /subscriptions/1/x\n  name: pool\n', '-o json'],
    [
      'Location    Name    ProvisioningState    ResourceGroup\n----------  ------  -------------------  ---\n',
      '-o json',
    ],
  ])('%s is told with what to do', (text, command) => {
    expect(importText(text)).toMatchObject({
      ok: false,
      recognised: true,
      message: expect.stringContaining(command),
    })
  })

  it('is only a text where it says nothing of that', () => {
    expect(importText('Some words: of no tool\nid\n----')).toMatchObject({ ok: false, recognised: false })
  })

  it('is looked at in bounded time, however it goes on', () => {
    const hostile = [
      'a  '.repeat(600_000),
      'id: '.repeat(500_000),
      '- '.repeat(900_000),
      '\n# azurerm_a.b['.repeat(99_999),
    ]
    const before = performance.now()
    for (const text of hostile) expect(importText(text).ok).toBe(false)
    expect(performance.now() - before).toBeLessThan(20_000)
  })

  it('is not an empty list, which holds nothing and says so', () => {
    const result = importText('[]')
    expect(result).toMatchObject({ ok: true, notes: [{ message: expect.stringContaining('holds nothing') }] })
  })
})

it('that is an empty state of Terraform says so', () => {
  expect(importText('{"format_version": "1.0"}')).toMatchObject({
    recognised: true,
    message: expect.stringContaining('no resource is in it'),
  })
})

describe('two load balancers of one name in different resource groups', () => {
  const lb = (group: string, port: number) => ({
    id: `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Network/loadBalancers/lb`,
    probes: [{ name: 'p', protocol: 'Tcp', port }],
  })
  it.each([
    ['a', 'b', 1, 1],
    ['a', 'A', 0, 2],
  ])('%s and %s are never mixed', (one, other, left, port) => {
    const result = importText(JSON.stringify([lb(one, 1), lb(other, 2)]))
    if (!result.ok) throw new Error(result.message)
    expect(result.notes.filter(({ kind }) => kind === 'left-out')).toHaveLength(left)
    expect(result.document.resources).toMatchObject({ 'probe/p': { port } })
  })
})
