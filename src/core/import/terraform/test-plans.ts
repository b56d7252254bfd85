/** Names of arguments that azurerm changed. */
const spellings = {
  3: { floating: 'enable_floating_ip', reset: 'enable_tcp_reset', forwarding: 'enable_ip_forwarding' },
  4: { floating: 'floating_ip_enabled', reset: 'tcp_reset_enabled', forwarding: 'ip_forwarding_enabled' },
  5: { floating: 'floating_ip_enabled', reset: 'tcp_reset_enabled', forwarding: 'ip_forwarding_enabled' },
}

interface Written {
  readonly type: string
  readonly name: string
  readonly index?: string | number
  readonly values: Record<string, unknown>
  /** References of arguments that the plan does not know. */
  readonly expressions?: Record<string, unknown>
}

const to = (...references: readonly string[]) => ({ references })
const ofLb = { loadbalancer_id: to('azurerm_lb.web.id', 'azurerm_lb.web') }
const group = { resource_group_name: 'rg-app' }

/** Two machines behind an internal load balancer: what each module of the configuration plans. */
function resources(azurerm: 3 | 4 | 5): {
  readonly root: readonly Written[]
  readonly lb: readonly Written[]
} {
  const { floating, reset, forwarding } = spellings[azurerm]
  const nic = (index: number): Written => ({
    type: 'azurerm_network_interface',
    name: 'nic',
    index,
    values: {
      ...group,
      name: `nic-${index}`,
      [forwarding]: false,
      ip_configuration: [
        {
          name: 'ip',
          primary: true,
          private_ip_address: `10.2.0.${10 + index}`,
          private_ip_address_allocation: 'Static',
          private_ip_address_version: 'IPv4',
          public_ip_address_id: null,
        },
      ],
    },
    expressions: {
      ip_configuration: [{ subnet_id: to('azurerm_subnet.app.id', 'azurerm_subnet.app') }],
    },
  })
  const machine = (index: number): Written => ({
    type: 'azurerm_linux_virtual_machine',
    name: 'vm',
    index,
    values: { ...group, name: `vm-${index}`, zone: '1' },
    expressions: { network_interface_ids: to('azurerm_network_interface.nic', 'count.index') },
  })
  const member = (index: number): Written => ({
    type: 'azurerm_network_interface_backend_address_pool_association',
    name: 'member',
    index,
    values: { ip_configuration_name: 'ip' },
    expressions: {
      network_interface_id: to('azurerm_network_interface.nic', 'count.index'),
      backend_address_pool_id: to('module.lb.pool_id', 'module.lb'),
    },
  })
  return {
    root: [
      {
        type: 'azurerm_virtual_network',
        name: 'net',
        values: { ...group, name: 'vnet', address_space: ['10.2.0.0/16'] },
      },
      {
        type: 'azurerm_subnet',
        name: 'app',
        values: { ...group, name: 'snet', virtual_network_name: 'vnet', address_prefixes: ['10.2.0.0/24'] },
      },
      {
        type: 'azurerm_network_security_group',
        name: 'app',
        values: {
          ...group,
          name: 'nsg',
          security_rule: [
            {
              name: 'web',
              priority: 100,
              direction: 'Inbound',
              access: 'Allow',
              protocol: 'Tcp',
              source_address_prefix: '*',
              source_address_prefixes: [],
              source_port_range: '*',
              destination_address_prefix: '*',
              destination_port_ranges: ['443', '8443'],
            },
          ],
        },
      },
      {
        type: 'azurerm_subnet_network_security_group_association',
        name: 'app',
        values: {},
        expressions: {
          subnet_id: to('azurerm_subnet.app.id', 'azurerm_subnet.app'),
          network_security_group_id: to(
            'azurerm_network_security_group.app.id',
            'azurerm_network_security_group.app',
          ),
        },
      },
      ...[0, 1].flatMap((index) => [nic(index), machine(index), member(index)]),
    ],
    lb: [
      {
        type: 'azurerm_lb',
        name: 'web',
        values: {
          ...group,
          name: 'lb',
          sku: 'Standard',
          sku_tier: 'Regional',
          frontend_ip_configuration: ['a', 'b'].map((name, index) => ({
            name,
            private_ip_address: `10.2.0.${100 + index}`,
            private_ip_address_allocation: 'Static',
            public_ip_address_id: null,
            zones: [],
          })),
        },
        expressions: {
          frontend_ip_configuration: [{ subnet_id: to('var.subnet_id') }, { subnet_id: to('var.subnet_id') }],
        },
      },
      { type: 'azurerm_lb_backend_address_pool', name: 'pool', values: { name: 'pool' }, expressions: ofLb },
      {
        type: 'azurerm_lb_probe',
        name: 'alive',
        values: { name: 'alive', protocol: 'Tcp', port: 8080, interval_in_seconds: 5, request_path: null },
        expressions: ofLb,
      },
      ...['a', 'b'].map(
        (key): Written => ({
          type: 'azurerm_lb_rule',
          name: 'https',
          index: key,
          values: {
            name: `https-${key}`,
            protocol: 'Tcp',
            frontend_port: 443,
            backend_port: 443,
            frontend_ip_configuration_name: key,
            [floating]: true,
            [reset]: true,
            load_distribution: 'Default',
          },
          expressions: {
            ...ofLb,
            probe_id: to('azurerm_lb_probe.alive.id', 'azurerm_lb_probe.alive'),
            backend_address_pool_ids: to(
              'azurerm_lb_backend_address_pool.pool.id',
              'azurerm_lb_backend_address_pool.pool',
            ),
          },
        }),
      ),
    ],
  }
}

