import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'

describe('text that is no JSON', () => {
  it.each([
    ['resource "azurerm_lb" "web" {\n}', 'terraform show -json plan'],
    ['terraform {\n}', 'terraform show -json plan'],
    ['provider "azurerm" {\n}', 'terraform show -json plan'],
    ["resource lb 'Microsoft.Network/loadBalancers@2024-05-01' = {\n}", 'az bicep build'],
  ])('%s is told with what to do', (text, command) => {
    expect(importText(text)).toMatchObject({
      ok: false,
      recognised: true,
      message: expect.stringContaining(command),
    })
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
