/** Other kinds of flows. */
export const flows = [
  {
    file: 'simulator/kinds/inbound.ts',
    find: '    walk.source = called\n',
    replace: '',
    why: 'The host puts the source of an answer back to the frontend',
  },
  {
    file: 'simulator/branches.ts',
    find: 'const address = floating ? frontendAddress : addressOrId(model, regional)',
    replace: 'const address = addressOrId(model, regional)',
    why: 'With floating IP a global load balancer’s address reaches the region',
  },
  {
    file: 'simulator/kinds/hairpin.ts',
    find: 'const isLocal = machine?.guest && ownsAddress(',
    replace: 'const isLocal = machine?.guest && !ownsAddress(',
    why: 'A call to an address of the caller never leaves it',
  },
  {
    file: 'simulator/kinds/routed.ts',
    find: 'member.networkInterface.enableIPForwarding !== true',
    replace: 'member.networkInterface.enableIPForwarding === false',
    why: 'A NIC forwards only where IP forwarding is on',
  },
  {
    file: 'simulator/kinds/routed.ts',
    find: 'guest.virtualMachine.guest?.ipForwarding === true',
    replace: 'guest.virtualMachine.guest?.ipForwarding !== undefined',
    why: 'A guest forwards only where it is told to',
  },
  {
    file: 'simulator/kinds/routed.ts',
    find: 'pass(walk, [nsg, forwardingHost, forwardingGuest])',
    replace: 'pass(walk, [forwardingHost, nsg, forwardingGuest])',
    why: 'The security groups of an appliance are asked first',
  },
  {
    file: 'topology/routing.ts',
    find: '{ length: own - 1 }',
    replace: '{ length: -1 }',
    why: 'A virtual network’s own prefixes go before shorter routes',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: 'fits(fromNatGateway(model, member)) ?? fits(fromInstance(model, member))',
    replace: 'fits(fromInstance(model, member)) ?? fits(fromNatGateway(model, member))',
    why: 'A NAT gateway goes before the VM’s own public address',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: '    if (loadBalancingRule.disableOutboundSnat === true) continue\n',
    replace: '',
    why: 'disableOutboundSnat takes a rule out of outbound translation',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: 'if (subnet?.defaultOutboundAccess !== true) return undefined',
    replace: 'if (subnet?.defaultOutboundAccess === false) return undefined',
    why: 'Default outbound access must be said',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: '  if (!member) {\n',
    replace: '  if (false) {\n',
    why: 'A frontend address is no source that Azure translates',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: 'if (own || isSecondary(member)) return own',
    replace: 'if (own) return own',
    why: 'Load balancers and default outbound access translate no secondary IP configuration',
  },
  {
    file: 'simulator/kinds/outbound.ts',
    find: 'if (bind !== undefined && familyOf(bind) !== family)',
    replace: 'if (false)',
    why: 'A socket bound to IPv6 calls no IPv4 address',
  },
  {
    file: 'simulator/kinds/routed.ts',
    find: "model.find('subnet', drawn ?? configuration?.subnet) ??",
    replace: "model.find('subnet', drawn) ??",
    why: 'A routed packet follows the routes of its caller’s own subnet',
  },
]
