/** What is made of traces. */
export const summary = [
  {
    file: 'simulator/is-answered.ts',
    find: "if (answers.includes('no')) return 'no'",
    replace: "if (answers.every((answer) => answer === 'no')) return 'no'",
    why: 'A flow is answered where every member answers, not one of them',
  },
  {
    file: 'simulator/is-answered.ts',
    find: 'if (!isClusterAddress(frontend)) return true',
    replace: 'return true',
    why: 'A probe may be down where another VM holds the cluster address',
  },
  {
    file: 'simulator/fares.ts',
    find: 'return least.client === undefined || fewer ? one : least',
    replace: 'return least.client === undefined ? one : least',
    why: 'The client that fares worst speaks for a rule',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: '[...assumedIn(model), surroundingsOf(model)]',
    replace: '[...assumedIn(model)]',
    why: 'A changed subnet or client makes every rule be followed again',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: '    ...model.listenersOf(machine.id),\n',
    replace: '',
    why: 'A changed listener makes the rules of its VM be followed again',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: "    model.find('networkSecurityGroup', subnet?.networkSecurityGroup),\n",
    replace: '',
    why: 'A changed security group makes its members’ rules be followed again',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: '    ? [frontendRule, match.frontendRule]\n',
    replace: '    ? [frontendRule]\n',
    why: 'What the rule needs that takes another one’s packets counts for both',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: '    model.loadBalancerKind(probe?.loadBalancer),\n',
    replace: '',
    why: 'A load balancer that becomes public closes what has no security group',
  },
  {
    file: 'simulator/frontend-rules.ts',
    find: '(one, other) => positionOf(model, one.id) - positionOf(model, other.id)',
    replace: '() => 0',
    why: 'The order of rules on a frontend counts',
  },
  {
    file: 'simulator/rule-inputs.ts',
    find: 'const around = [...assumedIn(model), surroundingsOf(model)]',
    replace: 'const around = [surroundingsOf(model)]',
    why: 'Probes that are taken for granted make every rule be followed again',
  },
]
