import { describe, expect, it } from 'vitest'
import { importText } from '../import-text.ts'
import { Unresolved } from '../unresolved.ts'
import { Budget } from './budget.ts'
import { Scope } from './scope.ts'

const evaluate = (expression: string) => {
  const variables = { list: [3, 1, 2], names: ['b', 'a'], object: { b: 1, a: { x: 1 } }, half: '\ud800' }
  return new Scope({ variables }, () => undefined, new Budget()).evaluate(`[${expression}]`)
}

describe('functions of the template language', () => {
  it.each([
    ["cidrSubnet('10.144.0.0/20', 24, 0)", '10.144.0.0/24'],
    ["cidrSubnet('10.144.0.0/20', 24, 15)", '10.144.15.0/24'],
    ["cidrSubnet('fd00::/48', 64, 1)", 'fd00:0:0:1::/64'],
    ["cidrHost('10.144.3.0/24', 0)", '10.144.3.1'],
    ["cidrHost('10.144.3.0/24', 9)", '10.144.3.10'],
    [
      "parseCidr('10.144.1.5/24')",
      {
        ...{ network: '10.144.1.0', netmask: '255.255.255.0', broadcast: '10.144.1.255' },
        ...{ firstUsable: '10.144.1.1', lastUsable: '10.144.1.254', cidr: 24 },
      },
    ],
    ["parseCidr('10.0.0.0/24').cidr", 24],
    ["base64('one, two, drei ä')", 'b25lLCB0d28sIGRyZWkgw6Q='],
    ["base64ToString(base64('ä€'))", 'ä€'],
    ["base64ToJson('eyJhIjoxfQ==').a", 1],
    ["uri('http://a.b/c/', 'd.json')", 'http://a.b/c/d.json'],
    ["uri('http://a.b/c/x.json', 'd.json')", 'http://a.b/c/d.json'],
    ["uriComponent('a b')", 'a%20b'],
    ["union(variables('object'), createObject('a', createObject('y', 2)))", { b: 1, a: { x: 1, y: 2 } }],
    ["shallowMerge(createArray(variables('object'), createObject('a', 2)))", { b: 1, a: 2 }],
    ["intersection(variables('list'), createArray(2, 3))", [3, 2]],
    ['flatten(createArray(createArray(1), createArray(2, 3)))', [1, 2, 3]],
    ["items(createObject('b', 1, 'a', 2))[0].key", 'a'],
    ["objectKeys(variables('object'))", ['a', 'b']],
    ["indexOf(variables('list'), 2)", 2],
    ["indexFromEnd(variables('list'), 1)", 2],
    ["map(variables('list'), lambda('x', 'i', add(lambdaVariables('x'), lambdaVariables('i'))))", [3, 2, 4]],
    ["filter(variables('list'), lambda('x', greater(lambdaVariables('x'), 1)))", [3, 2]],
    [
      "sort(variables('list'), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))",
      [1, 2, 3],
    ],
    [
      "reduce(variables('list'), 0, lambda('sum', 'x', add(lambdaVariables('sum'), lambdaVariables('x'))))",
      6,
    ],
    ["toObject(variables('names'), lambda('n', lambdaVariables('n')), lambda('n', 1))", { b: 1, a: 1 }],
    ["groupBy(variables('names'), lambda('n', 'all'))", { all: ['b', 'a'] }],
    ["format('{0}-{1:D3}', 'a', 7)", 'a-007'],
    ["concat('lb-', uniqueString(resourceGroup().id))", 'lb-<uniqueString>'],
    ["format('ip-{0}', guid('a'))", 'ip-<guid>'],
    ["concat('pip', take(uniqueString(resourceGroup().id), 5))", 'pip<uniqueString.take(5)>'],
    ["toUpper(substring(uniqueString('a'), 0, 5))", '<UNIQUESTRING.TAKE(5)>'],
    ["substring(guid('a'), 2, 4)", '<guid.substring(2.4)>'],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value)
  })

  it.each([
    "pickZones('Microsoft.Network', 'publicIPAddresses', 'westeurope')",
    "listKeys('a', '2020-01-01')",
    "reference('anything').ipAddress",
    "cidrSubnet('10.0.0.0/24', 16, 0)",
    "cidrSubnet('10.0.0.0/24', 25, 2)",
    "cidrSubnet('10.0.0.0/24', 25, 9007199254740993)",
    "cidrHost('10.0.0.0/30', 7)",
    "parseCidr('nonsense')",
    "base64(variables('half'))",
    "base64ToString('/w==')",
    "int(uniqueString('a'))",
    "take(concat('a', uniqueString('a')), 4)",
    "length(take(uniqueString('a'), 4))",
    "take(uniqueString('a'), 'x')",
    "format('{0:N2}', 5)",
    "map(variables('list'), lambda('x', variables('nowhere')))",
    "sort(variables('nowhere'), lambda('a', 'b', true()))",
    'nobodyKnows(1)',
  ])('%s is left open', (expression) => {
    expect(evaluate(expression)).toEqual(new Unresolved(`[${expression}]`))
  })
})

