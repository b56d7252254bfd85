import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyCommands } from '../../core/edit/command.ts'
import { exporters } from '../../core/export/index.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { emptyDocument } from '../../core/topology/document.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { folderWith } from '../test-run.ts'

const { run, at } = folderWith({
  'sites.json': serializeDocument(twoTlsSites),
  'moved.json': serializeDocument(
    applyCommands(twoTlsSites, [
      { type: 'resource.set', id: 'loadBalancingRule/https-a', path: 'backendPort', value: 8443 },
    ]),
  ),
  'empty.json': serializeDocument(emptyDocument()),
  'broken.json': { version: 1 },
})

describe('export', () => {
  it('lists every format, id first', async () => {
    const { code, out, err } = await run('export', '--list')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(exporters.map(({ id }) => id))
  })

  it('prints one file as it is', async () => {
    expect((await run('export', '%sites.json', '--to', 'json')).out).toBe(serializeDocument(twoTlsSites))
  })

  it('writes files into a folder that it makes', async () => {
    const { code, out } = await run('export', '%sites.json', '--to', 'bicep', '--out', '%made/deep')
    expect([code, out.trim().endsWith('main.bicep')]).toEqual([0, true])
    expect(readdirSync(at('made/deep'))).toEqual(['main.bicep'])
    expect(readFileSync(at('made/deep/main.bicep'), 'utf8')).toContain('Microsoft.Network/loadBalancers')
  })

  it('says so where there is nothing to write, and writes no file', async () => {
    const { code, out, err } = await run('export', '%empty.json', '--to', 'arm', '--out', '%none')
    expect([code, out, err.trim().split('\n').length]).toEqual([0, '', 1])
    expect(() => readdirSync(at('none'))).toThrow()
  })

  it('takes scope and version', async () => {
    const args = ['export', '%sites.json', '--to', 'terraform', '--scope', 'load-balancer', '--azurerm', '4']
    const { out } = await run(...args)
    expect(out).toContain('data "azurerm_subnet"')
    expect(out).toContain('enable_floating_ip')
    expect(out).not.toContain('resource "azurerm_virtual_network"')
  })

  it('writes the guest of one machine, by name or id, with what is wrong with it', async () => {
    for (const machine of ['web2', 'virtualMachine/web2']) {
      const { out } = await run('export', '%sites.json', '--to', 'guest-windows', '--machine', machine)
      expect(out).toContain('==> web2.cmd <==')
      expect(out).not.toContain('web1.cmd')
      expect(out).toMatch(/rem Error in the diagram: .*10\.0\.0\.101/)
    }
  })

  it('writes only what has changed since a diagram was deployed', async () => {
    const since = ['--since', '%sites.json']
    const { out } = await run('export', '%moved.json', '--to', 'azure-cli', ...since)
    expect(out).toContain('az network lb rule update')
    expect(out).toContain('--backend-port 8443')
    expect(out).not.toContain(' create ')
    const none = await run('export', '%sites.json', '--to', 'azure-cli', ...since)
    expect([none.code, none.out]).toEqual([0, ''])
    expect(none.err).toBe('floatpath export: nothing has changed for Azure CLI script\n')
  })

  it('links the diagram in a report, where the address of Floatpath is known', async () => {
    const report = ['export', '%sites.json', '--to', 'markdown']
    const { out } = await run(...report, '--base', 'https://example.com/floatpath/')
    expect(out).toContain('[Open the diagram](<https://example.com/floatpath/#1.')
    expect((await run(...report)).out).not.toContain('Open the diagram')
  })

  it('draws a picture that can be read again', async () => {
    const { out } = await run(
      'export',
      '%sites.json',
      '--to',
      'svg',
      '--theme',
      'dark',
      '--legend',
      'without',
    )
    expect(out).toContain('#171b22')
    writeFileSync(at('picture.svg'), out)
    const again = await run('export', '%picture.svg', '--to', 'json')
    expect(again.out.trim()).toBe(serializeDocument(twoTlsSites).trim())
  })

  it.each([
    [['export', '%sites.json']],
    [['export', '%sites.json', '--to', 'arm', '--since', '%sites.json']],
    [['export', '%sites.json', '--to', 'azure-cli', '--since', '%missing.json']],
    [['export', '%sites.json', '--to', 'guest-linux', '--machine', 'nobody']],
    [['export', '%sites.json', '--to', 'word']],
    [['export', '%sites.json', '--to', 'arm', '--scope', 'half']],
    [['export', '%sites.json', '--to', 'terraform', '--azurerm', '3']],
    [['export', '%sites.json', '--to', 'arm', '--azurerm', '4']],
    [['export', '%sites.json', '--to', 'csv', '--scope', 'everything']],
    [['export', '%sites.json', '--to', 'markdown', '--base', 'nowhere']],
    [['export', '--to', 'arm']],
    [['export', '%broken.json', '--to', 'arm']],
    [['export', '%missing.json', '--to', 'arm']],
  ])('refuses %j in one line', async (args) => {
    const { code, out, err } = await run(...args)
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
  })
})
