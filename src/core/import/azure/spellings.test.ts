import { describe, expect, it } from 'vitest'
import { importText } from '../import-text.ts'

const imported = (text: string) => {
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('Azure resources as JSON', () => {
  const scope = '/subscriptions/s/resourceGroups/RG/providers/Microsoft.Network'

  it('are read with trailing slashes, loud keys, ports as text and things that are not there', () => {
    const id = `${scope}/loadBalancers/lb`
    const text = JSON.stringify({
      ID: `${id}/`,
      NAME: 'lb',
      PROPERTIES: {
        FRONTENDIPCONFIGURATIONS: [null, { Name: 'fe', properties: { privateipaddress: '10.0.0.5' } }],
        probes: null,
        BackendAddressPools: [{}, { name: 'pool', properties: null }],
        loadBalancingRules: [
          {
            name: 'r',
            properties: {
              protocol: 'TCP',
              frontendPort: '443',
              enablefloatingip: 'True',
              loadDistribution: 'sourceIpProtocol',
              frontendIPConfiguration: { id: `${id.toLowerCase()}/frontendipconfigurations/fe/` },
              backendAddressPool: { id: `${id}/backendAddressPools/pool/` },
            },
          },
        ],
      },
    })
    expect(imported(text).document.resources).toEqual({
      'loadBalancer/lb': { name: 'lb', sku: 'Basic' },
      'frontendIPConfiguration/fe': {
        name: 'fe',
        loadBalancer: 'loadBalancer/lb',
        privateIPAddress: '10.0.0.5',
      },
      'backendAddressPool/pool': { name: 'pool', loadBalancer: 'loadBalancer/lb' },
      'loadBalancingRule/r': {
        name: 'r',
        loadBalancer: 'loadBalancer/lb',
        frontendIPConfiguration: 'frontendIPConfiguration/fe',
        backendAddressPool: 'backendAddressPool/pool',
        protocol: 'Tcp',
        frontendPort: 443,
        enableFloatingIP: true,
        loadDistribution: 'SourceIPProtocol',
      },
    })
  })

  it.each([
    ['flattened', (fields: object) => fields],
    ['with properties', (fields: object) => ({ properties: fields })],
  ])('are read %s', (_, wrap) => {
    const id = `${scope}/loadBalancers/lb`
    const text = JSON.stringify([
      {
        id,
        name: 'lb',
        sku: { name: 'Standard' },
        ...wrap({
          frontendIPConfigurations: [
            { name: 'f', ...wrap({ publicIPAddress: { id: `${scope}/publicIPAddresses/p` } }) },
          ],
          loadBalancingRules: [
            {
              name: 'r',
              ...wrap({
                frontendIPConfiguration: { id: `${id.toUpperCase()}/frontendIPConfigurations/f` },
                enableFloatingIp: true,
                frontendPort: 443,
              }),
            },
          ],
        }),
      },
    ])
    expect(imported(text).document.resources).toMatchObject({
      'loadBalancingRule/r': {
        frontendIPConfiguration: 'frontendIPConfiguration/f',
        enableFloatingIP: true,
        frontendPort: 443,
      },
      'publicIPAddress/p': { name: 'p' },
    })
  })
})