const lb = 'Microsoft.Network/loadBalancers'
const network = {
  expressionEvaluationOptions: { scope: 'inner' },
  parameters: { name: { value: "[parameters('prefix')]" } },
  template: {
    parameters: { name: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.Network/virtualNetworks',
        name: "[format('{0}-net', parameters('name'))]",
        properties: {
          addressSpace: { addressPrefixes: ['10.9.0.0/16'] },
          subnets: [{ name: 'app', properties: { addressPrefix: "[cidrSubnet('10.9.0.0/16', 24, 1)]" } }],
        },
      },
    ],
    outputs: {
      subnetId: {
        type: 'string',
        value:
          "[resourceId('Microsoft.Network/virtualNetworks/subnets', format('{0}-net', parameters('name')), 'app')]",
      },
      vips: {
        type: 'array',
        copy: { count: 2, input: "[cidrHost(cidrSubnet('10.9.0.0/16', 24, 1), add(8, copyIndex()))]" },
      },
      vip: { type: 'string', value: "[cidrHost(cidrSubnet('10.9.0.0/16', 24, 1), 9)]" },
      loop: { type: 'string', value: "[reference('network').outputs.loop.value]" },
    },
  },
}
const frontend = (reference: string) => ({
  type: lb,
  name: 'lb',
  sku: { name: 'Standard' },
  properties: {
    frontendIPConfigurations: [
      {
        name: 'front',
        properties: {
          privateIPAddress: `[${reference}.outputs.vips.value[1]]`,
          subnet: { id: `[${reference}.outputs.subnetId.value]` },
        },
      },
    ],
  },
})
const imported = (resources: unknown) => {
  const text = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    languageVersion: '2.0',
    parameters: { prefix: { type: 'string', defaultValue: 'dev' } },
    resources,
  })
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result.document.resources
}
const deployment = { type: 'Microsoft.Resources/deployments', name: "[concat('net-', parameters('prefix'))]" }

describe('outputs of nested templates', () => {
  it.each([
    ['by its symbolic name', "reference('network')"],
    ['by its id', "reference(resourceId('Microsoft.Resources/deployments', 'net-dev'), '2022-09-01')"],
  ])('are read by others: %s', (_, reference) => {
    const resources = imported({
      balancer: frontend(reference),
      network: { ...deployment, properties: network },
    })
    expect(resources['frontendIPConfiguration/front']).toMatchObject({
      privateIPAddress: '10.9.1.10',
      subnet: 'subnet/app',
    })
    expect(resources['subnet/app']).toMatchObject({ addressPrefix: '10.9.1.0/24' })
  })

  it('of loops are read by their number', () => {
    const resources = imported({
      balancer: frontend("reference(format('network[{0}]', 1))"),
      network: {
        ...deployment,
        copy: { name: 'networks', count: 2 },
        name: "[format('net-{0}', copyIndex())]",
        properties: {
          ...network,
          parameters: { name: { value: "[format('dev{0}', copyIndex())]" } },
        },
      },
    })
    const subnet = Object.entries(resources).find(
      ([id]) => id === (resources['frontendIPConfiguration/front'] as { subnet?: string }).subnet,
    )
    const owner = (subnet?.[1] as { virtualNetwork?: string } | undefined)?.virtualNetwork ?? ''
    expect(resources[owner as 'virtualNetwork/x']?.name).toBe('dev1-net')
  })

  it('that refer to themselves, or are linked, stay open', () => {
    const own = frontend("reference('network')")
    const [front] = own.properties.frontendIPConfigurations
    if (front) front.properties.privateIPAddress = "[reference('network').outputs.loop.value]"
    const resources = imported({
      balancer: own,
      network: { ...deployment, properties: { templateLink: { uri: 'https://example.org/a.json' } } },
    })
    expect(resources['frontendIPConfiguration/front']?.unresolved).toEqual({
      privateIPAddress: "[reference('network').outputs.loop.value]",
      subnet: "[reference('network').outputs.subnetId.value]",
    })
  })

  it('tell ids of resources by their symbolic names', () => {
    const resources = imported({
      address: { type: 'Microsoft.Network/publicIPAddresses', name: 'pip' },
      balancer: {
        type: lb,
        name: 'lb',
        properties: {
          frontendIPConfigurations: [
            { name: 'front', properties: { publicIPAddress: { id: "[resourceInfo('address').id]" } } },
          ],
        },
      },
    })
    expect(resources['frontendIPConfiguration/front']).toMatchObject({
      publicIPAddress: 'publicIPAddress/pip',
    })
  })
})
