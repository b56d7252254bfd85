import { describe, expect, it } from 'vitest'
import { importText } from '../../core/import/import-text.ts'
import { piecesOf } from '../../core/import/test-pieces.ts'
import { siteTemplate } from '../../core/import/test-templates.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { folderWith } from '../test-run.ts'

const { loadBalancer, nics } = piecesOf()

const two = importText(JSON.stringify(piecesOf({ rules: 2 }).loadBalancer))

const { run } = folderWith({
  'two-rules.json': two.ok ? two.document : {},
  'site.json': siteTemplate,
  'values.json': { parameters: { port: { value: 8443 } } },
  'site.parameters.json': {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { port: { value: 8443 } },
  },
  'capitals.parameters.json': {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    parameters: { PORT: { value: 9443 } },
  },
  'lb.json': loadBalancer,
  'nics.json': nics,
  'diagram.json': twoTlsSites,
  'guest.txt':
    '1: lo    inet 10.0.0.100/32 scope global lo\n2: eth0    inet 10.0.0.5/24 brd 10.0.0.255 scope global eth0\n',
  'health.json': {
    up: 1,
    down: 1,
    loadBalancerBackendAddresses: [
      { ipAddress: '10.0.0.4', state: 'Up', reason: 'Up_Probe_Success' },
      { ipAddress: '10.0.0.5', state: 'Down', reason: 'Down_Probe_TcpProbeTimeout' },
    ],
  },
  'terminal.txt': `$ az network lb show\n${JSON.stringify(loadBalancer, null, 2)}\n$ az network nic list\n${JSON.stringify(nics, null, 2)}\n2: eth0    inet ${nics[0]?.ipConfigurations[0]?.privateIPAddress}/24 scope global eth0\n`,
  'german.txt': Buffer.from(
    'Schnittstelle "Ethernet"\r\n    IP-Adresse:    10.0.0.5\r\n    Subnetzpr\x84fix:    10.0.0.0/24 (Maske 255.255.255.0)\r\n\r\nSchnittstelle "Zus\x84tzlich"\r\n    IP-Adresse:    10.0.0.101\r\n    Subnetzpr\x84fix:    10.0.0.101/32 (Maske 255.255.255.255)\r\n',
    'latin1',
  ),
  'damaged.json': Buffer.from('{"name":"\xff"}', 'latin1'),
  'utf16.json': Buffer.from(`\uFEFF${JSON.stringify(loadBalancer)}`, 'utf16le'),
  'main.bicep': "param name string\nresource lb 'x' = {}\n",
})

const rule = 'loadBalancingRule/site-a'

