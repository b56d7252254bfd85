const lb = "[resourceId('Microsoft.Network/loadBalancers', parameters('lbName'))]"
const child = (list: string, name: string) => ({ id: `[concat(${lb.slice(1, -1)}, '/${list}/', '${name}')]` })

/** A template with a loop, a condition, a nested template, comments, odd casing and ports as text. */
export const siteTemplate = `// Two sites
${JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  parameters: {
    lbName: { type: 'string', defaultValue: 'web' },
    port: { type: 'int' },
    withJumpBox: { type: 'bool', defaultValue: false },
  },
  variables: {
    sites: ['a', 'b'],
    copy: [{ name: 'ports', count: 2, input: "[add(440, copyIndex('ports'))]" }],
  },
  resources: [
    {
      type: 'Microsoft.Network/loadBalancers',
      name: "[parameters('lbName')]",
      SKU: { Name: 'standard' },
      properties: {
        frontendIpConfigurations: [
          {
            name: 'front',
            properties: {
              privateIPAddress: '10.0.0.100',
              subnet: { id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'snet')]" },
            },
          },
        ],
        backendAddressPools: [{ name: 'pool' }],
        probes: [{ name: 'alive', properties: { protocol: 'tcp', port: ' 8080' } }],
        copy: [
          {
            name: 'loadBalancingRules',
            count: "[length(variables('sites'))]",
            input: {
              name: "[format('site-{0}', variables('sites')[copyIndex('loadBalancingRules')])]",
              properties: {
                frontendIPConfiguration: child('frontendIPConfigurations', 'FRONT'),
                backendAddressPool: child('backendAddressPools', 'pool'),
                probe: child('probes', 'alive/'),
                protocol: 'TCP',
                frontendPort: "[variables('ports')[copyIndex('loadBalancingRules')]]",
                backendPort: "[parameters('port')]",
                enableFloatingIp: 'true',
              },
            },
          },
        ],
      },
    },
    { type: 'Microsoft.Network/publicIPAddresses', name: 'jump', condition: "[parameters('withJumpBox')]" },
    {
      type: 'Microsoft.Network/publicIPAddresses',
      name: 'maybe',
      condition: "[reference('other').outputs.wanted.value]",
    },
    {
      type: 'Microsoft.Resources/deployments',
      name: 'machines',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { pool: { value: child('backendAddressPools', 'pool').id } },
        template: {
          parameters: { pool: { type: 'string' } },
          resources: {
            nics: {
              type: 'Microsoft.Network/networkInterfaces',
              copy: { name: 'nics', count: 2 },
              name: "[concat('nic', copyIndex(1))]",
              properties: {
                ipConfigurations: [
                  {
                    name: 'ipconfig1',
                    properties: { loadBalancerBackendAddressPools: [{ id: "[parameters('pool')]" }] },
                  },
                ],
              },
            },
          },
        },
      },
    },
  ],
}).replace(/\}$/, ', }')}
`
