import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { readers } from './azure/readers/index.ts'
import { importText } from './import-text.ts'
import { importers } from './importers/index.ts'
import { siteTemplate } from './test-templates.ts'

const imported = (text: string, parameters = {}) => {
  const result = importText(text, { parameters })
  if (!result.ok) throw new Error(result.message)
  return result
}
const template = (parts: object) => JSON.stringify({ resources: [{ type: 'x' }], ...parts })
const bomb = (parts: object) => importText(template(parts))
const address = (name: string, more = {}) => ({ type: 'Microsoft.Network/publicIPAddresses', name, ...more })

describe('importers', () => {
  it('are the files of their folder', () => {
    const files = readdirSync(fileURLToPath(new URL('importers', import.meta.url)))
    const ids = files.filter((file) => file !== 'index.ts').map((file) => file.replace('.ts', ''))
    expect(importers.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  it('read each type of Azure with a file of its own', () => {
    const folder = fileURLToPath(new URL('azure/readers', import.meta.url))
    const names = readdirSync(folder)
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace('.ts', '').replaceAll('-', ''))
    const listed = Object.values(readers).map((read) => read?.name.toLowerCase())
    expect([...new Set(listed)].sort()).toEqual(names.sort())
  })

  it('do not take a diagram of Floatpath for their own', () => {
    expect(importText(JSON.stringify(twoTlsSites))).toMatchObject({ ok: false, recognised: false })
  })
})

describe('ARM templates', () => {
  it('expand loops, conditions and nested templates', () => {
    const { document, notes, parameters } = imported(siteTemplate, { PORT: 443 })
    expect(parameters).toEqual([])
    expect(document.resources['loadBalancer/web']).toEqual({ name: 'web', sku: 'Standard' })
    expect(document.resources['probe/alive']).toMatchObject({ protocol: 'Tcp', port: 8080 })
    expect(document.resources['loadBalancingRule/site-b']).toEqual({
      name: 'site-b',
      loadBalancer: 'loadBalancer/web',
      frontendIPConfiguration: 'frontendIPConfiguration/front',
      backendAddressPool: 'backendAddressPool/pool',
      probe: 'probe/alive',
      protocol: 'Tcp',
      frontendPort: 441,
      backendPort: 443,
      enableFloatingIP: true,
    })
    expect(document.resources['backendAddressPool/pool']).toMatchObject({
      backendIPConfigurations: ['ipConfiguration/nic1-ipconfig1', 'ipConfiguration/nic2-ipconfig1'],
    })
    expect(Object.keys(document.resources)).not.toContain('publicIPAddress/jump')
    expect(notes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(
      expect.arrayContaining(['left-out Microsoft.Network/publicIPAddresses jump', 'condition maybe']),
    )
  })

  it('leave what depends on a parameter without a value unresolved', () => {
    const { document, parameters } = imported(siteTemplate)
    expect(parameters).toEqual([{ name: 'port', type: 'int' }])
    expect(document.resources['loadBalancingRule/site-a']).toMatchObject({
      unresolved: { backendPort: '<port>' },
    })
    expect(document.resources['loadBalancingRule/site-a']).not.toHaveProperty('backendPort')
  })

  it('are read with the parameters that they were compiled with', () => {
    const built = (port: number, templateJson = siteTemplate) =>
      JSON.stringify({
        templateJson,
        parametersJson: JSON.stringify({ parameters: { port: { value: port } } }),
      })
    const plain = JSON.stringify({
      parameters: { port: { type: 'int' } },
      resources: [address("[concat('ip', parameters('port'))]")],
    })
    expect(imported(built(5, plain)).document.resources).toMatchObject({ 'publicIPAddress/ip5': {} })
    expect(imported(built(5, plain), { PORT: 6 }).document.resources).toMatchObject({
      'publicIPAddress/ip6': {},
    })
    expect(importText(built(5, 'nothing'))).toMatchObject({ ok: false })
    expect(importText(built(5, '['.repeat(20_000) + ']'.repeat(20_000)))).toMatchObject({ ok: false })
  })

  it('name what is elsewhere without the subscription and the group that nobody knows', () => {
    const subnet = { id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'hub', 'web')]" }
    const ipConfigurations = [{ name: 'ip', properties: { subnet } }]
    const nic = { type: 'Microsoft.Network/networkInterfaces', name: 'nic', properties: { ipConfigurations } }
    expect(imported(template({ resources: [nic] })).document.resources).toMatchObject({
      'subnet/web': { unresolved: { addressPrefix: 'Microsoft.Network/virtualNetworks/hub/subnets/web' } },
    })
  })

  it('do not decide a condition by a parameter without a value', () => {
    const { notes } = imported(
      template({
        parameters: { kind: { type: 'string' } },
        resources: [address('one', { condition: "[equals(parameters('kind'), 'public')]" })],
      }),
    )
    expect(notes).toMatchObject([{ kind: 'condition', subject: 'one' }])
  })

  it('name rules of one name after their load balancers', () => {
    const rules = { loadBalancingRules: [{ name: 'https', properties: { protocol: 'Quic' } }] }
    const lb = (name: string) => ({ type: 'Microsoft.Network/loadBalancers', name, properties: rules })
    const { document } = imported(template({ resources: [lb('one'), lb('two')] }))
    expect(document.resources['loadBalancingRule/one-https']).toMatchObject({ protocol: 'Quic' })
    expect(document.resources['loadBalancingRule/two-https']).toBeDefined()
  })

  it('leave out what has no name, and say where there is nothing at all', () => {
    const none = { type: 'Microsoft.Network/loadBalancers' }
    expect(imported(template({ resources: [none] }))).toMatchObject({
      document: { resources: {} },
      notes: [{ kind: 'left-out', message: 'Left out: it has no name.' }],
    })
    const nothing = [{ kind: 'left-out', message: 'Nothing in this can be shown in a diagram.' }]
    expect(imported(template({ resources: [{ type: 'x/y', name: 'z' }] })).notes).toMatchObject(nothing)
  })

  it('say which parameters, variables and outputs refer to themselves', () => {
    const { document, notes } = imported(
      template({
        parameters: { p: { type: 'string', defaultValue: "[parameters('P')]" } },
        variables: { lbName: "[concat(variables('other'), 'x')]", other: "[variables('LBNAME')]", fine: 'a' },
        resources: [
          address("[variables('lbName')]"),
          address("[concat(variables('fine'), variables('fine'))]"),
          address("[parameters('p')]"),
        ],
      }),
    )
    expect(Object.values(document.resources).map(({ name }) => name)).toEqual([
      "<concat(variables('other'), 'x')>",
      'aa',
      "<parameters('P')>",
    ])
    expect(notes.filter(({ message }) => message.includes('circular')).map(({ subject }) => subject)).toEqual(
      ["variables('LBNAME')", "parameters('P')"],
    )
  })

  it('take no word for more than a name', () => {
    const own = '{"__proto__": {"x": 1}, "constructor": 2}'
    const { document } = imported(
      template({
        variables: { text: own },
        resources: [
          address("[string(shallowMerge(createArray(json(variables('text')), createObject('c', 3))))]"),
          address("[copyIndex('constructor')]"),
          address("[string(intersection(createObject('toString', 1), createObject('a', 1)))]"),
        ],
      }),
    )
    expect(Object.values(document.resources).map(({ name }) => name)).toEqual([
      '{"__proto__":{"x":1},"constructor":2,"c":3}',
      "<copyIndex('constructor')>",
      '{}',
    ])
    expect({}).not.toHaveProperty('x')
  })

  const names = Array.from({ length: 60 }, (_, index) => `v${index}`)
  const doubling = (work: string) =>
    Object.fromEntries(
      names.map((name, index) => [
        name,
        index === 0 ? 'xxxxxxxxxx' : `[${work}(variables('v${index - 1}'), variables('v${index - 1}'))]`,
      ]),
    )

  it('are refused where their values are larger than they look', () => {
    // Shared parts that nobody copies are as large as they look for everybody who reads them.
    for (const use of [
      { name: "[variables('v59')]" },
      { name: 'x', condition: "[variables('v59')]" },
      { name: 'x', properties: { ipAddress: "[variables('v59')]" } },
      { name: "[string(variables('v59')[variables('v58')])]" },
      { name: "[string(int(variables('v59')))]" },
      { name: "[concat(variables(variables('v59')), 'x')]" },
      { name: "[string(intersection(createArray(variables('v59')), createArray(variables('v58'))))]" },
    ])
      expect(bomb({ variables: doubling('createArray'), resources: [address('x', use)] }).ok).toBeTypeOf(
        'boolean',
      )
    const lists = Array.from({ length: 500 }, () =>
      address('[string(length(union(range(0, 500), intersection(range(0, 900), range(9, 900)))))]'),
    )
    expect(bomb({ resources: lists })).toMatchObject({ ok: false })
    const big = { variables: { big: 'x'.repeat(190_000) } }
    const coded = Array.from({ length: 2000 }, () => address("[take(base64(variables('big')), 3)]"))
    expect(bomb({ ...big, resources: coded })).toMatchObject({ ok: false })
  })

  it('are refused or bounded where they are bombs', () => {
    const copies = { copy: { name: 'x', count: 1_000_000 } }
    expect(bomb({ resources: [address("[concat('a', copyIndex())]", copies)] })).toMatchObject({
      ok: true,
      notes: [{ kind: 'unresolved' }],
    })
    const use = (name: string) => ({ resources: [address(name)] })
    expect(bomb({ variables: doubling('concat'), ...use("[variables('v59')]") })).toMatchObject({ ok: false })
    expect(bomb({ variables: doubling('createArray'), ...use("[string(variables('v59'))]") })).toMatchObject({
      ok: false,
    })
    const around = { a: "[variables('b')]", b: "[variables('a')]" }
    expect(bomb({ variables: around, ...use("[variables('a')]") })).toMatchObject({ ok: true })
    const deep = `[${'concat('.repeat(5000)}'a'${')'.repeat(5000)}]`
    expect(bomb(use(deep))).toMatchObject({ ok: true })
    expect(importText('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({ ok: false })
  })
})

describe('any text', () => {
  it('gives a result and never an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void importText(text)),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(fc.json(), (text) => void importText(text)),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(fc.nat(siteTemplate.length), fc.string({ maxLength: 4 }), (at, text) => {
        importText(siteTemplate.slice(0, at) + text + siteTemplate.slice(at + text.length))
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void importText(template({ resources: [address('x', { properties: value }), value] })),
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    ['unclosed strings', `{\n${'"\\'.repeat(150_000)}`],
    ['unclosed comments', `{${'/* '.repeat(100_000)}`],
    ['unclosed brackets', '[\n'.repeat(150_000)],
    ['blank lines', '\n \t'.repeat(100_000)],
    ['blanks', `x${' '.repeat(300_000)}x`],
    ['wide gaps', `== floatpath host ${' '.repeat(3_000)}x\n`.repeat(100)],
  ])('of nothing but %s ends soon: the work grows with its length only', (_, text) => {
    expect(importText(text)).toMatchObject({ ok: false })
  })

  it('that is Bicep is told how to be compiled', () => {
    expect(importText("param name string\nresource lb 'x' = {}")).toMatchObject({
      message: expect.stringContaining('az bicep build'),
    })
  })
})