describe('floatpath import', () => {
  it('prints a diagram with places and says what is missing', async () => {
    const { code, out, err } = await run('import', '%site.json')
    const document = JSON.parse(out)
    expect(code).toBe(0)
    expect(err).toContain('without a value: port')
    expect(document.resources[rule].unresolved).toEqual({ backendPort: '<port>' })
    expect(Object.keys(document.layout)).toContain(rule)
  })

  it('reads what a terminal shows of several commands and a guest, and so does check', async () => {
    const { code, out } = await run('import', '%terminal.txt')
    expect(code).toBe(0)
    expect(out).toContain('lb-shop-nic1')
    expect(out).toContain('"os": "linux"')
    const checked = await run('check', '%terminal.txt')
    expect(checked.out).toContain('lb-shop')
    expect(checked.err).not.toContain('floatpath check')
  })

  it('reads a file in the code page of a Windows console but for its letters, and no JSON that is damaged', async () => {
    const { code, out, err } = await run('import', '%diagram.json', '%german.txt')
    expect(code).toBe(0)
    expect(out).toContain('"10.0.0.101/32"')
    expect(err).toContain('not in UTF-8')
    expect((await run('import', '%damaged.json')).err).toContain('not text in UTF-8')
  })

  it('takes parameters from a file and from the command line', async () => {
    const byFile = await run('import', '%site.json', '--parameters', '%values.json')
    expect(JSON.parse(byFile.out).resources[rule].backendPort).toBe(8443)
    const bySet = await run('import', '%site.json', '--parameters', '%values.json', '--set', 'port=1')
    expect(JSON.parse(bySet.out).resources[rule].backendPort).toBe(1)
    // Azure does not tell the casings of a name apart: what is said last is meant.
    const inCapitals = await run('import', '%site.json', '--parameters', '%values.json', '--set', 'PORT=2')
    expect(JSON.parse(inCapitals.out).resources[rule].backendPort).toBe(2)
  })

  it('takes the value of the last of several parameter files', async () => {
    const [small, capitals] = ['%site.parameters.json', '%capitals.parameters.json']
    for (const [files, port] of [
      [[small, capitals], 9443],
      [[small, capitals, small], 8443],
    ] as const) {
      const { out } = await run('import', '%site.json', ...files)
      expect(JSON.parse(out).resources[rule].backendPort).toBe(port)
    }
  })

  it('takes a parameter file that is among the files', async () => {
    const { code, out } = await run('import', '%site.json', '%site.parameters.json')
    expect(code).toBe(0)
    expect(JSON.parse(out).resources[rule].backendPort).toBe(8443)
    const alone = await run('import', '%site.parameters.json')
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('together with its template') })
  })

  it('says in one line what is known by name only', async () => {
    const { err } = await run('import', '%lb.json')
    expect(err.match(/only its name is known/g)).toHaveLength(1)
    expect(err).toMatch(/: \S+, \S+, \S+ and \d+ more: Referred to/)
  })

  it('says which of the values no template asks for', async () => {
    const { code, err } = await run('import', '%site.json', '--set', 'prot=8443', '--set', 'nothing=1')
    expect(code).toBe(0)
    expect(err).toContain(
      'prot: A value was given, but no template here has a parameter of this name. Did you mean port?\n',
    )
    expect(err).toMatch(/nothing: .* of this name\.\n/)
    expect((await run('import', '%site.json', '--set', 'PORT=8443')).err).not.toContain('A value was given')
  })

  it('puts several pieces together and says what else would complete them', async () => {
    const alone = await run('import', '%lb.json')
    expect(alone.err).toContain('as well: az network nic list -g rg-app -o json')
    const { out, err } = await run('import', '%nics.json', '%lb.json')
    expect(err).not.toContain('nic list')
    expect(JSON.parse(out).resources['backendAddressPool/pool'].backendIPConfigurations).toHaveLength(2)
  })

  it('puts pieces into a diagram', async () => {
    const { out } = await run('import', '%diagram.json', '%lb.json')
    const document = JSON.parse(out)
    expect(document.name).toBe(twoTlsSites.name)
    expect(document.resources).toMatchObject(twoTlsSites.resources)
    expect(document.layout).toMatchObject(twoTlsSites.layout)
    expect(document.resources['loadBalancer/lb-shop']).toMatchObject({ sku: 'Standard' })
  })

  it('says what Azure does not have any more, and removes it where that is asked for', async () => {
    const kept = await run('import', '%two-rules.json', '%lb.json')
    expect(kept.err).toContain('loadBalancingRule rule1: not in Azure any more; kept, --prune removes it')
    expect(JSON.parse(kept.out).resources).toHaveProperty(['loadBalancingRule/rule1'])
    const pruned = await run('import', '%two-rules.json', '%lb.json', '--prune')
    expect(pruned.err).toContain('loadBalancingRule rule1: not in Azure any more; removed')
    expect(JSON.parse(pruned.out).resources).not.toHaveProperty(['loadBalancingRule/rule1'])
    expect(JSON.parse(pruned.out).layout).not.toHaveProperty(['loadBalancingRule/rule1'])
  })

  it('reads what Windows PowerShell wrote to a file', async () => {
    const { code, out } = await run('import', '%utf16.json')
    expect(code).toBe(0)
    expect(JSON.parse(out).resources['loadBalancer/lb-shop']).toMatchObject({ sku: 'Standard' })
  })

  it('says what Azure finds of probes, and follows packets by it', async () => {
    const { code, err } = await run('import', '%diagram.json', '%health.json')
    expect(code).toBe(0)
    expect(err).toContain(
      'web2: probe health is down in Azure: Down_Probe_TcpProbeTimeout: it does not answer in time',
    )
    const traced = await run('trace', '%diagram.json', '--health', '%health.json')
    expect(traced.out).toContain('in Azure’s health answer')
    expect((await run('trace', '%diagram.json', '--health', '%lb.json')).code).toBe(2)
    expect((await run('check', '%health.json')).err).toContain('floatpath trace DIAGRAM --health')
  })

  it('puts what a guest says into its diagram and says what it lacks', async () => {
    const { out, err } = await run('import', '%diagram.json', '%guest.txt')
    expect(err).toContain('web2: asked: Address 10.0.0.101 of site-b; found: On no interface')
    const document = JSON.parse(out)
    const held = Object.values(document.resources as Record<string, { name: string }>).filter(
      ({ name }) => name === 'lo',
    )
    expect(held).toMatchObject([{ virtualMachine: 'virtualMachine/web2', addresses: ['10.0.0.100/32'] }])
    expect(await run('check', '%guest.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('floatpath import DIAGRAM'),
    })
  })

  it('prints the collectors', async () => {
    expect((await run('import', '--collector', 'linux')).out).toMatch(/^#!\/bin\/sh/)
    expect((await run('import', '--collector', 'windows')).out).toContain('Get-NetIPInterface')
  })

  it.each([
    ['import', '--collector', 'plan9'],
    ['import', '%diagram.json', '%diagram.json'],
    ['import', '%main.bicep'],
    ['import', '%site.json', '--from', 'visio'],
    ['import', '%site.json', '--set', 'port'],
    ['import', '-', '-'],
    ['import', '-', '--parameters', '-'],
    ['import'],
  ])('refuses %s %s %s %s', async (...argv) => {
    expect(await run(...argv)).toMatchObject({ code: 2, out: '' })
  })

  it('lets check and trace read a template', async () => {
    const checked = await run('check', '%site.json', '--format', 'json')
    expect(checked.code).not.toBe(2)
    expect(checked.err).toContain('without a value: port\n')
    expect(checked.err).toContain('publicIPAddresses jump: Left out: its condition')
    expect(JSON.parse(checked.out).diagnostics.length).toBeGreaterThan(0)
    expect(await run('trace', '%site.json')).toMatchObject({ code: 0 })
  })
})
