/** From the frontend to the NIC. */
export const delivery = [
  {
    file: 'simulator/frontend-rules.ts',
    find: `first(({ exact, ranges }) => [exact.get(port), ranges.find((one) => rangeHas(one, port))]) ??
    first(({ any }) => [any])`,
    replace: `first(({ any }) => [any]) ??
    first(({ exact, ranges }) => [exact.get(port), ranges.find((one) => rangeHas(one, port))])`,
    why: 'An exact port goes before HA ports, whatever stands first',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: 'frontendPort !== undefined && !index.exact.has(frontendPort)',
    replace: 'frontendPort !== undefined',
    why: 'Of two equal rules the first in the document takes the packet',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: 'positionOf(model, frontendRule.id) < positionOf(model, best.frontendRule.id)',
    replace: 'positionOf(model, frontendRule.id) > positionOf(model, best.frontendRule.id)',
    why: 'A rule and a NAT range with its port: the first in the document takes the packet',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: "frontendRule.protocol !== protocol && frontendRule.protocol !== 'All'",
    replace: "false && frontendRule.protocol !== protocol && frontendRule.protocol !== 'All'",
    why: 'A rule takes its own protocol only',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: 'all.slice(port - start, port - start + 1)',
    replace: 'all',
    why: 'A NAT port range has one member per port',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: 'member.family === family && ',
    replace: '',
    why: 'Members of the other address family get nothing',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: "stateOf(model, frontendRule, member) !== 'down'",
    replace: "stateOf(model, frontendRule, member) === 'up'",
    why: 'A member of which nothing is known may be up',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: "?.noHealthyBackendsBehavior === 'AllProbedUp'",
    replace: '?.noHealthyBackendsBehavior !== undefined',
    why: 'Only AllProbedUp sends to members that are all down',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: 'if (healthy.length === 0) return { match, members: [], stop: noHealthy(call, match, candidates) }\n',
    replace: '',
    why: 'Without a healthy member it is no-healthy-backend, also where one was asked for',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: 'backend ? healthy.filter(',
    replace: 'backend ? candidates.filter(',
    why: 'A member that is down gets nothing although it was asked for',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: 'frontendRule.backendPort || calledPort',
    replace: 'calledPort',
    why: 'The guest sees the backend port',
  },
  {
    file: 'simulator/hops/frontend.ts',
    find: 'frontendRule.enableFloatingIP === true',
    replace: 'frontendRule.enableFloatingIP !== true',
    why: 'Floating IP keeps the frontend address',
  },
  {
    file: 'simulator/member-state.ts',
    find: "  if (member.adminState === 'Up') return 'up'\n",
    replace: '',
    why: 'Admin state Up overrides a probe that is down',
  },
  {
    file: 'simulator/member-state.ts',
    find: "if (member.adminState === 'Down') return 'down'",
    replace: "if (member.adminState === 'Down') return 'up'",
    why: 'Admin state Down takes no new flows',
  },
  {
    file: 'simulator/member-state.ts',
    find: "if (probe?.port === undefined) return 'up'",
    replace: "if (probe?.port === undefined) return 'down'",
    why: 'A rule without a probe counts every member as up',
  },
  {
    file: 'simulator/hops/host.ts',
    find: 'return secondary && !model.find(',
    replace: 'return secondary && model.find(',
    why: 'Floating IP on a secondary IP configuration works only with a NAT gateway',
  },
  {
    file: 'simulator/hops/host.ts',
    find: "model.frontendKind(delivery.frontend) === 'internal' ? 'ipv6' : undefined",
    replace: 'undefined',
    why: 'Floating IPv6 does not work on an internal load balancer',
  },
  {
    file: 'simulator/hops/host.ts',
    find: 'address: floating ? frontendAddress : (member.address ?? member.label)',
    replace: 'address: member.address ?? member.label',
    why: 'The host leaves the destination alone with floating IP',
  },
  {
    file: 'simulator/hops/host.ts',
    find: 'if (!delivery?.floating) return undefined',
    replace: '',
    why: 'A default rule reaches a secondary IP configuration',
  },
  {
    file: 'simulator/hops/nsg.ts',
    find: "if (kind === 'routed') return false",
    replace: '',
    why: 'Routed packets need no security group',
  },
  {
    file: 'simulator/hops/nsg.ts',
    find: "if ((frontendKind ?? model.loadBalancerKind(loadBalancer)) !== 'public') return false",
    replace: '',
    why: 'An internal load balancer is open without a security group',
  },
  {
    file: 'simulator/hops/nsg.ts',
    find: "?.sku !== 'Basic'\n  }",
    replace: "?.sku !== 'None'\n  }",
    why: 'A Basic load balancer is open without a security group',
  },
  {
    file: 'simulator/hops/nsg.ts',
    find: 'destinationAddress: destination.address',
    replace: 'destinationAddress: member.address ?? destination.address',
    why: 'The security group sees the frontend address with floating IP',
  },
  {
    file: 'simulator/hops/nsg.ts',
    find: 'destinationPort: destination.port',
    replace: 'destinationPort: walk.called.port',
    why: 'The security group sees the backend port',
  },
  {
    file: 'topology/security-evaluation.ts',
    find: 'const ids = [place.subnet?.networkSecurityGroup, place.networkInterface?.networkSecurityGroup]',
    replace:
      'const ids = [place.networkInterface?.networkSecurityGroup ?? place.subnet?.networkSecurityGroup]',
    why: 'The groups of subnet and NIC must both allow',
  },
  {
    file: 'topology/security-evaluation.ts',
    find: '(one.priority ?? 65_000) - (other.priority ?? 65_000)',
    replace: '(other.priority ?? 65_000) - (one.priority ?? 65_000)',
    why: 'The lower priority number decides',
  },
  {
    file: 'topology/security-evaluation.ts',
    find: "if (range === '*') return true",
    replace: "if (range === '*' || port === null) return true",
    why: 'A security rule for other source ports than callers take matches nothing',
  },
]
