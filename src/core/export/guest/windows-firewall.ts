import type { FirewallEntry, GuestPlan } from './plan.ts'

/** One rule of Windows Defender Firewall. It knows no rule for TCP and UDP together. */
export interface WindowsRule {
  readonly name: string
  readonly protocol: 'TCP' | 'UDP'
  readonly entry: FirewallEntry
}

/** The rules of a guest under names that are the same in every export. */
export function windowsRules({ firewall, nics }: GuestPlan): readonly WindowsRule[] {
  const rules = firewall.flatMap((entry): WindowsRule[] =>
    (entry.protocol === '*'
      ? (['TCP', 'UDP'] as const)
      : ([entry.protocol === 'Tcp' ? 'TCP' : 'UDP'] as const)
    ).map((protocol) => {
      const { port, localAddress, remotePrefix, device } = entry
      const words = [
        'Floatpath',
        protocol,
        port === '*' ? 'any' : port,
        ...(localAddress === undefined ? [] : ['at', localAddress]),
        ...(remotePrefix === undefined ? [] : ['from', remotePrefix]),
        ...(device ? ['by NIC', nics.indexOf(device) + 1] : []),
      ]
      return { name: words.join(' '), protocol, entry }
    }),
  )
  return [...new Map(rules.map((one) => [one.name, one])).values()]
}
