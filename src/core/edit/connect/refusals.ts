import type { ResourceType } from '../../topology/resource-type.ts'

/** What to do with a line that starts or ends at a type, where no line to the other end makes sense. */
export const whatToConnect: Record<ResourceType, string> = {
  client: 'A client reaches frontends by their address, and nothing has to be connected for that.',
  loadBalancer: 'A load balancer is connected by what is in it: its frontends, rules and pools.',
  frontendIPConfiguration:
    'Connect a frontend with a rule, or with a backend pool to add a load-balancing rule between them.',
  publicIPAddress:
    'A public IP address is chosen in the properties of the frontend, NAT gateway or IP configuration that uses it.',
  publicIPPrefix:
    'A public IP prefix is chosen in the properties of the frontend or NAT gateway that uses it.',
  loadBalancingRule: 'Connect a load-balancing rule with a frontend, a backend pool or a health probe.',
  inboundNatRule:
    'Connect an inbound NAT rule with a frontend, and with a virtual machine or a backend pool.',
  inboundNatPool: 'An inbound NAT pool is read from templates and stays as it is.',
  outboundRule: 'Connect an outbound rule with a public frontend and a backend pool.',
  probe: 'Connect a health probe with the load-balancing rules whose members it tests.',
  backendAddressPool:
    'Connect a backend pool with rules, and with the virtual machines that are its members.',
  virtualNetwork: 'Connect a virtual network with another one to peer them.',
  subnet:
    'Connect a subnet with the virtual machines in it, or with its security group, route table or NAT gateway.',
  networkSecurityGroup: 'Connect a security group with a subnet or a network interface.',
  routeTable: 'Connect a route table with a subnet.',
  natGateway: 'Connect a NAT gateway with a subnet.',
  privateLinkService: 'The frontends of a Private Link service are chosen in its properties.',
  virtualMachine: 'Connect a virtual machine with a backend pool, an inbound NAT rule or a subnet.',
  networkInterface:
    'Connect a network interface with a backend pool, an inbound NAT rule or a security group.',
  ipConfiguration: 'Connect an IP configuration with a backend pool or an inbound NAT rule.',
  loopbackInterface: 'Connect a loopback adapter with the frontend whose address it should hold.',
  listener: 'A listener answers what reaches its guest. Set its address and port in its properties.',
}

/** Pairs that people try, with what they should do instead. `one` and `other` are the names of the two things. */
export const pairRefusals: readonly {
  readonly one: ResourceType
  readonly other: ResourceType
  readonly sentence: (one: string, other: string) => string
}[] = [
  {
    one: 'client',
    other: 'frontendIPConfiguration',
    sentence: (client, frontend) =>
      `${client} reaches ${frontend} by its address: nothing has to be set. Pick this flow in the packet trace to follow it.`,
  },
  {
    one: 'client',
    other: 'loadBalancingRule',
    sentence: (client) =>
      `${client} only knows the address of a frontend. Connect the rule with a frontend, and the client reaches it.`,
  },
  {
    one: 'client',
    other: 'inboundNatRule',
    sentence: (client) =>
      `${client} only knows the address of a frontend. Connect the rule with a frontend, and the client reaches it.`,
  },
  {
    one: 'client',
    other: 'virtualMachine',
    sentence: (client, machine) =>
      `${client} reaches ${machine} through a frontend and a rule, or by the address of its NIC. Connect the frontend with a backend pool.`,
  },
  {
    one: 'frontendIPConfiguration',
    other: 'virtualMachine',
    sentence: (frontend, machine) =>
      `${frontend} reaches ${machine} through a load-balancing rule and a backend pool. Connect the frontend with the pool, and the pool with the machine.`,
  },
  {
    one: 'frontendIPConfiguration',
    other: 'probe',
    sentence: (frontend, probe) =>
      `A health probe tests machines, not frontends. Connect ${probe} with a load-balancing rule of ${frontend}.`,
  },
  {
    one: 'frontendIPConfiguration',
    other: 'frontendIPConfiguration',
    sentence: () =>
      'Frontends work side by side: each has rules of its own. Add a load-balancing rule to each of them.',
  },
  {
    one: 'loadBalancingRule',
    other: 'virtualMachine',
    sentence: (loadBalancingRule, machine) =>
      `${loadBalancingRule} sends to a backend pool, not to one machine. Connect ${machine} with its pool, or use an inbound NAT rule.`,
  },
  {
    one: 'loadBalancingRule',
    other: 'loadBalancingRule',
    sentence: () =>
      'Load-balancing rules work side by side. To send both to the same machines, connect both with one pool.',
  },
  {
    one: 'backendAddressPool',
    other: 'probe',
    sentence: (pool, probe) =>
      `A health probe is set on a rule, not on a pool. Connect ${probe} with the load-balancing rules that send to ${pool}.`,
  },
  {
    one: 'probe',
    other: 'virtualMachine',
    sentence: (probe, machine) =>
      `${probe} tests the members of every rule that uses it. Connect it with a rule whose pool holds ${machine}.`,
  },
  {
    one: 'backendAddressPool',
    other: 'backendAddressPool',
    sentence: () => 'A pool cannot hold another pool. Connect the virtual machines with each of them.',
  },
  {
    one: 'backendAddressPool',
    other: 'subnet',
    sentence: (pool) => `${pool} holds virtual machines, not whole subnets. Connect the machines with it.`,
  },
  {
    one: 'virtualMachine',
    other: 'virtualMachine',
    sentence: () =>
      'Machines of a virtual network reach each other without a connection. To send load-balanced traffic to one, connect it with a backend pool.',
  },
]