const planned = ({ expressions: _, ...resource }: Written) => ({ mode: 'managed', ...resource })

const written = (all: readonly Written[]) =>
  [...new Map(all.map((item) => [`${item.type}.${item.name}`, item])).entries()].map(
    ([address, { type, name, expressions = {} }]) => ({ address, mode: 'managed', type, name, expressions }),
  )

/** `terraform show -json` of a plan for nothing that is there yet, written for a version of azurerm. */
export function planFor(azurerm: 3 | 4 | 5) {
  const { root, lb } = resources(azurerm)
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: {
      root_module: {
        resources: root.map(planned),
        child_modules: [{ address: 'module.lb', resources: lb.map(planned) }],
      },
    },
    configuration: {
      root_module: {
        resources: written(root),
        module_calls: {
          lb: {
            source: './lb',
            expressions: { subnet_id: to('azurerm_subnet.app.id', 'azurerm_subnet.app') },
            module: {
              resources: written(lb),
              outputs: {
                pool_id: {
                  expression: to(
                    'azurerm_lb_backend_address_pool.pool.id',
                    'azurerm_lb_backend_address_pool.pool',
                  ),
                },
              },
            },
          },
        },
      },
    },
  }
}

/** The same set-up once it is there: every id is known. As `terraform show -json`, or as the state file. */
export function stateOf(form: 'show' | 'file') {
  const scope = '/subscriptions/1/resourceGroups/rg-app/providers/Microsoft.Network'
  const lb = `${scope}/loadBalancers/lb`
  const subnet = `${scope}/virtualNetworks/vnet/subnets/snet`
  const group = `${scope}/networkSecurityGroups/nsg`
  const nic = (index: unknown) => `${scope}/networkInterfaces/nic-${index}`
  const machine = (index: unknown) =>
    `/subscriptions/1/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/vm-${index}`
  const pool = `${lb}/backendAddressPools/pool`
  const given: { readonly [type: string]: (item: Written) => Record<string, unknown> } = {
    azurerm_virtual_network: () => ({ id: `${scope}/virtualNetworks/vnet` }),
    azurerm_subnet: () => ({ id: subnet }),
    azurerm_network_security_group: () => ({ id: group }),
    azurerm_subnet_network_security_group_association: () => ({
      id: subnet,
      subnet_id: subnet,
      network_security_group_id: group,
    }),
    azurerm_network_interface: ({ index, values }) => ({
      id: nic(index),
      ip_configuration: (values.ip_configuration as object[]).map((block) => ({
        ...block,
        subnet_id: subnet,
      })),
    }),
    azurerm_linux_virtual_machine: ({ index }) => ({
      id: machine(index),
      network_interface_ids: [nic(index)],
    }),
    azurerm_network_interface_backend_address_pool_association: ({ index }) => ({
      id: `${nic(index)}/ipConfigurations/ip|${pool}`,
      network_interface_id: nic(index),
      backend_address_pool_id: pool,
    }),
    azurerm_lb: ({ values }) => ({
      id: lb,
      frontend_ip_configuration: (values.frontend_ip_configuration as object[]).map((block) => ({
        ...block,
        subnet_id: subnet,
      })),
    }),
    azurerm_lb_backend_address_pool: () => ({ id: pool, loadbalancer_id: lb }),
    azurerm_lb_probe: () => ({ id: `${lb}/probes/alive`, loadbalancer_id: lb }),
    azurerm_lb_rule: ({ values }) => ({
      id: `${lb}/loadBalancingRules/${values.name}`,
      loadbalancer_id: lb,
      probe_id: `${lb}/probes/alive`,
      backend_address_pool_ids: [pool],
    }),
  }
  const made = (item: Written) => ({ ...item.values, ...given[item.type]?.(item) })
  const { root, lb: inside } = resources(5)
  if (form === 'show') {
    const all = (items: readonly Written[]) =>
      items.map((item) => ({
        mode: 'managed',
        type: item.type,
        name: item.name,
        index: item.index,
        values: made(item),
      }))
    return {
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: {
        root_module: {
          resources: all(root),
          child_modules: [{ address: 'module.lb', resources: all(inside) }],
        },
      },
    }
  }
  const all = (items: readonly Written[], module?: string) =>
    items.map((item) => ({
      ...(module === undefined ? {} : { module }),
      mode: 'managed',
      type: item.type,
      name: item.name,
      instances: [{ index_key: item.index, attributes: made(item) }],
    }))
  return {
    version: 4,
    terraform_version: '1.9.0',
    resources: [...all(root), ...all(inside, 'module.lb')],
  }
}
