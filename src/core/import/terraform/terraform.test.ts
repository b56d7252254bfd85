import { describe, expect, it } from 'vitest'
import { importText } from '../import-text.ts'
import { planFor, stateOf } from './test-plans.ts'

const imported = (value: unknown) => {
  const result = importText(JSON.stringify(value))
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('a Terraform plan', () => {
  const { document, notes, format } = imported(planFor(5))

  it('is read with what it refers to, through modules and counts', () => {
    expect(format).toBe('Terraform plan or state')
    expect(notes).toEqual([])
    expect(document.resources).toMatchObject({
      'loadBalancer/lb': { name: 'lb', sku: 'Standard', tier: 'Regional' },
      'frontendIPConfiguration/b': { privateIPAddress: '10.2.0.101', subnet: 'subnet/snet' },
      'loadBalancingRule/https-b': {
        loadBalancer: 'loadBalancer/lb',
        frontendIPConfiguration: 'frontendIPConfiguration/b',
        backendAddressPool: 'backendAddressPool/pool',
        probe: 'probe/alive',
        frontendPort: 443,
        enableFloatingIP: true,
        enableTcpReset: true,
      },
      'backendAddressPool/pool': {
        backendIPConfigurations: ['ipConfiguration/nic-0-ip', 'ipConfiguration/nic-1-ip'],
      },
      'ipConfiguration/nic-1-ip': { privateIPAddress: '10.2.0.11', subnet: 'subnet/snet', primary: true },
      'networkInterface/nic-1': { virtualMachine: 'virtualMachine/vm-1' },
      'subnet/snet': { networkSecurityGroup: 'networkSecurityGroup/nsg', addressPrefix: '10.2.0.0/24' },
      'networkSecurityGroup/nsg': {
        securityRules: [
          { name: 'web', sourceAddressPrefixes: ['*'], destinationPortRanges: ['443', '8443'] },
        ],
      },
    })
    expect(document.resources['frontendIPConfiguration/a']).not.toHaveProperty('zones')
  })

  it.each([3, 4] as const)('of azurerm %i says the same', (azurerm) => {
    expect(imported(planFor(azurerm)).document.resources).toEqual(document.resources)
  })

  it.each(['show', 'file'] as const)('says the same as the state afterwards (%s)', (form) => {
    expect(imported(stateOf(form)).document.resources).toEqual(document.resources)
  })

  it('keeps what is not known until it is applied as text', () => {
    const plan = structuredClone(planFor(5))
    const rules = plan.configuration.root_module.module_calls.lb.module.resources.filter(
      ({ type }) => type === 'azurerm_lb_rule',
    )
    for (const { expressions } of rules)
      Object.assign(expressions, {
        frontend_ip_configuration_name: { references: ['local.frontend'] },
        probe_id: { references: ['data.external.probe.result'] },
      })
    for (const { type, values } of plan.planned_values.root_module.child_modules[0]?.resources ?? []) {
      if (type === 'azurerm_lb_rule') delete values.frontend_ip_configuration_name
    }
    expect(imported(plan).document.resources['loadBalancingRule/https-a']).toMatchObject({
      unresolved: { frontendIPConfiguration: 'local.frontend', probe: 'data.external.probe.result' },
    })
  })

  it('that refers to itself ends', () => {
    const circle = {
      terraform_version: '1.9.0',
      planned_values: {
        root_module: {
          resources: [
            { mode: 'managed', type: 'azurerm_lb_probe', name: 'p', values: { name: 'p' } },
            { mode: 'managed', type: 'azurerm_lb_rule', name: 'r', values: { name: 'r' } },
          ],
        },
      },
      configuration: {
        root_module: {
          resources: [
            {
              address: 'azurerm_lb_probe.p',
              expressions: { loadbalancer_id: { references: ['azurerm_lb_probe.p', 'module.m.x'] } },
            },
          ],
          module_calls: {
            m: { module: { outputs: { x: { expression: { references: ['module.m.x'] } } } } },
          },
        },
      },
    }
    expect(imported(circle).notes.map(({ kind }) => kind)).toEqual(['left-out', 'left-out'])
  })
})
